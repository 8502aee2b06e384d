package dev.standfirst.source;

import java.net.URI;

/**
 * A stored entry whose article is still to be extracted.
 *
 * @param id its number
 * @param source location of the source that lists it
 * @param entry what the source says
 */
public record PendingEntry(long id, URI source, Entry entry) {}
