package dev.standfirst.mail;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One way in which a mail server fails its client, and how often. Written {@code STAGE=ACTION[,KEY=VALUE...]}, for
 * example {@code rcpt=451 4.2.1 later,rate=0.02} or {@code dot=cut,kept=yes,rate=0.005}.
 *
 * @param stage when it happens
 * @param action what happens
 * @param reply the line of an answer, for {@link Action#REPLY} and {@link Action#BYE}; empty for the others
 * @param kept at the final dot: whether the mail is kept although the client is not told
 * @param rate share of the recipients, or of the connections before one is known, that it happens to
 * @param times how many tries of a recipient, or how many connections, it happens to; 0 for all
 * @param recipients whom it may happen to
 * @param lasts how long the server is silent, for {@link Action#HANG}
 */
public record SinkFault(
        Stage stage,
        Action action,
        String reply,
        boolean kept,
        double rate,
        int times,
        Pattern recipients,
        Duration lasts) {

    private static final Pattern EVERYBODY = Pattern.compile(".*");
    private static final Duration LONG = Duration.ofMinutes(11);

    /** When something happens. */
    public enum Stage {
        CONNECT,
        EHLO,
        AUTH,
        MAIL,
        RCPT,
        DATA,
        /** In the middle of the text. */
        MID,
        /** After the final dot. */
        DOT;

        boolean knowsRecipient() {
            return compareTo(RCPT) >= 0;
        }
    }

    /** What happens. */
    public enum Action {
        /** An answer that refuses. */
        REPLY,
        /** The connection is closed without an answer. */
        CUT,
        /** Silence, then the usual answer. */
        HANG,
        /** Bytes that are no answer. */
        GARBAGE,
        /** An answer, 421 as a rule, and the connection is closed. */
        BYE,
        /** A good answer at the final dot for a mail that is thrown away: no fault to be found but by a ledger. */
        SWALLOW
    }

    /** A fault from its text. */
    public static SinkFault parse(String text) {
        int equals = text.indexOf('=');
        Stage stage = Stage.valueOf(text.substring(0, equals).toUpperCase(Locale.ROOT));
        String[] parts = text.substring(equals + 1).split(",");
        SinkFault fault = of(stage, parts[0]);
        for (int i = 1; i < parts.length; i++) {
            String[] pair = parts[i].split("=", 2);
            fault = fault.with(pair[0], pair[1]);
        }
        return fault;
    }

    private static SinkFault of(Stage stage, String what) {
        if (Character.isDigit(what.charAt(0))) {
            Action action = what.startsWith("421") ? Action.BYE : Action.REPLY;
            return new SinkFault(stage, action, what, false, 1, 1, EVERYBODY, LONG);
        }
        Action action = Action.valueOf(what.toUpperCase(Locale.ROOT));
        String reply = action == Action.BYE ? "421 4.7.0 this is enough for one connection" : "";
        return new SinkFault(stage, action, reply, false, 1, 1, EVERYBODY, LONG);
    }

    private SinkFault with(String key, String value) {
        return switch (key) {
            case "kept" -> new SinkFault(stage, action, reply, value.equals("yes"), rate, times, recipients, lasts);
            case "rate" ->
                new SinkFault(stage, action, reply, kept, Double.parseDouble(value), times, recipients, lasts);
            case "times" -> times(Integer.parseInt(value));
            case "match" -> match(Pattern.compile(value));
            case "for" ->
                new SinkFault(
                        stage, action, reply, kept, rate, times, recipients, Duration.ofMillis(Long.parseLong(value)));
            default -> throw new IllegalArgumentException("a fault has no " + key);
        };
    }

    SinkFault times(int most) {
        return new SinkFault(stage, action, reply, kept, rate, most, recipients, lasts);
    }

    SinkFault match(Pattern those) {
        return new SinkFault(stage, action, reply, kept, rate, times, those, lasts);
    }
}
