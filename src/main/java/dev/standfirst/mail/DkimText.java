package dev.standfirst.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A mail as DKIM reads it, "relaxed": what mail servers change on the way does not count (RFC 6376, 3.4.2 and 3.4.4).
 */
final class DkimText {

    private final byte[] mail;
    private final int body;

    DkimText(byte[] mail) {
        this.mail = mail;
        this.body = bodyOf(mail);
    }

    /** Its header fields, folded as they are, without the end of their last line. */
    List<String> fields() {
        List<String> fields = new ArrayList<>();
        int start = 0;
        for (int i = 0; i + 1 < body; i++) {
            boolean folded = i + 2 < body && isSpace(mail[i + 2]);
            if (endsLine(i) && !folded) {
                if (i > start) {
                    fields.add(new String(mail, start, i - start, StandardCharsets.UTF_8));
                }
                start = i + 2;
            }
        }
        return fields;
    }

    /** The name of a field in lower case. */
    static String name(String field) {
        int colon = field.indexOf(':');
        return (colon < 0 ? field : field.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
    }

    /** A field as it is signed: name in lower case, one line, one space where there were several. */
    static String relaxed(String field) {
        String value = field.substring(field.indexOf(':') + 1);
        StringBuilder line = new StringBuilder(field.length());
        line.append(name(field)).append(':');
        boolean space = false;
        boolean begun = false;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                space = true;
            } else {
                line.append(space && begun ? " " : "").append(c);
                space = false;
                begun = true;
            }
        }
        return line.toString();
    }

    /** The body as it is signed: no space at ends of lines, one where there were several, no empty lines at its end. */
    byte[] relaxedBody() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(mail.length - body + 2);
        boolean space = false;
        int emptyLines = 0;
        for (int i = body; i < mail.length; i++) {
            byte b = mail[i];
            if (isSpace(b)) {
                space = true;
            } else if (endsLine(i)) {
                emptyLines++;
                space = false;
                i++;
            } else {
                lines(out, emptyLines);
                emptyLines = 0;
                if (space) {
                    out.write(' ');
                }
                out.write(b);
                space = false;
            }
        }
        lines(out, out.size() > 0 ? 1 : 0);
        return out.toByteArray();
    }

    private boolean endsLine(int i) {
        return mail[i] == '\r' && i + 1 < mail.length && mail[i + 1] == '\n';
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }

    private static void lines(ByteArrayOutputStream out, int count) {
        for (int i = 0; i < count; i++) {
            out.write('\r');
            out.write('\n');
        }
    }

    private static int bodyOf(byte[] mail) {
        for (int i = 0; i + 3 < mail.length; i++) {
            if (mail[i] == '\r' && mail[i + 1] == '\n' && mail[i + 2] == '\r' && mail[i + 3] == '\n') {
                return i + 4;
            }
        }
        return mail.length;
    }
}
