package dev.standfirst.source;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What a file says of its article.
 *
 * @param title plain text, may be empty
 * @param published as stated, else when the file was saved
 * @param author plain text, may be empty
 * @param html the article, or empty where the file is a page to be extracted later
 */
record FileEntry(String title, Instant published, String author, String html) {

    /** The entry of a file at this place of its folder. */
    Entry at(String id, Path file) {
        return new Entry(id, file.toUri(), title, published, null, author, "", html, null, List.of(), List.of());
    }
}
