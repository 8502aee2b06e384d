package dev.standfirst.delivery;

import dev.standfirst.bounce.ReturnPaths;
import dev.standfirst.edition.Imprint;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.edition.Variants;
import dev.standfirst.mail.DkimSigner;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.ReadyMessage;
import dev.standfirst.mail.Slot;
import dev.standfirst.subscriber.InstallationKey;
import dev.standfirst.subscriber.LinkToken;
import dev.standfirst.subscriber.LinkToken.Purpose;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

/**
 * Makes the message of each person from one frozen edition: the variant that the person gets, with the slots filled.
 * All that is filled in depends on the row alone, so every try of a message has the same bytes, and Message-ID. Several
 * threads may make messages at once.
 */
public final class EditionMessages {

    private final MailParts parts;
    private final StoredEdition edition;
    private final EmailAddress from;
    private final InstallationKey key;
    private final LinkToken links;
    private final ReturnPaths returnPaths;
    private final DkimSigner signer;
    private final String leave;
    private final String choose;
    private final String idBegins;
    private final String idEnds;

    /** What every person's links and addresses are made with. */
    record Links(URI publicUrl, InstallationKey key, LinkToken tokens, ReturnPaths returnPaths) {}

    EditionMessages(StoredEdition edition, Imprint imprint, Variants variants, Links links, DkimSigner signer) {
        this.parts = new MailParts(
                edition,
                imprint,
                variants,
                new ListHeaders(edition, imprint, links.publicUrl())
                        .all(links.returnPaths().areSet()));
        this.edition = edition;
        this.signer = signer;
        this.from = new EmailAddress(imprint.address());
        this.key = links.key();
        this.links = links.tokens();
        this.returnPaths = links.returnPaths();
        this.leave = links.publicUrl() + "/u/";
        this.choose = links.publicUrl() + "/p/";
        this.idBegins = edition.digest() + "." + edition.date() + ".";
        this.idEnds = "@" + from.domain();
    }

    long editionId() {
        return edition.id();
    }

    ReadyMessage to(Claim row) {
        EncodedVariant variant = parts.of(row);
        byte[] place = links.bytes(Purpose.LEAVE, row.subscriptionId());
        Map<Slot, String> values = new EnumMap<>(Slot.class);
        values.put(Slot.SINCE, variant.since(row.since()));
        values.put(Slot.COMES, row.comes().isEmpty() ? variant.comes() : row.comes());
        values.put(Slot.CHOOSE, choose + links.of(Purpose.CHOOSE, row.subscriptionId()));
        values.put(Slot.UNSUBSCRIBE, leave + LinkToken.text(place));
        values.put(Slot.MESSAGE_ID, messageId(row));
        returnPaths.toLeave(place).ifPresent(address -> values.put(Slot.LEAVE_BY_MAIL, address.value()));
        EmailAddress sender = returnPaths.of(row.id()).orElse(from);
        return signer.sign(variant.message().fill(row.id(), sender, row.address(), values));
    }

    private String messageId(Claim row) {
        String person =
                key.sign("message-id", edition.id() + " " + row.address().normal());
        return idBegins + person + idEnds;
    }
}
