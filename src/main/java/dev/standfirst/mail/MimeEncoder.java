package dev.standfirst.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/**
 * Messages as MIME: multipart/alternative, the text first. The same message always gives the same bytes: its Message-ID
 * is kept and the boundary is made of it.
 */
final class MimeEncoder {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Session session = SmtpSession.ofMessages();

    OutgoingMessage encode(Message message) throws MessagingException {
        OutgoingMessage mime = new OutgoingMessage(session, message.messageId());
        mime.setHeader(
                "From",
                HeaderText.named(
                        "From", message.fromName(), "<" + message.from().wire() + ">"));
        mime.setRecipient(jakarta.mail.Message.RecipientType.TO, address(message.to()));
        if (message.replyTo().isPresent()) {
            mime.setReplyTo(new InternetAddress[] {address(message.replyTo().get())});
        }
        mime.setHeader("Subject", HeaderText.words("Subject", message.subject()));
        mime.setSentDate(Date.from(message.date()));
        for (Message.Header header : message.headers()) {
            mime.setHeader(header.name(), HeaderText.value(header));
        }
        mime.setContent(body(message));
        mime.saveChanges();
        return mime;
    }

    private static MimeMultipart body(Message message) throws MessagingException {
        MimeMultipart body =
                new Alternatives("sf-" + Integer.toHexString(message.messageId().hashCode()));
        body.addBodyPart(part(message.text(), "plain"));
        body.addBodyPart(part(message.html(), "html"));
        return body;
    }

    private static MimeBodyPart part(String content, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", encodingFor(content));
        return part;
    }

    /** Quoted-printable costs three bytes for each byte beyond ASCII, base64 four for three of all: the smaller one. */
    private static String encodingFor(String content) {
        int bytes = content.getBytes(StandardCharsets.UTF_8).length;
        long ascii = content.chars().filter(c -> c < 128).count();
        return ascii + (bytes - ascii) * 3 > bytes * 4L / 3 ? "base64" : "quoted-printable";
    }

    private static InternetAddress address(EmailAddress address) {
        InternetAddress internet = new InternetAddress();
        internet.setAddress(address.wire());
        return internet;
    }

    /** A multipart whose boundary does not change from one try to the next. */
    private static final class Alternatives extends MimeMultipart {

        Alternatives(String boundary) {
            super("alternative");
            contentType = "multipart/alternative; boundary=\"=_" + boundary + "_=\"";
        }
    }
}
