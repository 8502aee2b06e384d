package dev.standfirst.delivery;

import dev.standfirst.bounce.ReturnPaths;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.edition.StoredVariant;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.Message;
import dev.standfirst.mail.Slot;
import dev.standfirst.mail.Slots;
import dev.standfirst.subscriber.InstallationKey;
import dev.standfirst.subscriber.LinkToken;
import dev.standfirst.subscriber.LinkToken.Purpose;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the message of each person from one frozen edition: the parts of the variant that the person gets, with the
 * slots filled. The Message-ID depends on edition and person alone, so every try of a message carries the same one and
 * the same bytes.
 */
public final class EditionMessages {

    private final MailParts parts;
    private final StoredEdition edition;
    private final URI publicUrl;
    private final InstallationKey key;
    private final LinkToken links;
    private final ReturnPaths returnPaths;
    private final EmailAddress from;
    private final Optional<EmailAddress> replyTo;
    private final ListHeaders headers;

    EditionMessages(MailParts parts, URI publicUrl, InstallationKey key, LinkToken links, ReturnPaths returnPaths) {
        this.parts = parts;
        this.edition = parts.edition();
        this.publicUrl = publicUrl;
        this.key = key;
        this.links = links;
        this.returnPaths = returnPaths;
        this.from = new EmailAddress(parts.imprint().address());
        this.replyTo = parts.imprint().replyTo().map(EmailAddress::new);
        this.headers = new ListHeaders(edition, parts.imprint(), publicUrl);
    }

    long editionId() {
        return edition.id();
    }

    dev.standfirst.mail.ReadyMessage to(Claim row) {
        return new dev.standfirst.mail.ReadyMessage(row.id(), from, row.address(), message(row).text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    Message message(Claim row) {
        StoredVariant variant = parts.of(row);
        String unsubscribe = publicUrl + "/u/" + links.of(Purpose.LEAVE, row.subscriptionId());
        String choose = publicUrl + "/p/" + links.of(Purpose.CHOOSE, row.subscriptionId());
        Map<Slot, String> values = Map.of(
                Slot.ADDRESS,
                row.address().value(),
                Slot.SINCE,
                since(row, variant.language()),
                Slot.COMES,
                row.comes().isEmpty() ? variant.comes() : row.comes(),
                Slot.CHOOSE,
                choose,
                Slot.UNSUBSCRIBE,
                unsubscribe);
        return new Message(
                from,
                parts.imprint().sender(),
                row.address(),
                replyTo,
                variant.subject(),
                messageId(row),
                edition.composedAt(),
                Slots.fillText(variant.text(), values),
                row.plain() ? "" : Slots.fillHtml(variant.html(), values),
                returnPaths.of(row.id()),
                headers.of(unsubscribe, returnPaths.toLeave(row.subscriptionId()), choose));
    }

    private String messageId(Claim row) {
        String person =
                key.sign("message-id", edition.id() + " " + row.address().normal());
        return "%s.%s.%s@%s".formatted(edition.digest(), edition.date(), person, from.domain());
    }

    private String since(Claim row, Locale language) {
        return dayFormat(language).format(row.since().atZone(parts.imprint().zone()));
    }

    /** English has two customs; the sites that say "3 March 2026" are read by both without a stumble. */
    private static DateTimeFormatter dayFormat(Locale language) {
        return language.getLanguage().equals("en")
                ? DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language);
    }
}
