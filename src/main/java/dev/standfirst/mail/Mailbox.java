package dev.standfirst.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The built-in mailbox: where mails go until a mail server is named. A real SMTP server on this machine takes them, and
 * each is a file before it is acknowledged, so what was acknowledged is there whatever happens to the process.
 */
@Component
public class Mailbox {

    private final Path folder;
    private final Clock clock;

    Mailbox(@Value("${standfirst.mailbox}") Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** The folder that holds the mails. */
    public Path folder() {
        return folder;
    }

    /** How many mails there are. */
    public long size() {
        return names().size();
    }

    /** The names of the latest mails, newest first. */
    public List<String> latest(int limit) {
        return names().stream().sorted(Comparator.reverseOrder()).limit(limit).toList();
    }

    /**
     * Finds a mail.
     *
     * @param name as {@link #latest} gives it; anything else finds nothing
     */
    public Optional<Path> find(String name) {
        boolean plain = name.endsWith(".eml") && !name.contains("/") && !name.contains("\\");
        return plain ? Optional.of(folder.resolve(name)).filter(Files::isRegularFile) : Optional.empty();
    }

    /** Opens its SMTP server on a free port of this machine alone. */
    Server open() {
        return new Server(new MailFiles(folder, clock));
    }

    private List<String> names() {
        try (Stream<Path> all = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the mailbox in " + folder, e);
        }
    }

    /** Its SMTP server. */
    static final class Server implements AutoCloseable {

        private final GreenMail greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

        Server(MailFiles files) {
            UserManager users = greenMail.getUserManager();
            GreenMailUser nobody = new Nobody();
            users.setMessageDeliveryHandler((message, recipient) -> {
                keep(files, message, recipient);
                return nobody;
            });
            greenMail.start();
        }

        int port() {
            return greenMail.getSmtp().getPort();
        }

        @Override
        public void close() {
            greenMail.stop();
        }

        private static void keep(MailFiles files, MovingMessage message, MailAddress recipient) {
            try {
                files.keep(recipient.getEmail(), out -> {
                    BufferedOutputStream buffered = new BufferedOutputStream(out);
                    write(message, buffered);
                    buffered.flush();
                });
            } catch (IOException e) {
                throw new UncheckedIOException("the mailbox cannot keep a mail", e);
            }
        }

        private static void write(MovingMessage message, BufferedOutputStream out) throws IOException {
            try {
                message.getMessage().writeTo(out);
            } catch (MessagingException e) {
                throw new IOException(e);
            }
        }
    }
}
