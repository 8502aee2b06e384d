package dev.standfirst.consent;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.MailingList;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who mails about a list are from: as its digest, so that people recognise it. */
@Component
class Senders {

    private final DigestFiles files;
    private final ConsentSettings.Sender own;

    Senders(@Value("${standfirst.home}") Path home, ConsentSettings settings) {
        this.files = new DigestFiles(home);
        this.own = settings.sender();
    }

    /**
     * A sender.
     *
     * @param address of the {@code From} header
     * @param name what the recipient sees
     * @param replyTo where answers go, if not to the sender
     * @param postal postal address, may be empty
     * @param digest that goes to the list, if one does
     */
    record Sender(
            EmailAddress address,
            String name,
            Optional<EmailAddress> replyTo,
            String postal,
            Optional<Digest> digest) {}

    /**
     * The sender for a list, or for no list in particular: that of the first digest that goes there, by name, else what
     * {@code standfirst.sender} says.
     *
     * @return empty where neither is there
     */
    Optional<Sender> of(Optional<MailingList> list) {
        List<Digest> digests =
                files.names().stream().flatMap(name -> load(name).stream()).toList();
        Optional<Sender> ofList = list.flatMap(wanted -> digests.stream()
                .filter(digest -> digest.audience().lists().contains(wanted.name()))
                .findFirst()
                .map(Senders::of));
        return ofList.or(() -> own(list))
                .or(() -> list.isEmpty() ? digests.stream().findFirst().map(Senders::of) : Optional.empty());
    }

    private Optional<Sender> own(Optional<MailingList> list) {
        if (own.address().isBlank()) {
            return Optional.empty();
        }
        String name = own.name().isBlank() ? list.map(MailingList::title).orElse("") : own.name();
        return Optional.of(new Sender(
                new EmailAddress(own.address().strip()), name, Optional.empty(), own.postal(), Optional.empty()));
    }

    private static Sender of(Digest digest) {
        Digest.Sender sender = digest.sender();
        return new Sender(
                new EmailAddress(sender.address()),
                sender.name(),
                sender.replyTo().map(EmailAddress::new),
                sender.postal(),
                Optional.of(digest));
    }

    private Optional<Digest> load(String name) {
        return files.load(name) instanceof DigestResult.Loaded loaded ? Optional.of(loaded.digest()) : Optional.empty();
    }
}
