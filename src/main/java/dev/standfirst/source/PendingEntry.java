package dev.standfirst.source;

import java.net.URI;

/**
 * A stored entry whose article is still to be extracted.
 *
 * @param id its number
 * @param sourceId number of its source
 * @param source location of the source that lists it
 * @param entry what the source says
 * @param addressKey the key of its link, which entries that lead to the same page share; empty where it leads to none
 */
public record PendingEntry(long id, long sourceId, URI source, Entry entry, String addressKey) {

    /**
     * One that waits for its turn.
     *
     * @param id its number
     * @param host that its page comes from, or empty where it is on this machine
     */
    public record Waiting(long id, String host) {}
}
