package dev.standfirst.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** AUTH PLAIN (RFC 4616) and AUTH LOGIN. */
final class SinkLogin {

    private final String expected;
    private final SinkWire wire;
    private boolean done;

    /** @param expected "user:password"; empty where everybody may send */
    SinkLogin(String expected, SinkWire wire) {
        this.expected = expected;
        this.wire = wire;
        this.done = expected.isEmpty();
    }

    /** Whether mails may be sent. */
    boolean isDone() {
        return done;
    }

    /** Hears what follows AUTH and tells whether it was right. */
    boolean ask(String line) throws IOException {
        String[] words = line.split(" ");
        String way = words.length < 2 ? "" : words[1].toUpperCase(Locale.ROOT);
        String first = words.length < 3 ? "" : words[2];
        String given = switch (way) {
            case "PLAIN" -> plain(first.isEmpty() ? answer("") : first);
            case "LOGIN" ->
                (first.isEmpty() ? text(answer("VXNlcm5hbWU6")) : text(first)) + ":" + text(answer("UGFzc3dvcmQ6"));
            default -> "";
        };
        done = !expected.isEmpty() && given.equals(expected);
        return done;
    }

    private static String plain(String encoded) {
        String[] parts = text(encoded).split("\0");
        return parts.length < 3 ? "" : parts[1] + ":" + parts[2];
    }

    private String answer(String question) throws IOException {
        wire.reply("334 " + question);
        String line = wire.command();
        return line == null ? "" : line;
    }

    private static String text(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
