package dev.standfirst.bounce;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Lines of the form "Name: value", as headers and reports have them. Read leniently and in linear time, since reports
 * come with missing blank lines, wrong folding and lines that are no fields; the libraries' readers give up there.
 */
final class Fields {

    private static final int MOST = 2000;
    private static final int LONGEST = 8000;

    private record Field(String name, String value) {}

    private final List<Field> fields;

    private Fields(List<Field> fields) {
        this.fields = fields;
    }

    static Fields none() {
        return new Fields(List.of());
    }

    /** The fields up to the first blank line. */
    static Fields head(String text) {
        List<Fields> groups = groups(text.stripLeading());
        return groups.isEmpty() ? none() : groups.get(0);
    }

    /** All fields, in groups that blank lines part. */
    static List<Fields> groups(String text) {
        List<Fields> groups = new ArrayList<>();
        List<Field> current = new ArrayList<>();
        int count = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (line.isBlank() && !current.isEmpty()) {
                groups.add(new Fields(current));
                current = new ArrayList<>();
            } else if (!line.isBlank() && count++ < MOST) {
                take(line, current);
            }
        }
        if (!current.isEmpty()) {
            groups.add(new Fields(current));
        }
        return groups;
    }

    private static void take(String line, List<Field> fields) {
        boolean folded = Character.isWhitespace(line.charAt(0));
        int colon = line.indexOf(':');
        if (folded && !fields.isEmpty()) {
            Field last = fields.remove(fields.size() - 1);
            fields.add(new Field(last.name(), cut(last.value() + " " + line.strip())));
        } else if (colon > 0 && isName(line.substring(0, colon).strip())) {
            fields.add(new Field(
                    line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    cut(line.substring(colon + 1).strip())));
        }
    }

    private static boolean isName(String text) {
        return text.length() < 80 && text.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private static String cut(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }

    /** The first value of a field; empty where there is none. */
    String first(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }

    /** All values of a field, in order. */
    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }

    /** The first value of a field, its encoded words read. */
    String words(String name) {
        return decoded(first(name));
    }

    boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    /** The same fields, parted anew wherever one of these names comes again. */
    List<Fields> partedBy(Set<String> names) {
        List<Fields> parts = new ArrayList<>();
        List<Field> current = new ArrayList<>();
        for (Field field : fields) {
            if (names.contains(field.name()) && new Fields(current).has(field.name())) {
                parts.add(new Fields(current));
                current = new ArrayList<>();
            }
            current.add(field);
        }
        parts.add(new Fields(current));
        return parts;
    }

    /** Encoded words (RFC 2047) read; as it is where that fails. */
    static String decoded(String value) {
        try {
            return value.contains("=?") ? MimeUtility.decodeText(value) : value;
        } catch (UnsupportedEncodingException | RuntimeException e) {
            return value;
        }
    }
}
