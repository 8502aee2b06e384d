package dev.standfirst.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A Markdown file (CommonMark), with or without front matter: {@code key: value} lines between two lines of three
 * dashes.
 */
final class MarkdownFile {

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder().build();
    private static final String FENCE = "---\n";

    private MarkdownFile() {}

    static Entry read(String id, Path file, Instant saved) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r\n", "\n");
        Map<String, String> matter = new HashMap<>();
        String body = text;
        int end = text.startsWith(FENCE) ? text.indexOf("\n" + FENCE, FENCE.length() - 1) : -1;
        if (end >= 0) {
            text.substring(FENCE.length(), end + 1).lines().forEach(line -> put(matter, line));
            body = text.substring(end + 1 + FENCE.length());
        }
        String title = matter.getOrDefault("title", "");
        if (title.isEmpty() && body.stripLeading().startsWith("# ")) {
            String heading = body.stripLeading().lines().findFirst().orElse("");
            title = heading.substring(2).strip();
            body = body.stripLeading().substring(heading.length());
        }
        Instant date = FeedDates.parse(matter.getOrDefault("date", ""));
        String author = matter.getOrDefault("author", "");
        String html = RENDERER.render(PARSER.parse(body));
        return new FileEntry(title, date == null ? saved : date, author, html).at(id, file);
    }

    private static void put(Map<String, String> matter, String line) {
        int colon = line.indexOf(':');
        if (colon > 0) {
            String value = line.substring(colon + 1).strip().replaceAll("^([\"'])(.*)\\1$", "$2");
            matter.put(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), value);
        }
    }
}
