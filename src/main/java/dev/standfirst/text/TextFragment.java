package dev.standfirst.text;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The part of a link that leads to a place in a text ({@code #:~:text=}, WICG Scroll to Text Fragment). Browsers match
 * at word boundaries and fold white space. Where the words stand more than once, what is around them tells which is
 * meant.
 */
public final class TextFragment {

    private static final int WHOLE = 8;
    private static final int ENDS = 4;
    private static final int CONTEXT = 3;

    private TextFragment() {}

    /**
     * The fragment for a sentence.
     *
     * @param text the text that the sentence's offsets count in, as the page shows it
     */
    public static String of(String text, Sentence sentence) {
        String quoted = withoutFinalStop(sentence.text());
        String directive = directive(quoted);
        boolean unique = text.indexOf(quoted) == text.lastIndexOf(quoted);
        return "#:~:text=" + (unique ? directive : context(text, sentence, directive, quoted.length()));
    }

    private static String directive(String quoted) {
        List<String> words = List.of(quoted.strip().split("\\s+"));
        boolean spaceless = quoted.codePoints().anyMatch(Words::isSpaceless);
        if (spaceless || words.size() <= WHOLE) {
            return encode(String.join(" ", words));
        }
        String start = String.join(" ", words.subList(0, ENDS));
        String end = String.join(" ", words.subList(words.size() - ENDS, words.size()));
        return encode(start) + "," + encode(end);
    }

    private static String context(String text, Sentence sentence, String directive, int length) {
        String before = lastWords(line(text, sentence.from(), -1));
        String after = firstWords(text.substring(sentence.from() + length, lineEnd(text, sentence.from() + length)));
        return (before.isEmpty() ? "" : encode(before) + "-,")
                + directive
                + (after.isEmpty() ? "" : ",-" + encode(after));
    }

    private static String line(String text, int to, int missing) {
        return text.substring(text.lastIndexOf('\n', Math.max(missing, to - 1)) + 1, to);
    }

    private static int lineEnd(String text, int from) {
        int feed = text.indexOf('\n', from);
        return feed < 0 ? text.length() : feed;
    }

    private static String lastWords(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        return String.join(" ", words.subList(Math.max(0, words.size() - CONTEXT), words.size()));
    }

    private static String firstWords(String text) {
        List<String> words = List.of(text.strip().replaceFirst("^[.。]+\\s*", "").split("\\s+"));
        return String.join(" ", words.subList(0, Math.min(CONTEXT, words.size())));
    }

    /** Programs that find links in text leave a final stop out, so the link must work without. */
    private static String withoutFinalStop(String sentence) {
        return sentence.endsWith(".") || sentence.endsWith("。")
                ? sentence.substring(0, sentence.length() - 1)
                : sentence;
    }

    /**
     * All but letters, digits, stop, underscore and tilde; dash, comma and ampersand have a meaning of their own here.
     */
    private static String encode(String words) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : words.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '~');
            encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return encoded.toString();
    }
}
