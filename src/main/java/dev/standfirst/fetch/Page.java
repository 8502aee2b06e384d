package dev.standfirst.fetch;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Bytes that were fetched, not parsed.
 *
 * @param address where they finally came from, after redirects: http, https or file
 * @param headers the response headers, names in lower case; empty for a file
 * @param body the bytes after decompression; never changed by anyone
 * @param fetchedAt when
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
public record Page(URI address, Map<String, List<String>> headers, byte[] body, Instant fetchedAt) {

    /** The {@code Content-Type} header as it came, or an empty string. */
    public String contentType() {
        return header("content-type");
    }

    /**
     * The first value of a header, or an empty string.
     *
     * @param name in lower case
     */
    public String header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }
}
