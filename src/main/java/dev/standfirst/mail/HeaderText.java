package dev.standfirst.mail;

import dev.standfirst.text.OneLine;
import jakarta.mail.internet.HeaderTokenizer;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
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

    /** As many bytes as fit into one encoded word behind the name of a field. */
    private static final int WORD = 42;

    private static final String WORD_BEGINS = "=?UTF-8?B?";

    /** What cannot stand in an address in angle brackets, and what cannot in an address of mail. */
    private static final String APART = "<>\"\\";

    private static final String APART_IN_ADDRESS = APART + "()[],;:";

    private HeaderText() {}

    /** Plain words, as a subject has them. */
    static String words(String field, String words) {
        return folded(field, encoded(OneLine.of(words), false));
    }

    /**
     * A name and what it names: a display name and an address, a title and an identifier.
     *
     * @param name may be empty
     * @param bracketed in its angle brackets, ASCII or an address of mail
     */
    static String named(String field, String name, String bracketed) {
        String line = OneLine.of(name);
        String words = encoded(line, true);
        String phrase = words.equals(line) ? MimeUtility.quote(line, SPECIALS) : words;
        return folded(field, (line.isEmpty() ? "" : phrase + " ") + bracketed);
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
                : named(header.name(), line.substring(0, bracket), ascii(line.substring(bracket)));
    }

    private static String folded(String field, String value) {
        return MimeUtility.fold(field.length() + 2, value);
    }

    /** Fewer characters may stand bare in the encoded words of a name than of a subject (RFC 2047, 5). */
    private static String encoded(String line, boolean phrase) {
        try {
            if (DomainName.isAscii(line) && NEEDS_ENCODING.matcher(line).find()) {
                return String.join(" ", encodedWords(line));
            }
            String charset = StandardCharsets.UTF_8.name();
            return phrase ? MimeUtility.encodeWord(line, charset, null) : MimeUtility.encodeText(line, charset, null);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JVM has UTF-8", e);
        }
    }

    /**
     * Encoded words, whatever the characters: Angus leaves ASCII as it is. No character is cut in two (RFC 2047, 5).
     */
    static List<String> encodedWords(String line) {
        List<String> words = new ArrayList<>();
        int from = 0;
        int bytes = 0;
        for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
            int next = octets(line.codePointAt(i));
            if (bytes + next > WORD) {
                words.add(encodedWord(line.substring(from, i)));
                from = i;
                bytes = 0;
            }
            bytes += next;
        }
        if (bytes > 0) {
            words.add(encodedWord(line.substring(from)));
        }
        return words;
    }

    private static int octets(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    private static String encodedWord(String word) {
        return WORD_BEGINS + Base64.getEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    /**
     * A value inside of a word that is never encoded: what would end the word, or begin another, is written as in a
     * URI.
     *
     * @param line without controls
     * @param beyondAscii whether it is an address, whose letters stay (RFC 6532) and which holds no list of addresses
     */
    static String bare(String line, boolean beyondAscii) {
        String apart = beyondAscii ? APART_IN_ADDRESS : APART;
        boolean plain = true;
        for (int i = 0; plain && i < line.length(); i++) {
            char c = line.charAt(i);
            plain = c > ' ' && apart.indexOf(c) < 0 && (beyondAscii || c < 0x7F);
        }
        return plain ? line : escaped(line, apart, beyondAscii);
    }

    private static String escaped(String line, String apart, boolean beyondAscii) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(line.length() + 20);
        for (byte b : line.getBytes(StandardCharsets.UTF_8)) {
            if (b < 0 ? beyondAscii : b > ' ' && apart.indexOf(b) < 0) {
                out.write(b);
            } else {
                out.writeBytes("%%%02X".formatted(b).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return out.toString(StandardCharsets.UTF_8);
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
