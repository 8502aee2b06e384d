package dev.standfirst.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The part of a link that leads to a place in a text ({@code #:~:text=}, WICG Scroll to Text Fragment). Each of its
 * parts must stand within one block and begin and end at a word's boundary; letters are compared without case and
 * accents. The more words a part has, the more can stand between them on the page (a line break, a picture, a mark of a
 * note); the fewer it has, the more it can be mistaken. A browser takes the first place that fits, so only what stands
 * before the sentence can be mistaken for it. So a sentence is named by its ends, each as long as it needs to be.
 */
public final class TextFragment {

    private static final int WHOLE = 8;
    private static final int ENDS = 4;
    private static final int CONTEXT = 3;
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Mn}\\p{Cf}]+");

    private final String before;
    private final List<String> words;
    private final String stops;

    private TextFragment(String before, Sentence sentence) {
        this.before = fold(before);
        // Programs that find links in text leave a final stop out, so the link must work without.
        this.words = words(withoutFinalStops(sentence.text()));
        this.stops =
                sentence.text().substring(withoutFinalStops(sentence.text()).length());
    }

    /**
     * The fragment for a sentence.
     *
     * @param text the text that the sentence's offsets count in
     * @param elsewhere what else the page may show before the sentence, as its headline; may be empty
     */
    public static String of(String text, Sentence sentence, String elsewhere) {
        String earlier = text.substring(0, sentence.from());
        TextFragment fragment = new TextFragment(elsewhere + "\n" + earlier, sentence);
        return "#:~:text="
                + Context.around(text, sentence)
                        .filter(fragment::isToldBy)
                        .findFirst()
                        .map(fragment::in)
                        .orElseGet(() -> fragment.in(Context.NONE));
    }

    /**
     * The words that a browser wants to find right around a sentence.
     *
     * @param prefix before it, or empty
     * @param suffix after it, or empty
     */
    private record Context(String prefix, String suffix) {

        static final Context NONE = new Context("", "");

        /**
         * None; the words on either side in the same block; the last of the block before and the first of the one
         * after, which count as long as nothing else stands between the two on the page.
         */
        static Stream<Context> around(String text, Sentence sentence) {
            int line = text.lastIndexOf('\n', sentence.from() - 1) + 1;
            String[] later = text.substring(sentence.to()).split("\n", 3);
            return Stream.of(
                    NONE,
                    before(text.substring(line, sentence.from())),
                    after(later[0]),
                    before(line == 0 ? "" : text.substring(text.lastIndexOf('\n', line - 2) + 1, line)),
                    after(later.length == 1 ? "" : later[1]));
        }

        private static Context before(String line) {
            List<String> words = words(line);
            return new Context(join(words.subList(Math.max(0, words.size() - CONTEXT), words.size())), "");
        }

        private static Context after(String line) {
            List<String> words = words(line);
            return new Context("", join(words.subList(0, Math.min(words.size(), CONTEXT))));
        }
    }

    private boolean isToldBy(Context context) {
        return !stoodBefore(
                context.suffix().isEmpty()
                        ? context.prefix() + " " + join(words)
                        : join(words) + stops + " " + context.suffix());
    }

    private boolean stoodBefore(String sought) {
        return before.contains(fold(sought));
    }

    private String in(Context context) {
        if (!context.suffix().isEmpty()) {
            // With ends alone, the search would go on from the wrong beginning to the right end.
            return encode(join(words) + stops) + ",-" + encode(withoutFinalStops(context.suffix()));
        }
        int start = start(context.prefix());
        int end = end(start);
        String first = start + end < words.size() ? encode(join(words.subList(0, start))) + "," : "";
        List<String> last = first.isEmpty() ? words : words.subList(words.size() - end, words.size());
        String prefix = context.prefix().isEmpty() ? "" : encode(context.prefix()) + "-,";
        return prefix + first + encode(join(last));
    }

    /** How many words the beginning needs. */
    private int start(String prefix) {
        int start = words.size() <= WHOLE ? words.size() : ENDS;
        while (start < words.size() && stoodBefore(prefix + " " + join(words.subList(0, start)))) {
            start++;
        }
        return start;
    }

    /** How many words the end needs, so that it does not stand in the sentence before. */
    private int end(int start) {
        int end = ENDS;
        while (start + end < words.size() && stoodBetween(start, end)) {
            end++;
        }
        return end;
    }

    private boolean stoodBetween(int start, int end) {
        int size = words.size();
        return fold(join(words.subList(start, size - 1))).contains(fold(join(words.subList(size - end, size))));
    }

    private static String withoutFinalStops(String last) {
        int end = last.length();
        while (end > 1 && last.charAt(end - 1) == '.') {
            end--;
        }
        return last.substring(0, end);
    }

    private static List<String> words(String text) {
        return SPACE.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }

    private static String join(List<String> words) {
        return String.join(" ", words);
    }

    /** As browsers compare; the ends are stripped. */
    private static String fold(String text) {
        String plain =
                UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String quotes = plain.replaceAll("[‘’‚‛`´]", "'").replaceAll("[“”„‟]", "\"");
        return join(words(quotes)).toLowerCase(Locale.ROOT);
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
