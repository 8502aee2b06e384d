package dev.standfirst.source;

import dev.standfirst.mail.ReceivedMail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Entities;
import org.springframework.stereotype.Component;

/**
 * Reads a folder: each text, Markdown, HTML and mail file in it, or below it, is an entry. The file's place names the
 * entry, so a file is read once, however often it is saved again.
 */
@Component
class FolderReader {

    private static final int DEPTH = 8;
    private static final int FILES = 10_000;
    private static final long FILE_BYTES = 10_000_000;
    private static final List<String> ENDINGS = List.of(".txt", ".md", ".html", ".htm", ".eml");

    Listing read(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Listing.Failed.of("is not there: " + folder);
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder, DEPTH)) {
            files = walk.filter(file -> isArticle(folder, file))
                    .sorted()
                    .limit(FILES)
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            return Listing.Failed.of("cannot be read: " + folder);
        }
        List<Entry> entries = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                entries.add(entry(folder, file));
            } catch (IOException e) {
                problems.add("%s cannot be read: %s".formatted(file.getFileName(), e.getMessage()));
            }
        }
        return new Listing.Listed(entries, problems, Listing.Reply.LOCAL);
    }

    private static boolean isArticle(Path folder, Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean hidden = folder.relativize(file).toString().matches("(.*[/\\\\])?\\..*");
        return !hidden
                && !name.equals("readme.md")
                && ENDINGS.stream().anyMatch(name::endsWith)
                && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static Entry entry(Path folder, Path file) throws IOException {
        if (Files.size(file) > FILE_BYTES) {
            throw new IOException("it is larger than 10 MB");
        }
        String id = folder.relativize(file).toString().replace('\\', '/');
        String name = id.toLowerCase(Locale.ROOT);
        Instant saved = Files.getLastModifiedTime(file).toInstant();
        if (name.endsWith(".eml")) {
            return mail(id, file, saved);
        }
        if (name.endsWith(".txt")) {
            return text(id, file, saved);
        }
        return name.endsWith(".md")
                ? MarkdownFile.read(id, file, saved)
                : new FileEntry("", saved, "", "").at(id, file);
    }

    /** The first line is the title, blank lines end paragraphs. */
    private static Entry text(String id, Path file, Instant saved) throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .strip();
        int end = text.indexOf('\n');
        String title = end < 0 ? text : text.substring(0, end);
        StringBuilder html = new StringBuilder();
        for (String paragraph : text.substring(title.length()).split("\\n\\s*\\n")) {
            if (!paragraph.isBlank()) {
                html.append("<p>").append(Entities.escape(paragraph.strip())).append("</p>\n");
            }
        }
        return new FileEntry(title.strip(), saved, "", html.toString()).at(id, file);
    }

    private static Entry mail(String id, Path file, Instant saved) throws IOException {
        ReceivedMail mail = ReceivedMail.read(file);
        String html = mail.html().isBlank()
                ? "<p>" + Entities.escape(mail.text()).replaceAll("\\n\\s*\\n", "</p>\n<p>") + "</p>"
                : mail.html();
        return new FileEntry(mail.subject(), mail.date().orElse(saved), mail.fromName(), html).at(id, file);
    }
}
