package dev.standfirst.bounce;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * A mail as the bounce mailbox holds it, taken apart. Every mail gives one, however broken: what cannot be taken apart
 * is text.
 *
 * @param header its own header
 * @param pieces its parts, in order, at most {@value MailParts#MOST}
 */
record ReturnedMail(Fields header, List<Piece> pieces) {

    private static final Set<String> ORIGINALS = Set.of(
            "message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers", "message/partial");

    ReturnedMail {
        pieces = List.copyOf(pieces);
    }

    /**
     * A part.
     *
     * @param type media type in lower case, without parameters
     * @param text decoded, at most {@value MailParts#LONGEST} characters
     */
    record Piece(String type, String text) {}

    static ReturnedMail read(byte[] mail) {
        return new ReturnedMail(Fields.head(decode(mail)), MailParts.of(mail));
    }

    /** The first part of one of these types. */
    Optional<String> piece(String... types) {
        return pieces.stream()
                .filter(piece -> Set.of(types).contains(piece.type()))
                .map(Piece::text)
                .findFirst();
    }

    /** What a person would read: the plain text, or else the HTML without its tags. */
    String text() {
        String plain = joined("text/plain");
        return plain.isBlank() ? lines(joined("text/html")) : plain;
    }

    private static String lines(String html) {
        Element body = Jsoup.parse(html).body();
        body.select("p, div, br, tr, td, li, pre, h1, h2, h3, h4").before("\n").append("\n");
        return body.wholeText();
    }

    /** The header of the mail that came back, where it was returned. */
    Fields original() {
        return pieces.stream()
                .filter(piece -> ORIGINALS.contains(piece.type()))
                .map(piece -> Fields.head(piece.text()))
                .findFirst()
                .orElseGet(() -> Fields.head(Letter.returned(text())));
    }

    private String joined(String type) {
        return pieces.stream()
                .filter(piece -> piece.type().equals(type))
                .map(Piece::text)
                .collect(Collectors.joining("\n"));
    }

    /** UTF-8 where it is that, else the Latin of Windows, which gives every byte a character or a mark. */
    static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}
