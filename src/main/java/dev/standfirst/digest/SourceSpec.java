package dev.standfirst.digest;

import java.net.URI;

/**
 * A source as a digest file declares it, or as a list of feeds does that the file names.
 *
 * @param name the outlet as receivers see it: "Harbour Times"
 * @param kind what is at the location
 * @param location absolute: http or https for what is on the web, file for a feed, a sitemap or a folder on disk
 * @param topic section of the mail its stories go to, may be empty
 * @param weight of its stories: 1 like any other, 2 or 0.5 one step up or down
 */
public record SourceSpec(String name, Kind kind, URI location, String topic, double weight) {

    /** One that counts like any other. */
    public SourceSpec(String name, Kind kind, URI location, String topic) {
        this(name, kind, location, topic, 1);
    }

    /** What a source is. */
    public enum Kind {
        /** RSS, Atom, RDF or JSON Feed. */
        FEED,
        /** Files with an article each. */
        FOLDER,
        /** A sitemap, an index of sitemaps, or a list of addresses. */
        SITEMAP,
        /** A page on the web that names its feed. */
        PAGE,
        /**
         * A list of feeds on the web. It stays one source: it is read anew with every run, and all that its feeds hold
         * comes under the one name and topic. A list in a file never gets this far: when the digest file is read, each
         * feed of the list becomes a source of its own, named by the list.
         */
        OPML
    }
}
