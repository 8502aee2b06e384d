package dev.standfirst.source;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing a source lists. Atom calls it entry, RSS item; a file of a folder is one too. (Atom's own {@code source}
 * element means something else than our {@link dev.standfirst.digest.SourceSpec source}.)
 *
 * @param id what the source itself identifies it by (guid, id, relative path), else its link; never empty
 * @param link where the article is, absolute (http, https or file), or null where the entry is all there is
 * @param title plain text; the first words of the text where a feed gives none; may be empty
 * @param published when it came out as the source says, or null
 * @param updated when it changed as the source says, or null
 * @param author plain text, may be empty
 * @param summary HTML as the source gave it, unsafe, may be empty
 * @param content HTML as the source gave it, unsafe, may be empty
 * @param comments address of the discussion, or null
 * @param categories plain text, each once
 * @param enclosures addresses of attached media, absolute, each once
 */
public record Entry(
        String id,
        @Nullable URI link,
        String title,
        @Nullable Instant published,
        @Nullable Instant updated,
        String author,
        String summary,
        String content,
        @Nullable URI comments,
        List<String> categories,
        List<String> enclosures) {

    public Entry {
        categories = List.copyOf(categories);
        enclosures = List.copyOf(enclosures);
    }
}
