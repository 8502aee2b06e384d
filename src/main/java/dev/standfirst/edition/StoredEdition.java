package dev.standfirst.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A frozen edition: what is sent, with the slots of {@link dev.standfirst.mail.Slot} still open.
 *
 * @param id its number
 * @param digest name of the digest
 * @param date its local date
 * @param composedAt when it was frozen; the date of its mails
 * @param title of the digest
 * @param subject of its mails
 * @param preheader of its mails
 * @param stories how many
 * @param articles how many articles it was made from
 * @param html its HTML part
 * @param text its plain-text part
 * @param page with all its stories, for the browser; empty where the HTML part holds them all
 * @param completedAt when everybody's row was settled; empty until then
 */
public record StoredEdition(
        long id,
        String digest,
        LocalDate date,
        Instant composedAt,
        String title,
        String subject,
        String preheader,
        int stories,
        int articles,
        String html,
        String text,
        String page,
        Optional<Instant> completedAt) {

    /** The HTML that holds all its stories. */
    public String inBrowser() {
        return page.isEmpty() ? html : page;
    }
}
