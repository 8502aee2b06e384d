package dev.standfirst.job;

import dev.standfirst.digest.Digest;
import java.time.LocalDate;

/**
 * What somebody asks for.
 *
 * @param digest the digest as its file says now; the run keeps this snapshot
 * @param date the edition's local date
 */
public record RunRequest(Digest digest, LocalDate date) {

    EditionKey key() {
        return new EditionKey(digest.name(), date);
    }
}
