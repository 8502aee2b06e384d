package dev.standfirst.job;

import dev.standfirst.digest.SourceSpec;
import dev.standfirst.source.Listing;

/**
 * What one source gave.
 *
 * @param spec the source
 * @param sourceId its number
 * @param listing what it lists, or why it lists nothing
 */
record Collected(SourceSpec spec, long sourceId, Listing listing) {}
