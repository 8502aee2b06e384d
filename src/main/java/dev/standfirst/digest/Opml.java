package dev.standfirst.digest;

import java.util.List;

/**
 * A list of feeds as other programs read and write it (opml.org/spec2).
 *
 * @param title of the list, may be empty
 * @param feeds in the order of the file, each address once
 */
public record Opml(String title, List<Feed> feeds) {

    public Opml {
        feeds = List.copyOf(feeds);
    }

    /**
     * A feed of the list.
     *
     * @param name as the list calls it, may be empty
     * @param address as the list writes it, not checked, never empty
     * @param site address of its site as written, may be empty
     * @param folder what the outline around it is called, else its own category; may be empty
     */
    public record Feed(String name, String address, String site, String folder) {}

    /** What came of reading bytes as OPML. */
    public sealed interface Result {

        /** It is a list, maybe an empty one. */
        record Read(Opml opml) implements Result {}

        /** It is none; {@code reason} fits behind a name: "is not OPML: it begins with <html>". */
        record NotOpml(String reason) implements Result {}
    }

    /**
     * Reads a list, well formed or not.
     *
     * @param contentType the {@code Content-Type} header as it came, empty for a file
     */
    public static Result read(byte[] body, String contentType) {
        return OpmlReader.read(body, contentType);
    }

    /** The list as a file in UTF-8. Reading it gives this list again. */
    public String write() {
        return OpmlWriter.write(this);
    }
}
