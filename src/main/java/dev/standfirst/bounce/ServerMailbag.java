package dev.standfirst.bounce;

import dev.standfirst.bounce.BounceSettings.Protocol;
import dev.standfirst.bounce.BounceSettings.Tls;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3Message;
import org.jspecify.annotations.Nullable;

/** A mailbox on a server, by IMAP or POP3. */
final class ServerMailbag implements Mailbag {

    /** Mails whose fingerprints are asked for together. */
    private static final int BATCH = 200;

    /** Lines of a long mail that POP3 is asked for; the report stands at its beginning. */
    private static final int TOP_LINES = 3000;

    private final BounceSettings settings;
    private final Session session;

    ServerMailbag(BounceSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    private record Mail(String fingerprint, Message message) {}

    @Override
    public String place() {
        return "%s at %s".formatted(settings.username(), settings.host());
    }

    @Override
    public void empty(Reader reader, int most) throws MailbagException {
        try (Store store = session.getStore(settings.protocol().name().toLowerCase(java.util.Locale.ROOT))) {
            store.connect(
                    settings.host(),
                    settings.port() == 0 ? -1 : settings.port(),
                    settings.username(),
                    settings.password());
            Folder folder = store.getFolder(settings.protocol() == Protocol.IMAP ? settings.folder() : "INBOX");
            folder.open(Folder.READ_WRITE);
            try {
                read(folder, reader, most);
            } finally {
                folder.close(!settings.keep());
            }
        } catch (MessagingException | IOException e) {
            throw trouble(e);
        }
    }

    private void read(Folder folder, Reader reader, int most) throws MessagingException, IOException {
        int all = folder.getMessageCount();
        int left = most;
        for (int from = 1; from <= all && left > 0 && !reader.isEnding(); from += BATCH) {
            left -= read(batch(folder, from, Math.min(all, from + BATCH - 1)), reader, left);
        }
    }

    /** Reads those that are new, and tells how many they were. */
    private int read(List<Mail> batch, Reader reader, int most) throws MessagingException, IOException {
        Set<String> known = reader.known(batch.stream().map(Mail::fingerprint).toList());
        int read = 0;
        for (Mail mail : batch) {
            boolean isNew = !known.contains(mail.fingerprint());
            if (reader.isEnding() || (isNew && read == most)) {
                return read;
            }
            if (isNew) {
                reader.read(mail.fingerprint(), bytes(mail.message()));
                read++;
            }
            done(mail.message());
        }
        return read;
    }

    private List<Mail> batch(Folder folder, int from, int to) throws MessagingException {
        Message[] messages = folder.getMessages(from, to);
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        folder.fetch(messages, profile);
        List<Mail> batch = new ArrayList<>();
        for (Message message : messages) {
            batch.add(new Mail(fingerprint(folder, message), message));
        }
        return batch;
    }

    private String fingerprint(Folder folder, Message message) throws MessagingException {
        String mailbox = "%s %s %s %s"
                .formatted(settings.protocol(), settings.host(), settings.username(), folder.getFullName());
        if (folder instanceof UIDFolder numbered) {
            return Fingerprints.of(
                    mailbox, Long.toString(numbered.getUIDValidity()), Long.toString(numbered.getUID(message)));
        }
        @Nullable String id = folder instanceof POP3Folder pop ? pop.getUID(message) : null;
        return id == null
                ? Fingerprints.of(String.join("\n", mailbox, String.join("\n", headers(message))))
                : Fingerprints.of(mailbox, id);
    }

    /** An old POP3 server numbers nothing: the whole header tells a mail from the others. */
    private static List<String> headers(Message message) throws MessagingException {
        List<String> headers = new ArrayList<>();
        message.getAllHeaders()
                .asIterator()
                .forEachRemaining(header -> headers.add(header.getName() + ":" + header.getValue()));
        return headers;
    }

    private static byte[] bytes(Message message) throws MessagingException, IOException {
        try (InputStream in = stream(message)) {
            return in.readNBytes(Recogniser.LONGEST_MAIL);
        }
    }

    private static InputStream stream(Message message) throws MessagingException {
        boolean isLong = message.getSize() > Recogniser.LONGEST_MAIL;
        if (message instanceof POP3Message pop) {
            return isLong ? pop.top(TOP_LINES) : pop.getMimeStream();
        }
        return ((IMAPMessage) message).getMimeStream();
    }

    private void done(Message message) throws MessagingException {
        if (!settings.keep()) {
            message.setFlag(Flags.Flag.DELETED, true);
        } else if (settings.protocol() == Protocol.IMAP) {
            message.setFlag(Flags.Flag.SEEN, true);
        }
    }

    private MailbagException trouble(Exception e) {
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : Diagnosis.oneLine(e.getMessage());
        String remedy = e instanceof AuthenticationFailedException
                ? "the login is refused; check standfirst.bounces.username and standfirst.bounces.password"
                : "check standfirst.bounces.host, port, tls and folder, and that the server is up";
        return new MailbagException(
                "the mailbox %s cannot be read (%s): %s. What was read before is recorded"
                        .formatted(place(), why, remedy),
                e);
    }

    private static Properties properties(BounceSettings settings) {
        Properties properties = new Properties();
        String millis = Long.toString(settings.timeout().toMillis());
        for (String prefix : List.of("mail.imap.", "mail.pop3.")) {
            properties.setProperty(prefix + "connectiontimeout", millis);
            properties.setProperty(prefix + "timeout", millis);
            properties.setProperty(prefix + "writetimeout", millis);
            properties.setProperty(prefix + "ssl.enable", Boolean.toString(settings.tls() == Tls.TLS));
            properties.setProperty(prefix + "ssl.checkserveridentity", "true");
            properties.setProperty(prefix + "starttls.enable", Boolean.toString(settings.tls() == Tls.STARTTLS));
            properties.setProperty(prefix + "starttls.required", Boolean.toString(settings.tls() == Tls.STARTTLS));
        }
        // Read without marking: the mark follows the commit.
        properties.setProperty("mail.imap.peek", "true");
        return properties;
    }
}
