package dev.standfirst.source;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of an entry so far.
 *
 * @param id its number; that of its article too, where it has one
 * @param sourceId number of the source that lists it
 * @param source name of that source
 * @param title of its page, else as listed; may be empty
 * @param link where it leads, may be empty
 * @param firstSeen when the source was first seen to list it
 * @param dated when it came out, as far as that can be believed
 * @param state what became of it
 * @param problem why it has no article; empty where nothing is wrong
 * @param settled when its page was last tried; empty where nobody knows
 * @param addressKey what entries that lead to the same page share; may be empty
 */
public record ListedEntry(
        long id,
        long sourceId,
        String source,
        String title,
        String link,
        Instant firstSeen,
        Instant dated,
        State state,
        String problem,
        Optional<Instant> settled,
        String addressKey) {

    /** What became of it. */
    public enum State {
        /** Its page is still to be read. */
        NEW,
        /** Its article is stored. */
        DONE,
        /** It has no article for us and never will. */
        LEFT_OUT,
        /** Its article could not be had. */
        FAILED,
        /** It waits for somebody to release it. */
        HELD
    }
}
