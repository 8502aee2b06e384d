package dev.standfirst.digest;

import java.net.URI;

/**
 * A source as a digest file declares it.
 *
 * @param name the outlet as receivers see it: "Harbour Times"
 * @param kind feed or folder
 * @param location absolute: http or https for a feed on the web, file for a feed in a file or a folder
 * @param topic section of the mail its stories go to, may be empty
 */
public record SourceSpec(String name, Kind kind, URI location, String topic) {

    /** What a source is. */
    public enum Kind {
        FEED,
        FOLDER
    }
}
