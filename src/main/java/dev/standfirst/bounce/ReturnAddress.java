package dev.standfirst.bounce;

import dev.standfirst.mail.EmailAddress;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The address that mails come back to, with a token behind it that tells whose mail it was: {@code
 * bounces+TOKEN@host}. The token is written in digits and lower-case letters, because servers on the way back change
 * case.
 *
 * @param local the part before the token, at most {@value #LONGEST} characters
 * @param domain where the mailbox is
 */
record ReturnAddress(String local, String domain) {

    /** 64 characters of a local part, less the longest token and what stands before it. */
    static final int LONGEST = 18;

    static final int TOKEN_BYTES = 24;

    /** Base 32 holds five bits a character. */
    private static final int TOKEN_LENGTH = 39;

    private static final int RADIX = 32;
    private static final String LEAVE = "leave-";

    /** What is asked with an address. */
    enum Purpose {
        BOUNCE,
        LEAVE
    }

    /** A token that came back; not checked. */
    record Returned(Purpose purpose, byte[] token) {}

    static ReturnAddress of(EmailAddress address) {
        String value = address.normal();
        int at = value.lastIndexOf('@');
        return new ReturnAddress(value.substring(0, at), value.substring(at + 1));
    }

    /**
     * The address for one mail.
     *
     * @param token {@value #TOKEN_BYTES} bytes
     */
    EmailAddress with(Purpose purpose, byte[] token) {
        String mark = purpose == Purpose.LEAVE ? LEAVE : "";
        return new EmailAddress("%s+%s%s@%s".formatted(local, mark, write(token), domain));
    }

    /**
     * Finds the token in an address that mail came back to, whatever the way did to it: another case, another mark than
     * plus, SRS0 and SRS1 of forwarders, prvs of BATV.
     */
    Optional<Returned> read(String address) {
        String text = address.toLowerCase(Locale.ROOT);
        for (int at = text.indexOf(local); at >= 0; at = text.indexOf(local, at + 1)) {
            int mark = at + local.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            if (begins && mark < text.length() && "+-=_".indexOf(text.charAt(mark)) >= 0) {
                boolean leave = text.startsWith(LEAVE, mark + 1);
                Optional<byte[]> token = token(text, mark + 1 + (leave ? LEAVE.length() : 0));
                if (token.isPresent()) {
                    return token.map(bytes -> new Returned(leave ? Purpose.LEAVE : Purpose.BOUNCE, bytes));
                }
            }
        }
        return Optional.empty();
    }

    static String write(byte[] token) {
        String digits = new BigInteger(1, token).toString(RADIX);
        return "0".repeat(TOKEN_LENGTH - digits.length()) + digits;
    }

    /** The token at a place of a text in lower case, if there is one. */
    static Optional<byte[]> token(String text, int from) {
        int to = from + TOKEN_LENGTH;
        if (to > text.length() || !isEnd(text, to) || !text.substring(from, to).matches("[0-9a-v]+")) {
            return Optional.empty();
        }
        byte[] number = new BigInteger(text.substring(from, to), RADIX).toByteArray();
        int surplus = number.length - TOKEN_BYTES;
        if (surplus > 1 || (surplus == 1 && number[0] != 0)) {
            return Optional.empty();
        }
        byte[] token = new byte[TOKEN_BYTES];
        byte[] digits = surplus == 1 ? Arrays.copyOfRange(number, 1, number.length) : number;
        System.arraycopy(digits, 0, token, TOKEN_BYTES - digits.length, digits.length);
        return Optional.of(token);
    }

    private static boolean isEnd(String text, int at) {
        return at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }
}
