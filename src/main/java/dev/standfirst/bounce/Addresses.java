package dev.standfirst.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds addresses in foreign text, in linear time. They are found, not checked. */
final class Addresses {

    private static final String MARKS = "!#$%&*+-/=?^_{|}~.'";
    private static final int LONGEST_LOCAL = 128;
    private static final int LONGEST_DOMAIN = 255;

    private Addresses() {}

    /** The addresses of a text, in order, in lower case. */
    static List<String> in(String text) {
        List<String> found = new ArrayList<>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            String local = trimmed(text.substring(localFrom(text, at), at));
            String domain = trimmed(text.substring(at + 1, domainTo(text, at)));
            if (!local.isEmpty() && domain.indexOf('.') > 0) {
                found.add((local + "@" + domain).toLowerCase(Locale.ROOT));
            }
        }
        return found;
    }

    /** The first address of a text; empty where there is none. */
    static String first(String text) {
        List<String> all = in(text);
        return all.isEmpty() ? "" : all.get(0);
    }

    private static int localFrom(String text, int at) {
        int from = at;
        while (from > 0 && at - from < LONGEST_LOCAL && isLocal(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    private static int domainTo(String text, int at) {
        int to = at + 1;
        while (to < text.length() && to - at < LONGEST_DOMAIN && isDomain(text.charAt(to))) {
            to++;
        }
        return to;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || MARKS.indexOf(c) >= 0;
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }

    /** Without the marks of the sentence around it: dots, quotes. */
    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && ".'-".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && ".-".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }
}
