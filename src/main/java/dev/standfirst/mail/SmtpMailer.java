package dev.standfirst.mail;

import dev.standfirst.mail.SendResult.NoServer;
import java.io.IOException;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Hands mails to an SMTP server over one connection that is opened when first needed and reused after that. A server
 * may end a connection that it thinks has done enough: what was not handed over then goes on over a new one, silently,
 * as long as each connection brings at least one mail to its end. A mail at which it ends every connection is refused
 * for now.
 */
final class SmtpMailer implements Mailer {

    private final MailSettings settings;
    private final String name;
    private final LetterEncoder letters;
    private final SmtpVerdicts verdicts;
    private final Interruptions interruptions;
    private final Supplier<SSLSocketFactory> tls;
    private @Nullable SmtpConnection open;

    /**
     * Makes one; nothing is connected yet.
     *
     * @param name of the server, for people
     * @param letters makes messages ready that are not
     */
    SmtpMailer(MailSettings settings, String name, LetterEncoder letters) {
        this(settings, name, letters, new Interruptions());
    }

    /**
     * Makes one of several for the same server.
     *
     * @param interruptions what all of them met
     */
    SmtpMailer(MailSettings settings, String name, LetterEncoder letters, Interruptions interruptions) {
        this(settings, name, letters, interruptions, () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /**
     * Makes one with an opinion of its own on certificates.
     *
     * @param tls makes connections private; asked for it with the first that is to be
     */
    SmtpMailer(
            MailSettings settings,
            String name,
            LetterEncoder letters,
            Interruptions interruptions,
            Supplier<SSLSocketFactory> tls) {
        this.settings = settings;
        this.name = name;
        this.letters = letters;
        this.interruptions = interruptions;
        this.tls = tls;
        this.verdicts = new SmtpVerdicts(name);
    }

    @Override
    public void send(Work work) {
        MailQueue queue = new MailQueue(work);
        boolean whole = false;
        try {
            for (ReadyMessage first = queue.first(); first != null; first = queue.first()) {
                sendOver(queue, first);
            }
            whole = true;
        } finally {
            if (!whole) {
                drop();
            }
        }
    }

    @Override
    public SendResult send(Message message) {
        return OneMail.send(this, letters.ready(message));
    }

    @Override
    public String destination() {
        return name;
    }

    @Override
    public void close() {
        if (open != null) {
            open.quit();
            open = null;
        }
    }

    /** Over one connection, until the queue is empty, or the connection is of no use. */
    private void sendOver(MailQueue queue, ReadyMessage first) {
        try {
            if (!new SmtpPipeline(connected(), verdicts, queue, interruptions).run()) {
                drop();
            }
        } catch (SmtpOpeningException e) {
            queue.done(first, verdicts.ofOpening(e));
        } catch (IOException e) {
            boolean proven = open != null && open.isProven();
            drop();
            if (!proven) {
                giveUp(queue, verdicts.ofBroken(e));
            }
        }
    }

    /** A connection that broke before it brought a mail to its end would be followed by others like it. */
    private static void giveUp(MailQueue queue, NoServer trouble) {
        ReadyMessage next = queue.first();
        if (next != null) {
            queue.done(next, trouble);
        }
    }

    private SmtpConnection connected() throws SmtpOpeningException {
        SmtpConnection connection = open;
        if (connection == null) {
            connection = SmtpConnection.open(settings, tls);
            open = connection;
        }
        return connection;
    }

    private void drop() {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
