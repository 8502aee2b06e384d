package dev.standfirst.source;

/**
 * What a server said that tells its copy from a later one, byte for byte.
 *
 * @param etag the {@code ETag} header, or empty
 * @param lastModified the {@code Last-Modified} header, or empty
 */
public record Validators(String etag, String lastModified) {

    /** Nothing is known: ask without condition. */
    public static final Validators NONE = new Validators("", "");
}
