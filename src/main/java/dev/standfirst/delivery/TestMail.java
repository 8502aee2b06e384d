package dev.standfirst.delivery;

import dev.standfirst.edition.Editions;
import dev.standfirst.edition.Imprint;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.Mailer;
import dev.standfirst.mail.Message;
import dev.standfirst.mail.Message.Header;
import dev.standfirst.mail.SendResult;
import dev.standfirst.mail.Slot;
import dev.standfirst.mail.Slots;
import dev.standfirst.relay.Relays;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * One mail of a frozen edition to somebody who wants to see it before, or after, it goes out. The ledger does not know
 * of it; it is no mail of a list, and its links to leave and to choose change nothing for anybody.
 */
@Component
public class TestMail {

    /** A token that belongs to nobody: the pages behind it say so. */
    private static final String NOBODY = "test";

    private final Editions editions;
    private final Relays relays;
    private final Clock clock;
    private final URI publicUrl;

    TestMail(Editions editions, Relays relays, Clock clock, @Value("${standfirst.public-url}") URI publicUrl) {
        this.editions = editions;
        this.relays = relays;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /**
     * Sends it, whoever the address belongs to: somebody asks for this one mail.
     *
     * @return why it was not taken, in words; empty where it was
     */
    public Optional<String> send(StoredEdition edition, EmailAddress to) {
        Imprint imprint = editions.imprint(edition.id()).orElseThrow();
        try (Mailer mailer = relays.open()) {
            return trouble(mailer.send(message(edition, imprint, to)));
        }
    }

    private static Optional<String> trouble(SendResult result) {
        if (result instanceof SendResult.Refused refused) {
            return Optional.of(refused.reply());
        }
        if (result instanceof SendResult.Deferred deferred) {
            return Optional.of(deferred.reply());
        }
        if (result instanceof SendResult.Unknown unknown) {
            return Optional.of(unknown.reason());
        }
        return result instanceof SendResult.NoServer none ? Optional.of(none.reason()) : Optional.empty();
    }

    private Message message(StoredEdition edition, Imprint imprint, EmailAddress to) {
        EmailAddress from = new EmailAddress(imprint.address());
        Map<Slot, String> values = Map.of(
                Slot.ADDRESS,
                to.value(),
                Slot.COMES,
                imprint.comes(),
                Slot.SINCE,
                "-",
                Slot.CHOOSE,
                publicUrl + "/p/" + NOBODY,
                Slot.UNSUBSCRIBE,
                publicUrl + "/u/" + NOBODY);
        return new Message(
                from,
                imprint.sender(),
                to,
                imprint.replyTo().map(EmailAddress::new),
                "Test: " + edition.subject(),
                "test.%s@%s".formatted(UUID.randomUUID(), from.domain()),
                clock.instant(),
                Slots.fillText(edition.text(), values),
                Slots.fillHtml(edition.html(), values),
                List.of(new Header("Auto-Submitted", "auto-generated")));
    }
}
