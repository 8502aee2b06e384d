package dev.standfirst.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message to one recipient, before MIME.
 *
 * @param from address of the sender
 * @param fromName display name of the sender
 * @param to the one recipient
 * @param replyTo where answers go, if not to the sender
 * @param subject plain text, one line
 * @param messageId without angle brackets, the same on every try of the same message
 * @param date of the {@code Date} header
 * @param text the plain-text part
 * @param html the HTML part, the same words; empty for a message that is plain text alone
 * @param returnPath where the mail comes back to if it fails, if not to the sender
 * @param headers further headers in order; values are plain text or RFC 2369 addresses, one line each
 */
public record Message(
        EmailAddress from,
        String fromName,
        EmailAddress to,
        Optional<EmailAddress> replyTo,
        String subject,
        String messageId,
        Instant date,
        String text,
        String html,
        Optional<EmailAddress> returnPath,
        List<Header> headers) {

    public Message {
        headers = List.copyOf(headers);
    }

    /** A message that comes back to its sender if it fails. */
    public Message(
            EmailAddress from,
            String fromName,
            EmailAddress to,
            Optional<EmailAddress> replyTo,
            String subject,
            String messageId,
            Instant date,
            String text,
            String html,
            List<Header> headers) {
        this(from, fromName, to, replyTo, subject, messageId, date, text, html, Optional.empty(), headers);
    }

    /** A header field beyond the ones that every message has. */
    public record Header(String name, String value) {}
}
