package dev.standfirst.bounce;

import dev.standfirst.mail.EmailAddress;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address that mails come back to, with a token behind it that tells whose mail it was: {@code bounces+TOKEN@host}.
 * The token is written in digits and lower-case letters, because servers on the way back change case.
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

    private static final int BITS = 5;
    private static final String LEAVE = "leave-";
    private static final Pattern FORM = Pattern.compile("[0-9a-v]+");

    /** What is asked with an address. */
    enum Purpose {
        BOUNCE,
        LEAVE
    }

    /** A token that came back; not checked. */
    record Returned(Purpose purpose, String token) {}

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
        return new EmailAddress(local + "+" + mark + write(token) + "@" + domain);
    }

    /**
     * Finds the token in an address that mail came back to, whatever the way did to it: another case, another mark than
     * plus, SRS0 and SRS1 of forwarders, prvs of BATV.
     */
    Optional<Returned> read(String address) {
        String text = address.toLowerCase(Locale.ROOT);
        for (int at = text.indexOf(local); at >= 0; at = text.indexOf(local, at + 1)) {
            int mark = at + local.length();
            if (isWord(text, at, mark)) {
                Optional<Returned> returned = behind(text, mark + 1);
                if (returned.isPresent()) {
                    return returned;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isWord(String text, int from, int to) {
        return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
                && to < text.length()
                && "+-=_".indexOf(text.charAt(to)) >= 0;
    }

    private static Optional<Returned> behind(String text, int from) {
        return text.startsWith(LEAVE, from)
                ? token(text, from + LEAVE.length()).map(token -> new Returned(Purpose.LEAVE, token))
                : token(text, from).map(token -> new Returned(Purpose.BOUNCE, token));
    }

    static String write(byte[] token) {
        char[] digits = new char[TOKEN_LENGTH];
        int next = token.length - 1;
        int held = 0;
        int bits = 0;
        for (int i = TOKEN_LENGTH - 1; i >= 0; i--) {
            if (bits < BITS && next >= 0) {
                held |= (token[next--] & 0xFF) << bits;
                bits += Byte.SIZE;
            }
            digits[i] = Character.forDigit(held & (RADIX - 1), RADIX);
            held >>>= BITS;
            bits -= BITS;
        }
        return new String(digits);
    }

    /** The token at a place of a text in lower case, if there is one. */
    static Optional<String> token(String text, int from) {
        int to = from + TOKEN_LENGTH;
        return to <= text.length()
                        && isEnd(text, to)
                        && FORM.matcher(text.substring(from, to)).matches()
                ? Optional.of(text.substring(from, to))
                : Optional.empty();
    }

    /** The bytes of a token, {@value #TOKEN_BYTES} of them; a text that is none gives bytes that nobody signed. */
    static byte[] bytes(String token) {
        byte[] number = new BigInteger(token, RADIX).toByteArray();
        byte[] bytes = new byte[TOKEN_BYTES];
        int length = Math.min(number.length, TOKEN_BYTES);
        System.arraycopy(number, number.length - length, bytes, TOKEN_BYTES - length, length);
        return bytes;
    }

    private static boolean isEnd(String text, int at) {
        return at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }
}
