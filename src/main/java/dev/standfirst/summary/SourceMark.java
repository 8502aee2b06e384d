package dev.standfirst.summary;

import dev.standfirst.text.Sentence;
import dev.standfirst.text.WordLists;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mark of place and agency in front of an article's first sentence: "LONDON (AP) - ", "(CNN)", "Paris, 3 mars - ".
 * A bracket behind a name is a mark where a dash or a colon follows, or where it names an agency of
 * {@code agencies.txt}.
 */
final class SourceMark {

    /** In characters. */
    private static final int LONGEST = 160;

    private static final Set<String> AGENCIES =
            WordLists.read(SourceMark.class, "agencies.txt").getOrDefault("agencies", Set.of());

    private static final Pattern BRACKET = Pattern.compile(
            "^((?:\\p{Lu}[\\p{L}.'’-]*,?\\s+){0,5})\\((\\p{L}[\\p{L}\\p{N} ./-]{1,30})\\)\\s*([-–—:]{1,2}\\s*)?(?=\\S)");

    private static final Pattern DASH = Pattern.compile("^(?:\\p{Lu}[\\p{Lu}.'’-]{2,}"
            + "(?:,? \\p{Lu}[\\p{Lu}.'’-]*|, ?\\p{L}[\\p{L}.]*(?: \\d{1,2})?){0,4}\\s+[-–—]{1,2}\\s+"
            + "|\\p{Lu}[\\p{L}'’-]{2,20},\\s+\\d{1,2}\\.?\\s+\\p{L}{3,9}\\.?\\s+[-–—]{1,2}\\s+)(?=\\S)");

    private SourceMark() {}

    /** An article's first sentence without the mark in front of it. */
    static Sentence without(Sentence sentence) {
        int mark = length(sentence.text());
        return mark == 0
                ? sentence
                : new Sentence(
                        sentence.text().substring(mark), sentence.from() + mark, sentence.to(), sentence.paragraph());
    }

    /** How many characters of a first sentence the mark takes; 0 where there is none. */
    static int length(String sentence) {
        String head = sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST);
        Matcher bracket = BRACKET.matcher(head);
        if (bracket.find()) {
            boolean named = AGENCIES.contains(bracket.group(2).toLowerCase(Locale.ROOT));
            boolean alone = bracket.group(1).isEmpty();
            return bracket.group(3) != null || alone || named ? bracket.end() : 0;
        }
        Matcher dash = DASH.matcher(head);
        return dash.find() ? dash.end() : 0;
    }
}
