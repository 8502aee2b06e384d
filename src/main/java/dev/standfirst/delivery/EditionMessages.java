package dev.standfirst.delivery;

import dev.standfirst.bounce.ReturnPaths;
import dev.standfirst.digest.Digest;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.Message;
import dev.standfirst.mail.Message.Header;
import dev.standfirst.mail.Slot;
import dev.standfirst.mail.Slots;
import dev.standfirst.subscriber.InstallationKey;
import dev.standfirst.subscriber.LinkToken;
import dev.standfirst.subscriber.LinkToken.Purpose;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the message of each person from one frozen edition: the same parts for all, with the slots filled. The
 * Message-ID depends on edition and person alone, so every try of a message carries the same one and the same bytes.
 */
public final class EditionMessages {

    private final StoredEdition edition;
    private final Digest digest;
    private final URI publicUrl;
    private final InstallationKey key;
    private final LinkToken links;
    private final ReturnPaths returnPaths;
    private final EmailAddress from;
    private final Optional<EmailAddress> replyTo;
    private final DateTimeFormatter day;

    EditionMessages(
            StoredEdition edition,
            Digest digest,
            URI publicUrl,
            InstallationKey key,
            LinkToken links,
            ReturnPaths returnPaths) {
        this.edition = edition;
        this.digest = digest;
        this.publicUrl = publicUrl;
        this.key = key;
        this.links = links;
        this.returnPaths = returnPaths;
        this.from = new EmailAddress(digest.sender().address());
        this.replyTo = digest.sender().replyTo().map(EmailAddress::new);
        this.day = dayFormat(digest.language()).withZone(digest.schedule().zone());
    }

    long editionId() {
        return edition.id();
    }

    Message to(Claim row) {
        String unsubscribe = publicUrl + "/u/" + links.of(Purpose.LEAVE, row.subscriptionId());
        Map<Slot, String> values = Map.of(
                Slot.ADDRESS, row.address().value(),
                Slot.SINCE, day.format(row.since()),
                Slot.UNSUBSCRIBE, unsubscribe);
        return new Message(
                from,
                digest.sender().name(),
                row.address(),
                replyTo,
                edition.subject(),
                messageId(row),
                edition.composedAt(),
                Slots.fillText(edition.text(), values),
                Slots.fillHtml(edition.html(), values),
                returnPaths.of(row.id()),
                headers(row, unsubscribe));
    }

    private String messageId(Claim row) {
        String person =
                key.sign("message-id", edition.id() + " " + row.address().normal());
        return "%s.%s.%s@%s".formatted(edition.digest(), edition.date(), person, from.domain());
    }

    private List<Header> headers(Claim row, String unsubscribe) {
        String byMail = returnPaths
                .toLeave(row.subscriptionId())
                .map(", <mailto:%s?subject=unsubscribe>"::formatted)
                .orElse("");
        return List.of(
                new Header("List-Id", "%s <%s.%s>".formatted(digest.title(), digest.name(), publicUrl.getHost())),
                new Header("List-Unsubscribe", "<" + unsubscribe + ">" + byMail),
                new Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
                new Header("List-Post", "NO"),
                new Header("Auto-Submitted", "auto-generated"),
                new Header("Precedence", "bulk"),
                new Header("X-Auto-Response-Suppress", "OOF, AutoReply"));
    }

    /** English has two customs; the sites that say "3 March 2026" are read by both without a stumble. */
    private static DateTimeFormatter dayFormat(Locale language) {
        return language.getLanguage().equals("en")
                ? DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language);
    }
}
