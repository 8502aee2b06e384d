package dev.standfirst.mail;

import dev.standfirst.mail.SendResult.NoServer;
import dev.standfirst.mail.SendResult.Trouble;
import dev.standfirst.text.OneLine;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.util.MailConnectException;

/** What the replies of one mail server mean, and its silence: for a mail, for a recipient, for us. */
final class SmtpVerdicts {

    /** Login demanded, refused, too weak, or in need of TLS (RFC 4954, 6). */
    private static final Set<Integer> LOGIN = Set.of(530, 534, 535, 538);

    /** "Temporary authentication failure" by RFC 4954; also said by services whose sender is too fast. */
    private static final int NOT_NOW = 454;

    /** The server did not understand us, or not in this order: it and we are out of step. */
    private static final Set<Integer> OUT_OF_STEP = Set.of(500, 502, 503);

    private static final int SIZE_EXCEEDED = 552;

    /** "Local error in processing": what a server would say that refuses one mail for now. */
    private static final int NOT_THIS_ONE = 451;

    private static final String WAIT = "Ask who runs the mail server, or wait until it takes mail again.";
    private static final String ASK = "Ask who runs the mail server what it wants of this sender.";
    private static final String CHECK_HOST =
            "Check STANDFIRST_MAIL_HOST and STANDFIRST_MAIL_PORT, and that the server is up.";
    private static final String CHECK_LOGIN = "Check STANDFIRST_MAIL_USERNAME and STANDFIRST_MAIL_PASSWORD.";
    private static final String CHECK_TLS = "Check STANDFIRST_MAIL_TLS, and the certificate of the server.";

    private final String name;

    /**
     * Judges for one server.
     *
     * @param name of the server, for people
     */
    SmtpVerdicts(String name) {
        this.name = name;
    }

    /**
     * What a refusal of the sender (MAIL) means. It names no recipient, so for good it is about us, unless it is about
     * the size or the letters of this one mail.
     */
    SendResult ofSender(SmtpReply reply) throws ProtocolException {
        demandRefusal(reply, "MAIL");
        boolean aboutMail = reply.code() == SIZE_EXCEEDED
                || reply.enhanced().equals("5.2.3")
                || reply.enhanced().equals("5.3.4")
                || reply.enhanced().startsWith("5.6.");
        if (reply.isForGood() && !aboutMail) {
            return new NoServer(Trouble.POLICY, answered(reply.text()), ASK);
        }
        return reply.enhanced().startsWith("4.7.")
                ? new NoServer(Trouble.BUSY, answered(reply.text()), WAIT)
                : refusal(reply);
    }

    /** What a refusal of the recipient (RCPT) or of the mail before its bytes (DATA) means. */
    SendResult ofRecipient(SmtpReply reply) throws ProtocolException {
        demandRefusal(reply, "a recipient");
        return refusal(reply);
    }

    /** What the reply to the final dot means. */
    SendResult ofMail(SmtpReply reply) throws ProtocolException {
        if (reply.isOk()) {
            return new SendResult.Accepted(reply.text());
        }
        if (!reply.isForNow() && !reply.isForGood()) {
            throw unexpected(reply, "a mail");
        }
        return refusal(reply);
    }

    /** The final dot was written, and this came of it. */
    SendResult.Unknown ofSilence(IOException e) {
        return new SendResult.Unknown("%s took the mail and gave no answer: %s".formatted(name, reason(e)));
    }

    /** The connection breaks at this mail, and not at others. */
    SendResult.Deferred ofInterruptions() {
        return new SendResult.Deferred(NOT_THIS_ONE, "", "the server ends the connection at this mail");
    }

    /** A connection broke before the mail was handed over. */
    NoServer ofBroken(IOException e) {
        return e instanceof SmtpGoodbye
                ? new NoServer(Trouble.BUSY, answered(reason(e)), WAIT)
                : new NoServer(Trouble.BUSY, "the connection to %s broke: %s".formatted(name, reason(e)), WAIT);
    }

    /** No connection came about. */
    NoServer ofOpening(SmtpOpeningException e) {
        MessagingException reason = e.reason();
        if (reason instanceof AuthenticationFailedException) {
            return ofLogin(reason(reason));
        }
        String reply = firstLine(e.lastReply());
        Exception cause = reason.getNextException();
        if (reason instanceof MailConnectException || cause instanceof UnknownHostException) {
            return new NoServer(
                    Trouble.UNREACHABLE, "%s cannot be reached: %s".formatted(name, shown(reason)), CHECK_HOST);
        }
        if (cause instanceof SSLException || reason(reason).startsWith("STARTTLS is required")) {
            return new NoServer(
                    Trouble.UNREACHABLE,
                    "the connection to %s cannot be made private: %s".formatted(name, shown(reason)),
                    CHECK_TLS);
        }
        if (reply.startsWith("5")) {
            return new NoServer(Trouble.POLICY, answered(reply), ASK);
        }
        return new NoServer(
                Trouble.BUSY,
                reply.startsWith("4")
                        ? answered(reply)
                        : "the connection to %s broke while it was opened: %s".formatted(name, shown(reason)),
                WAIT);
    }

    /** The sender's address needs what the server does not have, and so would every mail. */
    NoServer ofSenderBeyondAscii() {
        return new NoServer(
                Trouble.POLICY,
                "%s takes no address beyond ASCII (it lacks SMTPUTF8), as the sender's is".formatted(name),
                "Give the digest a sender address in ASCII before the @.");
    }

    /** A recipient whom this server cannot serve fails alone (RFC 6531, 3.5). */
    SendResult.Refused ofRecipientBeyondAscii() {
        return new SendResult.Refused(
                553, "5.6.7", "553 5.6.7 %s takes no address beyond ASCII (it lacks SMTPUTF8)".formatted(name));
    }

    /** A mail that the server said beforehand it would not take. */
    SendResult.Refused ofSize(long bytes, long largest) {
        return new SendResult.Refused(
                SIZE_EXCEEDED,
                "5.3.4",
                "552 5.3.4 the mail has %,d bytes and %s takes %,d at most; it was not sent"
                        .formatted(bytes, name, largest));
    }

    /** An address that would be read as a command of its own. */
    SendResult.Refused ofAddress() {
        return new SendResult.Refused(553, "5.1.3", "553 5.1.3 the address holds what no address can; it was not sent");
    }

    private NoServer ofLogin(String reply) {
        if (reply.startsWith("4")) {
            return new NoServer(Trouble.BUSY, answered(reply), WAIT);
        }
        // What was said last before the connection ended in the middle of a login.
        if (reply.isEmpty() || reply.startsWith("3") || reply.startsWith("[EOF]")) {
            return new NoServer(Trouble.BUSY, "the connection to %s broke during the login".formatted(name), WAIT);
        }
        return new NoServer(Trouble.LOGIN, "%s refused the login (%s)".formatted(name, reply), CHECK_LOGIN);
    }

    private SendResult refusal(SmtpReply reply) {
        if (LOGIN.contains(reply.code())) {
            return new NoServer(Trouble.POLICY, answered(reply.text()), ASK);
        }
        if (reply.code() == NOT_NOW) {
            return new NoServer(Trouble.BUSY, answered(reply.text()), WAIT);
        }
        return reply.isForGood()
                ? new SendResult.Refused(reply.code(), reply.enhanced(), reply.text())
                : new SendResult.Deferred(reply.code(), reply.enhanced(), reply.text());
    }

    private static void demandRefusal(SmtpReply reply, String what) throws ProtocolException {
        boolean refusal = reply.isForNow() || reply.isForGood();
        if (!refusal || OUT_OF_STEP.contains(reply.code())) {
            throw unexpected(reply, what);
        }
    }

    private static ProtocolException unexpected(SmtpReply reply, String what) {
        return new ProtocolException("it answered %s to %s".formatted(reply.text(), what));
    }

    private String answered(String reply) {
        return "%s answered %s".formatted(name, reply);
    }

    private static String shown(MessagingException e) {
        Exception next = e.getNextException();
        return reason(next == null ? e : next);
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : firstLine(e.getMessage());
    }

    private static String firstLine(String text) {
        return OneLine.shown(OneLine.of(text.lines().findFirst().orElse(""), 300));
    }
}
