package dev.standfirst.mail;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Which characters an address may hold at all. Scripts may be mixed: people's names do. */
final class AddressCharacters {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private AddressCharacters() {}

    /** Without what copying leaves around an address: spaces, tabs, and the mark that a file begins with. */
    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && (isSpace(text.charAt(from)) || text.charAt(from) == BYTE_ORDER_MARK)) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Why the characters of a text cannot be an address, fit behind "NAME: "; empty where they can. */
    static Optional<String> unfit(String text) {
        boolean ascii = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                return Optional.of("there is a control character in it");
            }
            ascii &= c < 0x80;
        }
        return ascii ? Optional.empty() : unfitBeyondAscii(text);
    }

    private static Optional<String> unfitBeyondAscii(String text) {
        int at = text.lastIndexOf('@');
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            int c = text.codePointAt(i);
            // Some languages join letters with these; which ones is known for domains (RFC 5892, A.1 and A.2).
            boolean joinsInDomain = i > at && (c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER);
            if (!joinsInDomain && isUnseen(c)) {
                return Optional.of(
                        String.format(Locale.ROOT, "there is a character in it that nobody sees (U+%04X)", c));
            }
        }
        return at < 0 ? Optional.empty() : lookalike(text.substring(0, at));
    }

    /** Direction, format, fillers, and what Unicode gives no meaning. */
    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE -> true;
            default ->
                UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                        || UCharacter.hasBinaryProperty(c, UProperty.NONCHARACTER_CODE_POINT);
        };
    }

    /** A wide or small form of an @, a bracket or a space reads as one and is none. */
    private static Optional<String> lookalike(String local) {
        String plain = Normalizer.normalize(local, Normalizer.Form.NFKC);
        return count(plain) > count(local)
                ? Optional.of("there is a character in it that only looks like punctuation or a space")
                : Optional.empty();
    }

    private static long count(String local) {
        return local.chars().filter(c -> " @<>()[]\\,;:\"".indexOf(c) >= 0).count();
    }

    private static boolean isSpace(char c) {
        return c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }
}
