package dev.standfirst.source;

import java.util.List;

/** What came of reading a source. */
public sealed interface Listing {

    /**
     * It lists these.
     *
     * @param entries in the source's order
     * @param validators to send with the next request
     * @param problems entries that cannot be read, in words
     */
    record Listed(List<Entry> entries, Validators validators, List<String> problems) implements Listing {

        public Listed {
            entries = List.copyOf(entries);
            problems = List.copyOf(problems);
        }
    }

    /** It lists what it listed before. */
    record Unchanged() implements Listing {}

    /** It cannot be read; {@code reason} fits behind its name: "did not answer within 10 s". */
    record Failed(String reason) implements Listing {}
}
