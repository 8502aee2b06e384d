package dev.standfirst.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A frozen edition without what was mailed.
 *
 * @param id its number
 * @param digest name of the digest
 * @param date its local date
 * @param composedAt when it was frozen
 * @param title of the digest
 * @param subject of its mails
 * @param preheader of its mails
 * @param stories how many
 * @param articles how many articles it was made from
 * @param completedAt when everybody's row was settled; empty until then
 * @param approval whether somebody decides about it before it goes out
 */
public record EditionHead(
        long id,
        String digest,
        LocalDate date,
        Instant composedAt,
        String title,
        String subject,
        String preheader,
        int stories,
        int articles,
        Optional<Instant> completedAt,
        Approval approval) {}
