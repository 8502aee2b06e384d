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
record Names(int body, Role role, boolean unseen, boolean embed, String signature) {

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

    private static final Names NONE = new Names(0, Role.NONE, false, false, "");
    private static final int MAX_LENGTH = 400;

    private static final Pattern BODY_NAME = Pattern.compile(
            "(?:^|[-_ ])(?:article|story|entry|post|news|blog|single|longform|rich|artikel|articulo|noticia|nota|cikk)"
                    + "[-_ ]{0,2}(?:body|content|text|copy|main|inhalt|texto|corpo|cuerpo|corps|paragraphs?)"
                    + "(?:[-_ ]{0,2}(?:content|text|inner|main|wrap|wrapper|container))?(?:$| )");
    private static final Pattern CONTENT_NAME = Pattern.compile("(?:^| )(?:content|main|body|text|maincontent|article)"
            + "(?:[-_ ]?(?:body|content|text|area|column|inner|main))?(?:$| )");
    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?:more|most|also|up|read)[-_](?:from|on|stories|news|next|also|read|popular|viewed)(?:$|[-_ ])");
    private static final Pattern WORDS = Pattern.compile("[-_]+|(?<=[a-z])(?=[A-Z])");
    private static final Pattern FIGURES = Pattern.compile("\\S*\\d\\S*");
    private static final Set<String> NEGATION = Set.of("no", "has", "with", "without", "not", "is", "hide", "show");

    private static final Vocabulary VOCABULARY = Vocabulary.read("names.txt");
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

        private final Map<String, Names> known = new HashMap<>();

        Names of(Element element) {
            if (element.attributesSize() == 0) {
                return ofTag(element, NONE);
            }
            String name = name(element);
            Names names = name.isEmpty() || name.length() > MAX_LENGTH ? NONE : known.get(name);
            if (names == null) {
                names = Names.read(name, element.className());
                known.put(name, names);
            }
            return element.attr("itemprop").contains("articleBody")
                    ? new Names(ITEMPROP, Role.NONE, false, false, names.signature)
                    : ofTag(element, names);
        }

        private static String name(Element element) {
            String classes = element.className();
            String id = element.id();
            String test = element.attr("data-testid");
            return id.isEmpty() && test.isEmpty() ? classes : classes + " " + id + " " + test;
        }
    }

    private static Names ofTag(Element element, Names names) {
        int tag = switch (element.normalName()) {
            case "article" -> ARTICLE;
            case "main" -> MAIN;
            default -> 0;
        };
        return tag <= names.body ? names : new Names(tag, names.role, names.unseen, names.embed, names.signature);
    }

    private static Names read(String name, String classes) {
        String plain = withoutUtilities(name);
        String low = plain.toLowerCase(Locale.ROOT);
        Role role = role(plain, low);
        boolean styled = plain.length() != name.length();
        return new Names(
                role == Role.JUNK || role == Role.CAPTION ? 0 : body(low),
                role,
                !styled && holds(classes, UNSEEN),
                holds(classes, EMBED),
                FIGURES.matcher(withoutUtilities(classes)).replaceAll("").strip());
    }

    private static int body(String low) {
        return BODY_NAME.matcher(low).find() ? BODY : CONTENT_NAME.matcher(low).find() ? CONTENT : 0;
    }

    private static boolean holds(String classes, Set<String> wanted) {
        for (String each : classes.split("\\s+")) {
            if (wanted.contains(each)) {
                return true;
            }
        }
        return false;
    }

    /** Without classes of the kind {@code print:mx-0} and {@code [&_p]:mt-2}, which style and name nothing. */
    private static String withoutUtilities(String name) {
        if (name.indexOf(':') < 0 && name.indexOf('[') < 0) {
            return name;
        }
        StringBuilder kept = new StringBuilder();
        for (String part : name.split("\\s+")) {
            if (part.indexOf(':') < 0 && part.indexOf('[') < 0) {
                kept.append(part).append(' ');
            }
        }
        return kept.toString();
    }

    private static Role role(String name, String low) {
        Role strongest = ELSEWHERE.matcher(low).find() ? Role.JUNK : Role.NONE;
        for (String part : name.split("\\s+")) {
            String before = "";
            for (String word : WORDS.split(part)) {
                String folded = word.toLowerCase(Locale.ROOT);
                Role role = NEGATION.contains(before) ? Role.NONE : ROLES.getOrDefault(folded, Role.NONE);
                strongest = role.compareTo(strongest) < 0 ? role : strongest;
                before = folded;
            }
        }
        return strongest;
    }
}
