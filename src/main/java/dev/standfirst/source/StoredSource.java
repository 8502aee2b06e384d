package dev.standfirst.source;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a source. One row for a location, however many digests read it.
 *
 * @param id its number
 * @param name as the digest that read it last calls it
 * @param location absolute address
 * @param validators of the copy we hold
 * @param lastTry when it was read last
 * @param lastSuccess when that worked last
 * @param failingSince since when it does not work; empty while it does
 * @param problem why not, fit behind its name; empty while it works
 * @param entries how many things it has listed so far
 */
public record StoredSource(
        long id,
        String name,
        URI location,
        Validators validators,
        Optional<Instant> lastTry,
        Optional<Instant> lastSuccess,
        Optional<Instant> failingSince,
        String problem,
        long entries) {}
