package dev.standfirst.fetch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a robots.txt as keys and values, as tolerant as the parser that most sites are written for (Google's,
 * published with RFC 9309): broken byte order marks, all line ends, missing colons, frequent typos, lines without end.
 */
final class RobotsLines {

    /** What a line says. */
    enum Key {
        AGENT,
        ALLOW,
        DISALLOW,
        DELAY,
        SITEMAP
    }

    record Line(Key key, String value) {}

    /** RFC 9309, 2.5: at least this much is read; nothing beyond it here. */
    private static final int FILE_BYTES = 500 * 1_024;

    /** Eight times what browsers take as an address; what is longer is cut. */
    private static final int LINE_BYTES = 2_083 * 8 - 1;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private RobotsLines() {}

    static List<Line> read(byte[] bytes) {
        List<Line> lines = new ArrayList<>();
        int end = Math.min(bytes.length, FILE_BYTES);
        int start = mark(bytes);
        int last = end == bytes.length ? end : end - 1; // What the limit cuts through is no rule.
        for (int i = start; i <= last; i++) {
            if (i == end || bytes[i] == '\n' || bytes[i] == '\r') {
                int length = Math.min(i - start, LINE_BYTES);
                add(new String(bytes, start, length, StandardCharsets.ISO_8859_1), lines);
                start = i + 1;
            }
        }
        return lines;
    }

    private static int mark(byte[] bytes) {
        int at = 0;
        while (at < MARK.length && at < bytes.length && bytes[at] == MARK[at]) {
            at++;
        }
        return at;
    }

    private static void add(String raw, List<Line> lines) {
        int comment = raw.indexOf('#');
        String line = strip(comment < 0 ? raw : raw.substring(0, comment));
        int colon = line.indexOf(':');
        int cut = colon >= 0 ? colon : blank(line);
        if (cut <= 0) {
            return;
        }
        String value = strip(line.substring(cut + 1));
        if (colon < 0 && blank(value) >= 0) {
            return; // Without a colon two words are a rule; more are prose.
        }
        Key key = key(strip(line.substring(0, cut)).toLowerCase(Locale.ROOT));
        if (key != null) {
            lines.add(new Line(key, value));
        }
    }

    private static int blank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ' ' || text.charAt(i) == '\t') {
                return i;
            }
        }
        return -1;
    }

    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static @Nullable Key key(String name) {
        if (starts(name, "user-agent", "useragent", "user agent")) {
            return Key.AGENT;
        }
        if (starts(name, "allow")) {
            return Key.ALLOW;
        }
        if (starts(name, "disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw")) {
            return Key.DISALLOW;
        }
        if (starts(name, "crawl-delay", "crawldelay", "crawl delay")) {
            return Key.DELAY;
        }
        return starts(name, "sitemap", "site-map") ? Key.SITEMAP : null;
    }

    private static boolean starts(String name, String... ways) {
        return List.of(ways).stream().anyMatch(name::startsWith);
    }
}
