package dev.standfirst.metadata;

import dev.standfirst.metadata.DateText.Found;
import dev.standfirst.text.WordLists;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Picks names out of bylines: without roles, dates, addresses and handles; tells people from offices and outlets. */
final class Names {

    private static final Map<String, Set<String>> WORDS = WordLists.read(Names.class, "bylines.txt");
    private static final Set<String> NOBODY = WORDS.getOrDefault("nobody", Set.of());
    private static final Set<String> PARTICLES = WORDS.getOrDefault("particle", Set.of());
    private static final Set<String> TOPIC = WORDS.getOrDefault("topic", Set.of());
    private static final int LONGEST = 60;
    private static final int LONGEST_FULL_NAME = 40;
    private static final int MOST = 10;

    /** From here on are the scripts that do not part their words. */
    private static final char FIRST_UNPARTED = '\u2e80';

    private static final int LONGEST_BYLINE = 300;
    private static final int MOST_WORDS = 5;

    private static final Pattern LEAD = pattern("^(?:%s)(?:\\s*[:：]\\s*|\\s+|$|(?=\\p{IsHan}|\\p{IsHangul}))", "lead");
    private static final Set<String> LEAD_STARTS = WORDS.getOrDefault("lead", Set.of()).stream()
            .map(word -> firstWord(word.replace('_', ' '), 0))
            .collect(Collectors.toUnmodifiableSet());
    private static final BitSet LEAD_LETTERS =
            LEAD_STARTS.stream().collect(BitSet::new, (letters, start) -> letters.set(start.charAt(0)), BitSet::or);
    private static final Pattern LABEL = pattern("^(?:%s)(?:\\s*[:：].*|$)", "label");
    private static final Pattern END = pattern("(?:^|[\\s,(])(?:%s)(?=[\\s:,.)]|$)", "end");
    private static final Pattern ROLE = pattern("(?:^|[\\s,(]+)(?:%s)\\)?$", "role");
    private static final Pattern HELPER = pattern("(?:^|[\\s,(])(?:%s)\\s*[:：]?$", "helper");
    private static final Pattern LINES = Pattern.compile(" \\| ");

    /** What tells that the next line has more names. */
    private static final Pattern JOINED_END = Pattern.compile("(?:[,&]|\\b(?:and|und|et|og|och|en|ve|ja|[yei]))$");

    private static final Pattern JOINED_START = Pattern.compile("^(?:[,&]|(?:and|und|et|og|och|en|ve|ja|[yei])\\b)");
    private static final Pattern TRAIL = pattern("\\s+(?:%s)$", "trail");
    private static final Pattern PARTS =
            Pattern.compile("\\s*[,;、，&|•·]\\s*|\\s+[–—-]\\s+|\\s+(?:with|mit|avec|con)\\s+");
    private static final Pattern AND =
            Pattern.compile("\\s+(?:and|und|et|og|och|en|ve|ja)\\s+|\\s+[yeiи/]\\s+(?=\\p{Lu})");
    private static final Pattern CREDENTIAL =
            Pattern.compile("(?:[A-Z]{2,6}|Ph\\.?D\\.?|M\\.D\\.|Jr\\.?|Sr\\.?|CFP®|Esq\\.?)");
    private static final Pattern ADDRESS =
            Pattern.compile("\\(?(?:\\S{0,60}@\\S{0,60}|https?://\\S{0,300}|www\\.\\S{0,300})");
    private static final Pattern FULL_NAME =
            Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'’.-]{0,19}+(?: [\\p{L}\\p{M}'’.-]{1,20}+){1,4}");
    private static final Pattern BRACKET = Pattern.compile("[\\[\\]【】]|(?<=[^\\s(]\\s?)\\([^()]{0,80}\\)");
    private static final Pattern NUMBER = Pattern.compile("(?:^|\\s)\\d++(?:\\s|$)");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Set<String> sites;

    /** @param sites names of the outlet */
    Names(Collection<String> sites) {
        this.sites = sites.stream().map(Headlines::letters).collect(Collectors.toSet());
    }

    private static Pattern pattern(String form, String kind) {
        String words = WORDS.getOrDefault(kind, Set.of()).stream()
                .map(word -> word.replace('_', ' '))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile(form.formatted(words), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Whether a text begins as a byline does. */
    static boolean begins(String text) {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return text.length() - start < LONGEST_BYLINE
                && mayLead(text, start)
                && LEAD.matcher(text).region(start, text.length()).lookingAt();
    }

    /** Whether the first word is one that leads to a name: nearly all texts are told apart by its first letter. */
    private static boolean mayLead(String text, int start) {
        return text.length() > start
                && LEAD_LETTERS.get(Character.toLowerCase(text.charAt(start)))
                && (text.charAt(start) >= FIRST_UNPARTED || LEAD_STARTS.contains(firstWord(text, start)));
    }

    private static String firstWord(String text, int start) {
        int end = start;
        while (end < text.length() && ":：".indexOf(text.charAt(end)) < 0 && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** Whether a text is, or begins with, a heading for names: "Author:". */
    static boolean isLabelled(String text) {
        return text.length() < LONGEST_BYLINE && LABEL.matcher(text.strip()).matches();
    }

    /** The names of one kind that machines are told, each once, in their order. */
    List<String> told(Collection<String> texts, Predicate<String> kind) {
        List<String> found = new ArrayList<>();
        texts.forEach(text -> split(text.length() > LONGEST_BYLINE ? "" : plain(text), kind, found));
        return joined(found);
    }

    /**
     * The people that a byline shows.
     *
     * @param marked whether the page marks it as the author, so that it may be a pen name of one word
     */
    List<String> shown(String byline, boolean marked) {
        List<String> found = new ArrayList<>();
        boolean open = true;
        for (String line : byline.length() <= LONGEST_BYLINE ? LINES.split(byline) : new String[0]) {
            if (open || JOINED_START.matcher(line).find()) {
                String text = plain(line);
                Matcher end = END.matcher(text);
                split(end.find() ? text.substring(0, end.start()) : text, name -> isShown(name, marked), found);
                open = found.isEmpty() || JOINED_END.matcher(line).find();
            }
        }
        return found;
    }

    /** Whether a text leads to those who helped only: who checked the facts, whose pictures these are. */
    static boolean isOfHelpers(String text) {
        return text.length() < LONGEST_BYLINE && HELPER.matcher(text).find();
    }

    /** Each name once; the shorter of two where one holds the other, which has a role glued to it. */
    List<String> joined(List<String> found) {
        List<String> names = new ArrayList<>();
        for (String name : new LinkedHashSet<>(found)) {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean longer = found.stream()
                    .filter(other -> other.contains(" "))
                    .anyMatch(other -> lower.startsWith(other.toLowerCase(Locale.ROOT) + " "));
            if (!longer && names.stream().noneMatch(name::equalsIgnoreCase) && names.size() < MOST) {
                names.add(name);
            }
        }
        return names;
    }

    /** Whether a name that machines are told may be a person's. */
    boolean isPerson(String name) {
        return isName(name) && !isUs(name) && words(name).stream().noneMatch(NOBODY::contains);
    }

    /**
     * Whether a text that nothing marks as a name reads like the full one of a person: two to four words with capitals,
     * not of capitals, none of them that of a topic.
     */
    boolean isFullName(String text) {
        return text.length() <= LONGEST_FULL_NAME
                && FULL_NAME.matcher(text).matches()
                && isCapitalised(text)
                && text.chars().anyMatch(Character::isLowerCase)
                && isPerson(text)
                && words(text).stream().noneMatch(TOPIC::contains);
    }

    /** "The Harbour Desk": not a person, yet more than a role, and not the outlet. */
    boolean isOffice(String name) {
        return isName(name) && !isUs(name) && !NOBODY.containsAll(words(name));
    }

    /** Whatever name machines are told, the outlet's own as well. */
    boolean isOutlet(String name) {
        return isName(name) && !NOBODY.containsAll(words(name));
    }

    private boolean isShown(String name, boolean marked) {
        int first = name.isEmpty() ? ' ' : name.codePointAt(0);
        return Character.isLetter(first)
                && !Character.isLowerCase(first)
                && (marked
                        ? isOffice(name)
                        : isPerson(name) && (isCapitalised(name) || Character.isIdeographic(first)));
    }

    /** Whether a name has words enough, each with a capital where its script has them, but for "van" and "de la". */
    private static boolean isCapitalised(String name) {
        return name.contains(" ") && split(name).allMatch(word -> Names.isLarge(word) || PARTICLES.contains(word));
    }

    private static boolean isLarge(String word) {
        return !Character.isLowerCase(word.codePointAt(0));
    }

    /** Offices in a byline: "By the Harbour Desk". */
    List<String> shownOffices(String byline) {
        List<String> found = new ArrayList<>();
        for (String line : byline.length() <= LONGEST_BYLINE ? LINES.split(byline) : new String[0]) {
            if (found.isEmpty()) {
                split(plain(line), name -> isCapitalised(name) && isOffice(name), found);
            }
        }
        return found;
    }

    private static boolean isName(String name) {
        return Headlines.letters(name).length() > 1
                && name.length() <= LONGEST
                && name.chars().noneMatch(c -> "/:?!<>{}[]@#=_\"".indexOf(c) >= 0)
                && words(name).size() <= MOST_WORDS + 1
                && !isCode(name);
    }

    /** What a template did not fill in: page.author.name, 4711. */
    private static boolean isCode(String name) {
        boolean dotted = !name.contains(" ") && name.indexOf('.') > 0 && name.indexOf('.') < name.length() - 1;
        return dotted || NUMBER.matcher(name).find() || name.chars().noneMatch(Character::isLetter);
    }

    /** Whether a name is the outlet's, whole or by its first letters. */
    private boolean isUs(String name) {
        String letters = Headlines.letters(name);
        String initials = words(name).stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
        return sites.contains(letters) || (initials.length() > 1 && sites.contains(initials));
    }

    private static List<String> words(String name) {
        return split(name.toLowerCase(Locale.ROOT)).toList();
    }

    private static Stream<String> split(String name) {
        return SPACE.splitAsStream(name.strip()).filter(word -> !word.isEmpty());
    }

    /** Without what leads to the names, addresses, and all from a date on. */
    private static String plain(String raw) {
        String text = BRACKET.matcher(ADDRESS.matcher(raw).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        Matcher lead = LEAD.matcher(text);
        text = lead.find() ? text.substring(lead.end()) : text;
        Found date = DateText.find(text, 0, true);
        return date == null
                ? text
                : TRAIL.matcher(text.substring(0, date.start()).strip()).replaceFirst("");
    }

    private static void split(String text, Predicate<String> kind, List<String> names) {
        for (String part : PARTS.split(text)) {
            for (String one : apart(part)) {
                String whole = LEAD.matcher(one.strip()).replaceFirst("");
                String name = ROLE.matcher(whole).replaceFirst("").strip();
                boolean credential =
                        !names.isEmpty() && CREDENTIAL.matcher(name).matches();
                if (credential || kind.test(name)) {
                    names.add(name);
                } else if (!name.isEmpty() && kind.test(whole)) {
                    names.add(whole);
                }
            }
        }
    }

    /** "Ann Lee and Bo Ray" are two; "the Centre for Evaluation and Research" is one. */
    private static String[] apart(String part) {
        String[] sides = AND.split(part);
        String last = sides.length == 0 ? "" : sides[sides.length - 1];
        return sides.length > 1 && !last.contains(" ") && sides[0].contains(" ") ? new String[] {part} : sides;
    }
}
