package dev.standfirst.mail;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of the internet as they stand on the wire: A-labels by Unicode Technical Standard 46, without the mappings that
 * the older standard made. The JDK knows the older one alone, in which a mail to straße.example goes to the owner of
 * strasse.example, and no letter that came after the year 2002.
 */
final class DomainName {

    private static final IDNA UTS_46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ);

    /**
     * Hyphens in the third and fourth place are used by names of old; that a name is too long is told by the reader.
     */
    private static final Set<IDNA.Error> BORNE =
            EnumSet.of(IDNA.Error.HYPHEN_3_4, IDNA.Error.LABEL_TOO_LONG, IDNA.Error.DOMAIN_NAME_TOO_LONG);

    private DomainName() {}

    /**
     * The name in ASCII, lower case. A name that is ASCII is not judged, but for what it says to encode.
     *
     * @return empty where no such name can be
     */
    static String ascii(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (isAscii(name) && !lower.contains("xn--")) {
            return lower;
        }
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = UTS_46.nameToASCII(name, new StringBuilder(name.length() + 20), info);
        return BORNE.containsAll(info.getErrors()) && isAscii(ascii) ? ascii.toString() : "";
    }

    static boolean isAscii(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
