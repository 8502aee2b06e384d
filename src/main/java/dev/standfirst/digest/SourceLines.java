package dev.standfirst.digest;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Feeds as lines of a digest file's {@code sources}, to be pasted into one. */
public final class SourceLines {

    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} .,/()&'+_-]{0,200}[\\p{L}\\p{N})])?");
    private static final Set<String> WORDS = Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n");

    private SourceLines() {}

    /** The lines, each with its line break. */
    public static String of(List<SourceSpec> feeds) {
        StringBuilder lines = new StringBuilder();
        for (SourceSpec feed : feeds) {
            lines.append("  - name: ").append(scalar(feed.name())).append('\n');
            lines.append("    feed: ")
                    .append(address(feed.location().toString()))
                    .append('\n');
            if (!feed.topic().isEmpty()) {
                lines.append("    topic: ").append(scalar(feed.topic())).append('\n');
            }
        }
        return lines.toString();
    }

    private static String scalar(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT));
        return plain ? text : YamlWords.quoted(text);
    }

    /**
     * An address holds neither blanks nor quotes; all that YAML would take for its own are a number sign and a comma.
     */
    private static String address(String text) {
        return text.indexOf('#') < 0 && !text.endsWith(":") ? text : YamlWords.quoted(text);
    }
}
