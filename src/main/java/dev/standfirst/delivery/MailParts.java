package dev.standfirst.delivery;

import dev.standfirst.edition.Imprint;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.edition.StoredVariant;
import dev.standfirst.edition.Variants;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.EncodedMessage;
import dev.standfirst.mail.Message.Header;
import dev.standfirst.mail.MessageForm;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the mails of one edition are made of: its variants, and their text alone, each encoded when the first person
 * gets it. The latest used are held in memory. Threads share it, and wait for each other only where they need the same
 * one for the first time.
 */
final class MailParts {

    private static final int HELD = 64;

    /** The edition itself, as those get it who chose nothing; variants count from 1. */
    private static final long ITSELF = 0;

    private final StoredEdition edition;
    private final Imprint imprint;
    private final Variants variants;
    private final List<Header> headers;
    private final StoredVariant itself;
    private final Map<Which, Held> held = new ConcurrentHashMap<>();

    /**
     * Makes them.
     *
     * @param headers of every mail, with marks of slots
     */
    MailParts(StoredEdition edition, Imprint imprint, Variants variants, List<Header> headers) {
        this.edition = edition;
        this.imprint = imprint;
        this.variants = variants;
        this.headers = List.copyOf(headers);
        this.itself = new StoredVariant(
                ITSELF, imprint.language(), edition.subject(), imprint.comes(), edition.html(), edition.text());
    }

    private record Which(long variant, boolean plain) {}

    /** One that is held. Rows are claimed in the order of their numbers, so the latest row tells the latest use. */
    private static final class Held {

        private final EncodedVariant encoded;
        private volatile long row;

        Held(EncodedVariant encoded, long row) {
            this.encoded = encoded;
            this.row = row;
        }
    }

    /** What the person of a row gets. */
    EncodedVariant of(Claim row) {
        Which which = new Which(row.variant().orElse(ITSELF), row.plain());
        Held found = held.get(which);
        if (found == null) {
            found = held.computeIfAbsent(which, missing -> new Held(encode(missing), row.id()));
            makeRoom(found);
        }
        found.row = row.id();
        return found.encoded;
    }

    private EncodedVariant encode(Which which) {
        StoredVariant variant = which.variant() == ITSELF
                ? itself
                : variants.find(which.variant()).orElseThrow();
        MessageForm form = new MessageForm(
                new EmailAddress(imprint.address()),
                imprint.sender(),
                imprint.replyTo().map(EmailAddress::new),
                variant.subject(),
                edition.composedAt(),
                variant.text(),
                which.plain() ? "" : variant.html(),
                headers);
        return EncodedVariant.of(variant, EncodedMessage.of(form), imprint.zone());
    }

    private void makeRoom(Held latest) {
        while (held.size() > HELD) {
            held.values().stream()
                    .filter(one -> one != latest)
                    .min(Comparator.comparingLong(one -> one.row))
                    .ifPresent(held.values()::remove);
        }
    }
}
