package dev.standfirst.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/**
 * Messages as MIME: multipart/alternative, the text first, or the text alone. The same message always gives the same
 * bytes: its Message-ID is kept and the boundary is made of it.
 */
final class MimeEncoder {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Session session;

    MimeEncoder(Session session) {
        this.session = session;
    }

    OutgoingMessage encode(Message message) throws MessagingException {
        OutgoingMessage mime = new OutgoingMessage(session, message.messageId());
        mime.setHeader(
                "From",
                MimeUtility.fold(6, address(message.from(), message.fromName()).toString()));
        mime.setRecipient(jakarta.mail.Message.RecipientType.TO, address(message.to(), ""));
        if (message.replyTo().isPresent()) {
            mime.setReplyTo(new InternetAddress[] {address(message.replyTo().get(), "")});
        }
        mime.setSubject(oneLine(message.subject()), UTF_8);
        mime.setSentDate(Date.from(message.date()));
        for (Message.Header header : message.headers()) {
            mime.setHeader(header.name(), fold(header));
        }
        if (message.html().isEmpty()) {
            fill(mime, message.text(), "plain");
        } else {
            mime.setContent(body(message));
        }
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
        fill(part, content, subtype);
        return part;
    }

    private static void fill(MimePart part, String content, String subtype) throws MessagingException {
        part.setText(content, UTF_8, subtype);
        part.setHeader("Content-Transfer-Encoding", encodingFor(content));
    }

    /** Quoted-printable costs three bytes for each byte beyond ASCII, base64 four for three of all: the smaller one. */
    private static String encodingFor(String content) {
        int bytes = content.getBytes(StandardCharsets.UTF_8).length;
        long ascii = content.chars().filter(c -> c < 128).count();
        return ascii + (bytes - ascii) * 3 > bytes * 4L / 3 ? "base64" : "quoted-printable";
    }

    private static InternetAddress address(EmailAddress address, String name) throws MessagingException {
        String local = address.value().substring(0, address.value().lastIndexOf('@'));
        InternetAddress internet = new InternetAddress();
        internet.setAddress(local + "@" + address.domain());
        try {
            internet.setPersonal(name.isEmpty() ? null : oneLine(name), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JVM has UTF-8", e);
        }
        return internet;
    }

    /**
     * Words beyond ASCII are encoded; structured values (in angle brackets) are left as they are, folded between parts.
     */
    private static String fold(Message.Header header) {
        String value = oneLine(header.value());
        try {
            int bracket = value.indexOf('<');
            String words = bracket < 0 ? value : value.substring(0, bracket).strip();
            String rest = bracket < 0 ? "" : value.substring(bracket);
            String whole = MimeUtility.encodeText(words, UTF_8, "Q") + " " + rest;
            return MimeUtility.fold(header.name().length() + 2, whole.strip());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JVM has UTF-8", e);
        }
    }

    /** No value may begin a line of its own: that would be a header somebody else wrote. */
    private static String oneLine(String value) {
        return value.replaceAll("[\\p{Cntrl}\u0085\u2028\u2029]+", " ").strip();
    }

    /** A multipart whose boundary does not change from one try to the next. */
    private static final class Alternatives extends MimeMultipart {

        Alternatives(String boundary) {
            super("alternative");
            contentType = "multipart/alternative; boundary=\"=_" + boundary + "_=\"";
        }
    }
}
