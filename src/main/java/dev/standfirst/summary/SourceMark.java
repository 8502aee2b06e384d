package dev.standfirst.summary;

import dev.standfirst.text.Sentence;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mark of place and agency in front of a first sentence: "LONDON (AP) - ", "(CNN)", "Paris, 3 mars - ". */
final class SourceMark {

    /** In characters. */
    private static final int LONGEST = 160;

    private static final Pattern MARK = Pattern.compile(
            "^(?:(?:\\p{Lu}[\\p{L}.'’-]*,?\\s+){0,5}\\(\\p{L}[\\p{L}\\p{N} ./-]{1,30}\\)\\s*(?:[-–—:]{1,2}\\s*)?"
                    + "|\\p{Lu}[\\p{Lu}.'’-]{2,}(?:[, ]+\\p{L}[\\p{L}.]*){0,4}\\s+[-–—]{1,2}\\s+"
                    + "|\\p{Lu}[\\p{L}'’-]{2,20},\\s+\\d{1,2}\\.?\\s+\\p{L}{3,9}\\.?\\s+[-–—]{1,2}\\s+)(?=\\S)");

    private SourceMark() {}

    /** A sentence without the mark in front of it. */
    static Sentence without(Sentence sentence) {
        int mark = length(sentence.text());
        return mark == 0
                ? sentence
                : new Sentence(
                        sentence.text().substring(mark), sentence.from() + mark, sentence.to(), sentence.paragraph());
    }

    /** How many characters of a sentence the mark takes; 0 where there is none. */
    static int length(String sentence) {
        if (!mayHold(sentence)) {
            return 0;
        }
        Matcher mark = MARK.matcher(sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST));
        return mark.find() ? mark.end() : 0;
    }

    /** Without a bracket or a dash near its start there is no mark; looking for one is much faster than the pattern. */
    private static boolean mayHold(String sentence) {
        for (int i = 0; i < sentence.length() && i < LONGEST; i++) {
            char c = sentence.charAt(i);
            if (c == '(' || c == '-' || c == '–' || c == '—') {
                return true;
            }
        }
        return false;
    }
}
