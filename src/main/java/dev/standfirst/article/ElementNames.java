package dev.standfirst.article;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * What the names of an element (class, id, test id) tell about its content. The words of a name count one by one:
 * {@code article__share-bar} holds "article", "share" and "bar".
 *
 * @param body how clearly it is named as the body of an article, 0 for not at all
 * @param role what else it is named as
 * @param unseen whether it is named as out of sight
 * @param embed whether it is named as a post from elsewhere
 * @param signature its class names without those that hold figures, to find siblings that are named alike
 */
record ElementNames(int body, Role role, boolean unseen, boolean embed, String signature) {

    /** What an element is named as, strongest first. */
    enum Role {
        JUNK,
        CAPTION,
        DOUBTFUL,
        NONE
    }

    /** {@link #body} of an element that says {@code itemprop=articleBody}. */
    static final int ITEMPROP = 5;

    /** {@link #body} of an element that is named like "article-body". */
    static final int BODY = 4;

    /** {@link #body} of an {@code article}. */
    static final int ARTICLE = 3;

    private static final int CONTENT = 2;
    private static final int MAIN = 1;

    private static final ElementNames NONE = new ElementNames(0, Role.NONE, false, false, "");
    private static final int MAX_LENGTH = 400;

    private static final Pattern BODY_NAME = Pattern.compile(
            "(?:^|[-_ ])(?:article|story|entry|post|news|blog|single|longform|rich|artikel|articulo|noticia|nota|cikk)"
                    + "[-_ ]{0,2}(?:body|content|text|copy|main|inhalt|texto|corpo|cuerpo|corps|paragraphs?)"
                    + "(?:[-_ ]{0,2}(?:content|text|inner|main|wrap|wrapper|container))?(?:$| )");
    private static final Pattern CONTENT_NAME = Pattern.compile("(?:^| )(?:content|main|body|text|maincontent|article)"
            + "(?:[-_ ]?(?:body|content|text|area|column|inner|main))?(?:$| )");
    /** What {@link #BODY_NAME} and {@link #CONTENT_NAME} cannot match without. */
    private static final String[] TAILS = {
        "body", "content", "text", "copy", "main", "article", "inhalt", "corpo", "cuerpo", "corps", "paragraph"
    };

    private static final Set<String> ELSEWHERE = Set.of("more", "most", "also", "up", "read");
    private static final Set<String> ARTICLES =
            Set.of("from", "on", "stories", "news", "next", "also", "read", "popular", "viewed");
    private static final Set<String> NEGATION = Set.of("no", "has", "with", "without", "not", "is", "hide", "show");

    private static final Vocabulary VOCABULARY = Vocabulary.read("elements.txt");
    private static final Map<String, Role> ROLES = roles();
    private static final Set<String> UNSEEN = VOCABULARY.section("unseen");
    private static final Set<String> EMBED = VOCABULARY.section("embed");

    private static Map<String, Role> roles() {
        Map<String, Role> roles = new HashMap<>();
        for (Role role : new Role[] {Role.DOUBTFUL, Role.CAPTION, Role.JUNK}) {
            VOCABULARY.section(role.name().toLowerCase(Locale.ROOT)).forEach(word -> roles.put(word, role));
        }
        return roles;
    }

    /** Reads the names of one page's elements; pages repeat them, so each is understood once. */
    static final class Reader {

        private final Map<String, ElementNames> known = new HashMap<>();

        ElementNames of(Element element) {
            if (element.attributesSize() == 0) {
                return ofTag(element, NONE);
            }
            String name = name(element);
            ElementNames names = name.isEmpty() || name.length() > MAX_LENGTH ? NONE : known.get(name);
            if (names == null) {
                names = ElementNames.read(name, element.className());
                known.put(name, names);
            }
            return element.attr("itemprop").contains("articleBody")
                    ? new ElementNames(ITEMPROP, Role.NONE, false, false, names.signature)
                    : ofTag(element, names);
        }

        private static String name(Element element) {
            String classes = element.className();
            String id = element.id();
            String test = element.attr("data-testid");
            return id.isEmpty() && test.isEmpty() ? classes : classes + " " + id + " " + test;
        }
    }

    private static ElementNames ofTag(Element element, ElementNames names) {
        int tag = switch (element.normalName()) {
            case "article" -> ARTICLE;
            case "main" -> MAIN;
            default -> 0;
        };
        return tag <= names.body
                ? names
                : new ElementNames(tag, names.role, names.unseen, names.embed, names.signature);
    }

    private static ElementNames read(String name, String classes) {
        Reading reading = new Reading();
        for (int from = 0, to; from < name.length(); from = to + 1) {
            to = space(name, from);
            if (to > from) {
                reading.add(name.substring(from, to), to <= classes.length());
            }
        }
        return reading.names();
    }

    private static int space(String name, int from) {
        int to = from;
        while (to < name.length() && name.charAt(to) > ' ') {
            to++;
        }
        return to;
    }

    /** Names as far as they were read. */
    private static final class Reading {

        private final StringBuilder plain = new StringBuilder();
        private final StringBuilder signature = new StringBuilder();
        private Role role = Role.NONE;
        private boolean styled;
        private boolean unseen;
        private boolean embed;

        void add(String part, boolean isClass) {
            if (part.indexOf(':') >= 0 || part.indexOf('[') >= 0) {
                // A class of the kind print:mx-0 or [&_p]:mt-2 styles, and names nothing.
                styled = true;
                return;
            }
            role = stronger(role, role(part));
            unseen |= UNSEEN.contains(part);
            embed |= EMBED.contains(part);
            plain.append(part).append(' ');
            if (isClass && !holdsFigure(part)) {
                signature.append(signature.isEmpty() ? "" : " ").append(part);
            }
        }

        ElementNames names() {
            int body = role == Role.JUNK || role == Role.CAPTION
                    ? 0
                    : body(plain.toString().toLowerCase(Locale.ROOT));
            return new ElementNames(body, role, unseen && !styled, embed, signature.toString());
        }

        private static boolean holdsFigure(String part) {
            for (int i = 0; i < part.length(); i++) {
                if (part.charAt(i) >= '0' && part.charAt(i) <= '9') {
                    return true;
                }
            }
            return false;
        }
    }

    private static int body(String low) {
        for (String tail : TAILS) {
            if (low.contains(tail)) {
                return BODY_NAME.matcher(low).find()
                        ? BODY
                        : CONTENT_NAME.matcher(low).find() ? CONTENT : 0;
            }
        }
        return 0;
    }

    /** The strongest role of the words of one class name, which hyphens, underlines and capitals part. */
    private static Role role(String part) {
        Role strongest = Role.NONE;
        String before = "";
        for (int from = 0, to; from < part.length(); from = to) {
            to = end(part, from);
            String word = part.substring(from, to).toLowerCase(Locale.ROOT);
            if (!word.equals("-") && !word.equals("_")) {
                strongest = stronger(strongest, role(before, word));
                before = word;
            }
        }
        return strongest;
    }

    private static Role role(String before, String word) {
        if (NEGATION.contains(before)) {
            return Role.NONE;
        }
        return ELSEWHERE.contains(before) && ARTICLES.contains(word) ? Role.JUNK : ROLES.getOrDefault(word, Role.NONE);
    }

    /** Where the word or the mark that begins here ends. */
    private static int end(String part, int from) {
        int to = from + 1;
        while (to < part.length() && !isMark(part.charAt(from)) && !isMark(part.charAt(to)) && !isHump(part, to)) {
            to++;
        }
        return to;
    }

    private static boolean isMark(char c) {
        return c == '-' || c == '_';
    }

    private static boolean isHump(String part, int at) {
        return part.charAt(at) >= 'A' && part.charAt(at) <= 'Z' && Character.isLowerCase(part.charAt(at - 1));
    }

    private static Role stronger(Role a, Role b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
