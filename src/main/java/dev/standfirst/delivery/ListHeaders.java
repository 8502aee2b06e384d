package dev.standfirst.delivery;

import dev.standfirst.edition.Imprint;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.mail.Message.Header;
import dev.standfirst.mail.Slot;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The headers by which mail programs know a digest and give its readers buttons: RFC 2369, RFC 2919, RFC 3834, RFC
 * 8058, and Feedback-ID. Nothing in them but addresses differs from person to person.
 */
final class ListHeaders {

    private static final int TITLE_LENGTH = 60;
    private static final int SENDER_ID_LENGTH = 15;

    /** Pads what is too short to be a sender id, which has 5 characters at least. */
    private static final String SENDER_ID_PADDING = "standfirst";

    private static final List<Header> FOR_ALL = List.of(
            new Header("List-Post", "NO"),
            new Header("Auto-Submitted", "auto-generated"),
            new Header("Precedence", "bulk"),
            new Header("X-Auto-Response-Suppress", "OOF, AutoReply"));

    private final String id;
    private final String owner;
    private final List<Header> archive;
    private final String feedback;

    ListHeaders(StoredEdition edition, Imprint imprint, URI publicUrl) {
        this.id = "%s <%s.%s>".formatted(phrase(edition.title()), edition.digest(), publicUrl.getHost());
        this.owner = "<mailto:%s>".formatted(imprint.replyTo().orElse(imprint.address()));
        this.archive = imprint.archived()
                ? List.of(new Header("List-Archive", "<%s/archive/%s>".formatted(publicUrl, edition.digest())))
                : List.of();
        this.feedback =
                "%s:%s:%s:%s".formatted(edition.date(), imprint.list(), edition.digest(), senderId(imprint.address()));
    }

    /**
     * The headers of every mail, with marks of slots.
     *
     * @param byMail whether there is a mail address to leave by, because mail that comes back is read
     */
    List<Header> all(boolean byMail) {
        String orByMail = byMail ? ", <mailto:" + Slot.LEAVE_BY_MAIL.mark() + "?subject=unsubscribe>" : "";
        List<Header> headers = new ArrayList<>(List.of(
                new Header("List-Id", id),
                new Header("List-Unsubscribe", "<" + Slot.UNSUBSCRIBE.mark() + ">" + orByMail),
                new Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
                new Header("List-Help", "<" + Slot.CHOOSE.mark() + ">"),
                new Header("List-Owner", owner)));
        headers.addAll(archive);
        headers.addAll(FOR_ALL);
        headers.add(new Header("Feedback-ID", feedback));
        return List.copyOf(headers);
    }

    /** A title as RFC 2919 wants it before the angle bracket; quoted and encoded as any name is. */
    private static String phrase(String title) {
        String plain =
                Slot.strip(title).replaceAll("[<>\"\\\\\\p{Cntrl}\\s]+", " ").strip();
        int end = plain.offsetByCodePoints(0, Math.min(TITLE_LENGTH, plain.codePointCount(0, plain.length())));
        return plain.substring(0, end).strip();
    }

    /** The same for all mail of a sender: letters and digits of its domain, 5 to 15 of them. */
    private static String senderId(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]", "");
        String padded = domain.length() < 5 ? domain + SENDER_ID_PADDING : domain;
        return padded.substring(0, Math.min(SENDER_ID_LENGTH, padded.length()));
    }
}
