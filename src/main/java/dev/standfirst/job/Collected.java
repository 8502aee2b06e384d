package dev.standfirst.job;

import dev.standfirst.digest.SourceSpec;
import dev.standfirst.source.Listing;
import dev.standfirst.source.StoredSource;

/**
 * What one source gave.
 *
 * @param spec the source
 * @param source as it was when it was asked
 * @param listing what it lists, or why it lists nothing
 */
record Collected(SourceSpec spec, StoredSource source, Listing listing) {

    /** Whether there was no answer at all: its server, or the network, is down. */
    boolean unreached() {
        return listing instanceof Listing.Failed failed && failed.status() == 0 && !source.isLocal();
    }

    /** Whether it was asked over the network and answered, whatever it said. */
    boolean answered() {
        return !(listing instanceof Listing.Resting) && !unreached() && !source.isLocal();
    }
}
