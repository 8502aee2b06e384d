package dev.standfirst.consent;

import dev.standfirst.mail.EmailAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What somebody asked for.
 *
 * @param id its number
 * @param purpose what for
 * @param listId number of the list to join; empty for other purposes
 * @param address whose mailbox has to confirm it
 * @param language of the mail
 * @param visitor who asked
 * @param state how far it is
 * @param expiresAt when its mail is given up, and its token ends
 * @param attempts how often its mail was tried
 * @param usedAt when its token was used first
 */
record Request(
        long id,
        Purpose purpose,
        OptionalLong listId,
        EmailAddress address,
        Locale language,
        Visitor visitor,
        RequestState state,
        Instant expiresAt,
        int attempts,
        Optional<Instant> usedAt) {

    boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
