package dev.standfirst.source;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as it describes itself. Texts may be empty.
 *
 * @param title plain text
 * @param link address of the site, absolute, or null
 * @param description HTML, unsafe
 * @param language as written: "en-GB"
 * @param author plain text
 * @param updated when it changed last, or null
 * @param image address of its picture, or null
 * @param id what it calls itself
 * @param entries in document order, at most 10,000
 */
public record Feed(
        String title,
        @Nullable URI link,
        String description,
        String language,
        String author,
        @Nullable Instant updated,
        @Nullable URI image,
        String id,
        List<Entry> entries) {

    /** What a feed lists beyond so many entries is not read. */
    static final int ENTRIES = 10_000;

    public Feed {
        entries = List.copyOf(entries);
    }

    /** What came of reading bytes as a feed. */
    public sealed interface Result {

        /** It is one. */
        record Read(Feed feed) implements Result {}

        /** It is none; {@code reason} fits behind a name: "is not a feed: it begins with <html>". */
        record NotFeed(String reason) implements Result {}
    }
}
