package dev.standfirst.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the messages to many people have in common. Marks of {@link Slot} may stand in text, HTML and those headers that
 * are addresses in angle brackets; {@code To} and {@code Message-ID} are each person's own.
 *
 * @param from address of the sender
 * @param fromName display name of the sender
 * @param replyTo where answers go, if not to the sender
 * @param subject plain text, one line, the same for all
 * @param date of the {@code Date} header
 * @param text the plain-text part
 * @param html the HTML part, the same words; empty for messages that are plain text alone
 * @param headers further headers in order; values are plain text or RFC 2369 addresses, one line each
 */
public record MessageForm(
        EmailAddress from,
        String fromName,
        Optional<EmailAddress> replyTo,
        String subject,
        Instant date,
        String text,
        String html,
        List<Message.Header> headers) {

    public MessageForm {
        headers = List.copyOf(headers);
    }
}
