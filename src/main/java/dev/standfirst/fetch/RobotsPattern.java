package dev.standfirst.fetch;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The path of a rule: {@code *} stands for anything, {@code $} at the end for the end. Matching takes time in
 * proportion to path and pattern, whatever is in them.
 *
 * @param text ASCII; what was beyond is escaped, and escapes are in capitals
 */
record RobotsPattern(String text) {

    private static final Pattern ESCAPE = Pattern.compile("%[0-9a-fA-F]{2}");

    /** Up to here the plain search is quick enough, whatever the text. */
    private static final int SHORT = 64;

    /** From what a file says; bytes as ISO 8859-1. */
    static RobotsPattern of(String written) {
        StringBuilder out = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            out.append(c < 0x80 ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        return new RobotsPattern(capitalised(out.toString()));
    }

    /** A path as patterns are compared with it: bytes as ISO 8859-1, escapes in capitals. */
    static String path(String path) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        return capitalised(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private static String capitalised(String text) {
        return text.indexOf('%') < 0
                ? text
                : ESCAPE.matcher(text).replaceAll(escape -> escape.group().toUpperCase(Locale.ROOT));
    }

    /** How much this rule weighs against others: the longer one wins. */
    int length() {
        return text.length();
    }

    boolean matches(String path) {
        boolean anchored = text.endsWith("$");
        String pattern = anchored ? text.substring(0, text.length() - 1) : text;
        String[] parts = pattern.split("\\*", -1);
        if (!path.startsWith(parts[0])) {
            return false;
        }
        if (parts.length == 1) {
            return !anchored || path.length() == pattern.length();
        }
        String last = parts[parts.length - 1];
        int at = afterMiddle(path, parts);
        if (at < 0 || at + last.length() > path.length()) {
            return false;
        }
        return anchored ? path.endsWith(last) : find(path, last, at) >= 0;
    }

    /** The first place behind all parts between the stars; the earliest find of each leaves most for the next. */
    private static int afterMiddle(String path, String[] parts) {
        int at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = find(path, parts[i], at);
            if (found < 0) {
                return -1;
            }
            at = found + parts[i].length();
        }
        return at;
    }

    /** {@code indexOf}, by Knuth, Morris and Pratt where the word is long. */
    private static int find(String text, String word, int from) {
        if (word.length() <= SHORT) {
            return text.indexOf(word, from);
        }
        int[] back = borders(word);
        int matched = 0;
        for (int i = from; i < text.length(); i++) {
            matched = extend(word, back, matched, text.charAt(i));
            if (matched == word.length()) {
                return i - matched + 1;
            }
        }
        return -1;
    }

    /** For each length of the word's start: how long an end of it is also its start. */
    private static int[] borders(String word) {
        int[] back = new int[word.length() + 1];
        for (int i = 1; i < word.length(); i++) {
            back[i + 1] = extend(word, back, back[i], word.charAt(i));
        }
        return back;
    }

    private static int extend(String word, int[] back, int matched, char next) {
        int length = matched;
        while (length > 0 && word.charAt(length) != next) {
            length = back[length];
        }
        return word.charAt(length) == next ? length + 1 : length;
    }
}
