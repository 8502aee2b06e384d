package dev.standfirst.fetch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Path and query as a request line can hold them. */
final class Target {

    private static final String ALSO_PLAIN = "-._~!$&'()*+,;=:@/?";

    private Target() {}

    /** Escapes what may not stand in a request line and takes out {@code .} and {@code ..} (RFC 3986, 5.2.4). */
    static String of(String written) {
        int question = written.indexOf('?');
        String path = question < 0 ? written : written.substring(0, question);
        String query = question < 0 ? "" : written.substring(question);
        return withoutDots(escape(path)) + escape(query);
    }

    private static String escape(String written) {
        StringBuilder out = new StringBuilder(written.length() + 16);
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            char c = (char) (bytes[i] & 0xFF);
            boolean escaped = c == '%' && i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2]);
            if (escaped || isPlain(c)) {
                out.append(c);
            } else {
                out.append('%').append(hex(c >> 4)).append(hex(c & 0xF));
            }
        }
        return out.toString();
    }

    private static boolean isPlain(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || ALSO_PLAIN.indexOf(c) >= 0);
    }

    private static boolean isHex(byte b) {
        return Character.digit(b, 16) >= 0;
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit, 16));
    }

    private static String withoutDots(String path) {
        if (!path.contains("/.")) {
            return path.isEmpty() ? "/" : path;
        }
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.substring(1).split("/", -1);
        for (String segment : segments) {
            switch (segment) {
                case "." -> {}
                case ".." -> kept.pollLast();
                default -> kept.add(segment);
            }
        }
        String last = segments[segments.length - 1];
        if (last.equals(".") || last.equals("..")) {
            kept.add("");
        }
        return "/" + String.join("/", kept);
    }
}
