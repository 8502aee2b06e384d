package dev.standfirst.fetch;

import java.net.URI;

/**
 * What to fetch.
 *
 * @param address http, https or file
 * @param etag the validator of the copy we hold, byte for byte as it came, or an empty string
 * @param lastModified the {@code Last-Modified} of the copy we hold, byte for byte, or an empty string
 */
public record FetchRequest(URI address, String etag, String lastModified) {

    /** An unconditional request. */
    public static FetchRequest of(URI address) {
        return new FetchRequest(address, "", "");
    }
}
