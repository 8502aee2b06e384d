package dev.standfirst.mail;

import dev.standfirst.text.OneLine;
import jakarta.mail.internet.HeaderTokenizer;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Values of header fields, of words that others wrote: on one line, ASCII, folded, and read back as they were given. No
 * value begins a line of its own (that would be a header somebody else wrote), none is taken for an encoded word that
 * it is not, and none has a line that is too long.
 */
final class HeaderText {

    /** What a display name is quoted for (RFC 5322, "specials"). */
    private static final String SPECIALS =
            HeaderTokenizer.RFC822.replace(" ", "").replace("\t", "");

    /** What a reader would decode, and words that cannot be folded onto lines of 78 characters. */
    private static final Pattern NEEDS_ENCODING = Pattern.compile("=\\?|[^ ]{61}");

    /** As many bytes of ASCII as fit into one encoded word behind the name of a field. */
    private static final int WORD = 42;

    private static final String WORD_BEGINS = "=?UTF-8?B?";

    private HeaderText() {}

    /** Plain words, as a subject has them. */
    static String words(String field, String words) {
        return folded(field, encoded(OneLine.of(words), false));
    }

    /**
     * A name and what it names: a display name and an address, a title and an identifier.
     *
     * @param name may be empty
     * @param bracketed in its angle brackets
     */
    static String named(String field, String name, String bracketed) {
        String line = OneLine.of(name);
        String words = encoded(line, true);
        String phrase = words.equals(line) ? MimeUtility.quote(line, SPECIALS) : words;
        return folded(field, (line.isEmpty() ? "" : phrase + " ") + ascii(bracketed));
    }

    /** The value of a further field: addresses in angle brackets, a title before an identifier, or plain words. */
    static String value(Message.Header header) {
        String line = OneLine.of(header.value());
        int bracket = line.endsWith(">") ? line.lastIndexOf('<') : -1;
        if (line.startsWith("<")) {
            return folded(header.name(), ascii(line));
        }
        return bracket < 0
                ? words(header.name(), line)
                : named(header.name(), line.substring(0, bracket), line.substring(bracket));
    }

    private static String folded(String field, String value) {
        return MimeUtility.fold(field.length() + 2, value);
    }

    /** Fewer characters may stand bare in the encoded words of a name than of a subject (RFC 2047, 5). */
    private static String encoded(String line, boolean phrase) {
        try {
            if (DomainName.isAscii(line) && NEEDS_ENCODING.matcher(line).find()) {
                return encodedAscii(line);
            }
            String charset = StandardCharsets.UTF_8.name();
            return phrase ? MimeUtility.encodeWord(line, charset, null) : MimeUtility.encodeText(line, charset, null);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JVM has UTF-8", e);
        }
    }

    /** Angus leaves ASCII as it is, whatever it says. */
    private static String encodedAscii(String line) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < line.length(); i += WORD) {
            byte[] bytes = line.substring(i, Math.min(line.length(), i + WORD)).getBytes(StandardCharsets.US_ASCII);
            words.append(words.isEmpty() ? "" : " ")
                    .append(WORD_BEGINS)
                    .append(Base64.getEncoder().encodeToString(bytes))
                    .append("?=");
        }
        return words.toString();
    }

    /** An address of the web or an identifier, what is beyond ASCII in it as RFC 3987 turns it into a URI. */
    private static String ascii(String bracketed) {
        if (DomainName.isAscii(bracketed)) {
            return bracketed;
        }
        StringBuilder ascii = new StringBuilder();
        for (byte b : bracketed.getBytes(StandardCharsets.UTF_8)) {
            ascii.append(b < 0 ? "%%%02X".formatted(b) : String.valueOf((char) b));
        }
        return ascii.toString();
    }
}
