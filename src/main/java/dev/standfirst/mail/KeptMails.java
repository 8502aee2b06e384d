package dev.standfirst.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The mails that are files on this machine, by whom they are to: those of the built-in mailbox and of dry runs. */
@Component
public class KeptMails {

    private static final String WHOLE = ".eml";
    private static final String UNFINISHED = ".part";
    private static final int DEPTH = 2;

    private final List<Path> folders;

    KeptMails(@Value("${standfirst.mailbox}") Path mailbox, @Value("${standfirst.data}") Path data) {
        this.folders = List.of(mailbox, data.resolve("dry-run"));
    }

    /** The names of the files that hold a mail to an address, however it is written there; sorted. */
    public List<String> to(EmailAddress address) {
        return find(address).stream()
                .map(file -> file.getFileName().toString())
                .sorted()
                .toList();
    }

    /**
     * Deletes the mails to an address, also such as a process that died left unfinished.
     *
     * @return how many
     * @throws UncheckedIOException where one cannot be deleted
     */
    public int forget(EmailAddress address) {
        List<Path> files = find(address);
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException("a mail cannot be deleted in " + file.getParent(), e);
            }
        }
        return files.size();
    }

    private List<Path> find(EmailAddress address) {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> all = Files.isDirectory(folder) ? Files.walk(folder, DEPTH) : Stream.empty()) {
                all.filter(file -> isTo(address, file)).forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the mails in " + folder, e);
            }
        }
        return found;
    }

    /** Names tell the recipient in few characters, so that two can share one: the mail itself decides. */
    private static boolean isTo(EmailAddress address, Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(UNFINISHED)
                ? isNamed(address, name, UNFINISHED)
                : name.endsWith(WHOLE) && mayBeTo(address, MailFiles.recipient(name)) && says(address, file);
    }

    private static boolean isNamed(EmailAddress address, String name, String ending) {
        String recipient = MailFiles.recipient(name.substring(0, name.length() - ending.length()));
        return recipient.equalsIgnoreCase(MailFiles.safe(address.value()))
                || recipient.equalsIgnoreCase(MailFiles.safe(address.normal()));
    }

    /** The domain can be written in two ways; what stands before the @ in one, as far as capitals do not count. */
    private static boolean mayBeTo(EmailAddress address, String recipient) {
        String normal = address.normal();
        String local = MailFiles.safe(normal.substring(0, normal.lastIndexOf('@') + 1));
        return recipient.toLowerCase(Locale.ROOT).startsWith(local);
    }

    private static boolean says(EmailAddress address, Path file) {
        try {
            return EmailAddress.parse(ReceivedMail.read(file).to()) instanceof EmailAddress.Parsed.Valid to
                    && to.address().normal().equals(address.normal());
        } catch (IOException e) {
            return isNamed(address, file.getFileName().toString(), WHOLE);
        }
    }
}
