package dev.standfirst.mail;

import dev.standfirst.text.OneLine;
import java.net.ProtocolException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One reply of a mail server (RFC 5321, 4.2).
 *
 * @param code three digits, 200 to 599
 * @param enhanced the enhanced status code (RFC 3463) where it begins with one of the same class, else empty
 * @param text all lines as one, fit to be kept and shown, the codes once: "550 5.1.1 mailbox unknown"
 */
record SmtpReply(int code, String enhanced, String text) {

    private static final int TEXT = 500;
    private static final Pattern LINE = Pattern.compile("([2-5][0-9]{2})(?:[ -](.*))?", Pattern.DOTALL);
    private static final Pattern ENHANCED = Pattern.compile("([245]\\.[0-9]{1,3}\\.[0-9]{1,3})(?: |$)");

    /**
     * Reads the lines of one reply.
     *
     * @throws ProtocolException where they are none
     */
    static SmtpReply of(List<String> lines) throws ProtocolException {
        String code = match(lines.get(0)).group(1);
        String enhanced = "";
        StringBuilder text = new StringBuilder(code);
        for (String line : lines) {
            Matcher matcher = match(line);
            if (!matcher.group(1).equals(code)) {
                throw new ProtocolException("it answered %s and %s at once".formatted(code, matcher.group(1)));
            }
            String said = Objects.requireNonNullElse(matcher.group(2), "").strip();
            Matcher detail = ENHANCED.matcher(said);
            if (detail.lookingAt() && said.charAt(0) == code.charAt(0)) {
                said = detail.group(1).equals(enhanced) ? said.substring(detail.end()) : said;
                enhanced = enhanced.isEmpty() ? detail.group(1) : enhanced;
            }
            text.append(said.isEmpty() ? "" : " ").append(said);
        }
        return new SmtpReply(Integer.parseInt(code), enhanced, OneLine.shown(OneLine.of(text.toString(), TEXT)));
    }

    /** Whether the command was carried out. */
    boolean isOk() {
        return code / 100 == 2;
    }

    /** Whether the bytes of a message may follow now. */
    boolean asksForData() {
        return code == 354;
    }

    boolean isForNow() {
        return code / 100 == 4;
    }

    boolean isForGood() {
        return code / 100 == 5;
    }

    private static Matcher match(String line) throws ProtocolException {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new ProtocolException(
                    "it answered what no mail server says: \"%s\"".formatted(OneLine.shown(OneLine.of(line, 60))));
        }
        return matcher;
    }
}
