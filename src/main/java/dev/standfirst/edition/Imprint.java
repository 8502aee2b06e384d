package dev.standfirst.edition;

import dev.standfirst.digest.Delivery;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.SendWindow;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * Who publishes an edition, as its digest said when it was composed. Its mails are made from this and not from the
 * digest's file, so they are the same on every try, and an edition goes on when the file was changed or removed.
 *
 * @param language of the mail's own words
 * @param zone of the digest
 * @param sender the From name
 * @param address the From address
 * @param replyTo where answers go, if not to the From address
 * @param list name of the first list of the audience
 * @param comes when it comes to those who chose nothing, in words: "on weekdays at 07:00, Europe/Berlin time"
 * @param archived whether everybody may read its editions on our pages
 * @param between the hours in which its mails leave, on the clock of the zone
 * @param delivery how its mails are handed over
 */
public record Imprint(
        Locale language,
        ZoneId zone,
        String sender,
        String address,
        Optional<String> replyTo,
        String list,
        String comes,
        boolean archived,
        SendWindow between,
        Delivery delivery) {

    /** What a digest says of itself now. */
    public static Imprint of(Digest digest) {
        return new Imprint(
                digest.language(),
                digest.schedule().zone(),
                digest.sender().name(),
                digest.sender().address(),
                digest.sender().replyTo(),
                digest.audience().lists().get(0),
                Rhythm.of(digest, digest.language()),
                digest.archived(),
                digest.schedule().between(),
                digest.delivery());
    }
}
