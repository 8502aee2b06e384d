package dev.standfirst.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it was received, read leniently: whatever its form, what can be understood is given.
 *
 * @param messageId without angle brackets, may be empty
 * @param fromName display name of the sender, may be empty
 * @param from address of the sender, may be empty
 * @param to address of the first recipient, may be empty
 * @param subject decoded, may be empty
 * @param date of the {@code Date} header, if it can be read
 * @param text the first plain-text part, may be empty
 * @param html the first HTML part, unsafe, may be empty
 * @param headers all headers as they came
 */
public record ReceivedMail(
        String messageId,
        String fromName,
        String from,
        String to,
        String subject,
        Optional<Instant> date,
        String text,
        String html,
        List<Message.Header> headers) {

    private static final int PART_DEPTH = 10;
    private static final int PART_BYTES = 5_000_000;

    public ReceivedMail {
        headers = List.copyOf(headers);
    }

    /** The first header of that name as people read it: unfolded and decoded; empty where there is none. */
    public String words(String name) {
        String raw = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .findFirst()
                .map(Message.Header::value)
                .orElse("");
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(raw)).strip();
        } catch (UnsupportedEncodingException e) {
            return raw;
        }
    }

    /**
     * Reads a file.
     *
     * @throws IOException where it cannot be read, or is no mail
     */
    public static ReceivedMail read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(in);
        }
    }

    /**
     * Reads a mail.
     *
     * @throws IOException where it cannot be read, or is no mail
     */
    public static ReceivedMail read(InputStream in) throws IOException {
        try {
            MimeMessage mail = new MimeMessage(SmtpSession.ofMessages(), in);
            Bodies bodies = new Bodies();
            bodies.collect(mail, 0);
            @Nullable InternetAddress from = first(mail.getHeader("From", ","));
            @Nullable InternetAddress to = first(mail.getHeader("To", ","));
            return new ReceivedMail(
                    orEmpty(mail.getMessageID()).replaceAll("[<>]", "").strip(),
                    from == null ? "" : orEmpty(from.getPersonal()),
                    from == null ? "" : orEmpty(from.getAddress()),
                    to == null ? "" : orEmpty(to.getAddress()),
                    orEmpty(mail.getSubject()),
                    Optional.ofNullable(mail.getSentDate()).map(Date::toInstant),
                    bodies.text,
                    bodies.html,
                    headers(mail));
        } catch (MessagingException | RuntimeException e) {
            throw new IOException("this is not a mail: " + e.getMessage(), e);
        }
    }

    private static List<Message.Header> headers(MimeMessage mail) throws MessagingException {
        List<Message.Header> headers = new ArrayList<>();
        for (Header header : Collections.list(mail.getAllHeaders())) {
            headers.add(new Message.Header(header.getName(), orEmpty(header.getValue())));
        }
        return headers;
    }

    private static @Nullable InternetAddress first(@Nullable String header) throws MessagingException {
        InternetAddress[] addresses =
                header == null ? new InternetAddress[0] : InternetAddress.parseHeader(header, false);
        return addresses.length == 0 ? null : addresses[0];
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** The bodies of a mail, found in its tree of parts. */
    private static final class Bodies {

        private String text = "";
        private String html = "";

        void collect(Part part, int depth) throws MessagingException, IOException {
            if (depth > PART_DEPTH || Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                return;
            }
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
                collect(parts, depth);
            } else if (part.isMimeType("text/*")) {
                keepFirst(part);
            }
        }

        private void keepFirst(Part part) throws MessagingException, IOException {
            if (part.isMimeType("text/html")) {
                html = html.isEmpty() ? content(part) : html;
            } else {
                text = text.isEmpty() ? content(part) : text;
            }
        }

        private void collect(Multipart parts, int depth) throws MessagingException, IOException {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), depth + 1);
            }
        }

        private static String content(Part part) throws MessagingException, IOException {
            try (InputStream in = part.getInputStream()) {
                return new String(in.readNBytes(PART_BYTES), charset(part.getContentType()));
            }
        }

        private static Charset charset(String contentType) {
            try {
                String name = new jakarta.mail.internet.ContentType(contentType).getParameter("charset");
                return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
            } catch (jakarta.mail.internet.ParseException
                    | IllegalCharsetNameException
                    | UnsupportedCharsetException e) {
                return StandardCharsets.UTF_8;
            }
        }
    }
}
