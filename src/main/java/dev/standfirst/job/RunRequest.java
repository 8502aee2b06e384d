package dev.standfirst.job;

import dev.standfirst.digest.Digest;
import java.time.LocalDate;

/**
 * What somebody asks for.
 *
 * @param digest the digest as its file says now; the run keeps this snapshot
 * @param date the edition's local date
 * @param repeatDoubtful whether mails in doubt are sent once more
 */
public record RunRequest(Digest digest, LocalDate date, boolean repeatDoubtful) {

    EditionKey key() {
        return new EditionKey(digest.name(), date);
    }
}
