package dev.standfirst.digest;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Values as YAML has them, safe at any place of a file: as they are where nothing in them means anything else, else
 * quoted.
 */
final class YamlWords {

    /** Without a question mark, which ends a value within brackets. */
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ./()&'+_@*=%~:-]{0,400}[\\p{L}\\p{N}./)*+_=%~-])?");

    /** What YAML takes for something else than words, by itself or to readers of its older version: times, cron. */
    private static final Pattern OTHER = Pattern.compile(".*: .*|.*:|\\d{1,9}:.*|.* .*\\*.*|.*\\*.* .*");

    private static final Set<String> WORDS = Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

    private YamlWords() {}

    /** One value. */
    static String of(String text) {
        boolean plain = PLAIN.matcher(text).matches()
                && !OTHER.matcher(text).matches()
                && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    /** A value in the place of one, quoted as that was; {@code true} and {@code false} are words of the file here. */
    static String like(org.yaml.snakeyaml.DumperOptions.ScalarStyle style, String text) {
        return switch (style) {
            case DOUBLE_QUOTED -> quoted(text);
            case SINGLE_QUOTED ->
                text.chars().allMatch(c -> c >= ' ' && c < 0x7F) ? "'" + text.replace("'", "''") + "'" : quoted(text);
            default -> word(text);
        };
    }

    /** The same as {@link #of}, of settings that are flags, too. */
    static String word(String text) {
        return text.equals("true") || text.equals("false") ? text : of(text);
    }

    /** Values in one line: {@code [reef, "ferr*"]}. */
    static String list(List<String> values) {
        return values.stream().map(YamlWords::of).collect(Collectors.joining(", ", "[", "]"));
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (Character.getType(c) == Character.SURROGATE) {
                quoted.append('\uFFFD');
            } else if (isEscaped(c)) {
                quoted.append("\\u%04X".formatted(c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }

    private static boolean isEscaped(int c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
    }
}
