package dev.standfirst.bounce;

import dev.standfirst.bounce.ReturnedMail.Piece;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** Takes the parts of a mail out of its tree, with bounds on depth, number and length. */
final class MailParts {

    static final int MOST = 50;
    static final int LONGEST = 200_000;

    private static final int DEPTH = 6;
    private static final Session SESSION = Session.getInstance(new Properties());

    private final List<Piece> pieces = new ArrayList<>();

    private MailParts() {}

    static List<Piece> of(byte[] mail) {
        MailParts parts = new MailParts();
        try {
            parts.add(new MimeMessage(SESSION, new ByteArrayInputStream(mail)), 0);
        } catch (MessagingException | RuntimeException e) {
            parts.pieces.add(new Piece("text/plain", cut(ReturnedMail.decode(mail))));
        }
        return parts.pieces;
    }

    private void add(Part part, int depth) {
        if (pieces.size() >= MOST) {
            return;
        }
        try {
            if (part.isMimeType("multipart/*") && depth < DEPTH && part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    add(parts.getBodyPart(i), depth + 1);
                }
            } else if (!isAttachedText(part)) {
                pieces.add(new Piece(type(part), text(part)));
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            pieces.add(new Piece("text/plain", raw(part)));
        }
    }

    /** The returned mail's text, attached, is not the server's. */
    private static boolean isAttachedText(Part part) throws MessagingException {
        return part.isMimeType("text/*")
                && !part.isMimeType("text/rfc822-headers")
                && Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    }

    private static String type(Part part) throws MessagingException {
        String type = part.getContentType().toLowerCase(Locale.ROOT);
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip();
    }

    private static String text(Part part) throws MessagingException, IOException {
        byte[] bytes;
        try (InputStream in = decoded(part)) {
            bytes = in.readNBytes(LONGEST);
        } catch (IOException e) {
            return raw(part);
        }
        try {
            String charset = new ContentType(part.getContentType()).getParameter("charset");
            return charset == null || charset.toLowerCase(Locale.ROOT).contains("ascii")
                    ? ReturnedMail.decode(bytes)
                    : new String(bytes, Charset.forName(charset));
        } catch (MessagingException | IllegalArgumentException e) {
            return ReturnedMail.decode(bytes);
        }
    }

    /** The library leaves the encoding of message parts alone, which must not have one; some servers give them one. */
    private static InputStream decoded(Part part) throws MessagingException, IOException {
        String[] encoding = part.getHeader("Content-Transfer-Encoding");
        return encoding != null && encoding.length == 1 && part.isMimeType("message/*")
                ? MimeUtility.decode(part.getInputStream(), encoding[0].strip())
                : part.getInputStream();
    }

    /** The bytes of a part whose encoding is broken or unknown. */
    private static String raw(Part part) {
        try (InputStream in = part instanceof MimeBodyPart body
                ? body.getRawInputStream()
                : ((MimeMessage) (MimePart) part).getRawInputStream()) {
            return ReturnedMail.decode(in.readNBytes(LONGEST));
        } catch (MessagingException | IOException | RuntimeException e) {
            return "";
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
