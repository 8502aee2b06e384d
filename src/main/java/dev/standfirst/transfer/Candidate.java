package dev.standfirst.transfer;

import dev.standfirst.mail.EmailAddress;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A person as a row of a file describes it.
 *
 * @param line the row's line
 * @param address where mail goes
 * @param normal the address in normal form
 * @param name on one line, may be empty
 * @param standing how the person stands in that file
 * @param status the word that says so, for people; empty where none does
 * @param times what is told of times
 * @param attributes further facts by name
 * @param wishes when and what the person wants
 */
record Candidate(
        long line,
        EmailAddress address,
        String normal,
        String name,
        Standing standing,
        String status,
        Times times,
        Map<String, JsonNode> attributes,
        Wishes wishes) {

    /**
     * When things happened.
     *
     * @param created when the other program first heard of the person
     * @param joined when the person joined
     * @param confirmed when that was confirmed
     * @param left when the person left
     */
    record Times(
            Optional<Instant> created, Optional<Instant> joined, Optional<Instant> confirmed, Optional<Instant> left) {

        /** The best that is known of when the person joined. */
        Optional<Instant> since() {
            return joined.or(() -> confirmed).or(() -> created);
        }

        /** The best that is known of when we first heard of the person. */
        Optional<Instant> heard() {
            return created.or(this::since);
        }
    }
}
