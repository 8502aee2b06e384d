package dev.standfirst.mail;

import java.util.Optional;

/** What is wrong with the lines of a mail that is ready for the wire. */
final class MailLines {

    private static final int LONGEST = 998;

    /** Of lines of a body (RFC 2045, 6.7 and 6.8). */
    private static final int LONGEST_OF_BODY = 76;

    private MailLines() {}

    /** The first fault; empty where there is none. */
    static Optional<String> faults(byte[] mail) {
        int from = 0;
        boolean body = false;
        while (from < mail.length) {
            int end = from;
            while (end < mail.length && mail[end] != '\r' && mail[end] != '\n') {
                if (mail[end] == 0 || (body && mail[end] < 0)) {
                    return Optional.of("byte " + mail[end] + " at " + end);
                }
                end++;
            }
            if (end + 1 >= mail.length || mail[end] != '\r' || mail[end + 1] != '\n') {
                return Optional.of("no line end at " + end);
            }
            if (end - from > (body ? LONGEST_OF_BODY : LONGEST)) {
                return Optional.of("a line of " + (end - from) + " at " + from);
            }
            if (mail[from] == '.') {
                return Optional.of("a dot at " + from);
            }
            body |= end == from;
            from = end + 2;
        }
        return Optional.empty();
    }
}
