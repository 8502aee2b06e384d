package dev.standfirst.source;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of reading a source. */
public sealed interface Listing {

    /**
     * It lists these.
     *
     * @param entries in the source's order
     * @param problems entries that cannot be read, in words
     * @param reply how it was sent
     */
    record Listed(List<Entry> entries, List<String> problems, Reply reply) implements Listing {

        public Listed {
            entries = List.copyOf(entries);
            problems = List.copyOf(problems);
        }
    }

    /**
     * It lists what it listed before.
     *
     * @param fresh how long the answer calls that fresh
     * @param movedTo where it has moved for good, or null
     */
    record Unchanged(Duration fresh, @Nullable URI movedTo) implements Listing {}

    /**
     * It cannot be read.
     *
     * @param reason fit behind its name: "did not answer within 10 s"
     * @param status of the answer, or 0 where there was none
     * @param retryAfter how long the server asks us to wait, or null
     */
    record Failed(String reason, int status, @Nullable Duration retryAfter) implements Listing {

        /** Without an answer. */
        static Failed of(String reason) {
            return new Failed(reason, 0, null);
        }
    }

    /** It was not asked, because it may not be asked yet: what is stored of it counts. */
    record Resting() implements Listing {}

    /**
     * How a listing was sent.
     *
     * @param validators to send with the next request
     * @param from the address that the bytes came from
     * @param hash of the bytes; empty for a folder
     * @param fresh how long the headers call it fresh
     * @param signs what the bytes say beside the entries
     * @param movedTo where it has moved for good, or null
     */
    record Reply(
            Validators validators,
            String from,
            String hash,
            Duration fresh,
            FeedSigns signs,
            @Nullable URI movedTo) {

        /** Of something on this machine. */
        static final Reply LOCAL = new Reply(Validators.NONE, "", "", Duration.ZERO, FeedSigns.NONE, null);
    }
}
