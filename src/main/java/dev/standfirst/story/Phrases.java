package dev.standfirst.story;

import dev.standfirst.text.Words;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Words and phrases that somebody looks for, as digest files write them: {@code reef}, {@code tidal barrage},
 * {@code ferr*}, {@code *hafen}. Case does not count, nor what stands between two words. In scripts without spaces a
 * word is found wherever its characters stand in a row.
 */
public final class Phrases {

    private final List<Phrase> all;

    private Phrases(List<Phrase> all) {
        this.all = all;
    }

    /** Phrases to look for, as they are written. */
    public static Phrases of(List<String> written) {
        return new Phrases(written.stream().map(Phrases::phrase).toList());
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /**
     * Those that a text holds, as they were written, in their order.
     *
     * @param plain the text in the form of {@link #plain}
     */
    public List<String> in(String plain) {
        return all.stream()
                .filter(phrase -> plain.contains(phrase.needle()))
                .map(Phrase::written)
                .toList();
    }

    /** A text to look in: its words in small letters, a blank before, between and behind them, and nothing else. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(" ");
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(c -> append(plain, c));
        return plain.charAt(plain.length() - 1) == ' '
                ? plain.toString()
                : plain.append(' ').toString();
    }

    private static void append(StringBuilder plain, int c) {
        int type = Character.getType(c);
        boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
        if (mark || Character.isLetterOrDigit(c)) {
            plain.appendCodePoint(c);
        } else if (plain.charAt(plain.length() - 1) != ' ') {
            plain.append(' ');
        }
    }

    private static Phrase phrase(String written) {
        String words = plain(written);
        boolean spaceless = words.codePoints().anyMatch(Words::isSpaceless);
        int from = spaceless || written.startsWith("*") ? 1 : 0;
        int to = words.length() - (spaceless || written.endsWith("*") ? 1 : 0);
        return new Phrase(written, words.substring(from, Math.max(from, to)));
    }

    private record Phrase(String written, String needle) {}
}
