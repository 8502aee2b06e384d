package dev.standfirst.mail;

import java.util.List;
import java.util.Map;

/**
 * A message that was encoded once for many people: bytes that are the same for all, and slots between them. What is
 * filled in for a person is encoded by itself and cannot reach out of its place, so nothing of one mail can get into
 * another. The same values always give the same bytes. Immutable; any number of threads may fill it at once.
 */
public final class EncodedMessage {

    private final Segment[] segments;

    EncodedMessage(List<Segment> segments) {
        this.segments = segments.toArray(Segment[]::new);
    }

    /** Encodes what the messages to many people have in common. */
    public static EncodedMessage of(MessageForm form) {
        return MimeEncoder.encode(form);
    }

    /**
     * One person's message.
     *
     * @param id of the row of the ledger
     * @param sender of the envelope
     * @param recipient of the envelope; fills {@link Slot#TO} and {@link Slot#ADDRESS} too
     * @param values of the other slots; a line break or a control character in one becomes a space, and a slot without
     *     a value is empty
     */
    public ReadyMessage fill(long id, EmailAddress sender, EmailAddress recipient, Map<Slot, String> values) {
        Filling filling = new Filling(recipient, values, segments.length + 8);
        for (Segment segment : segments) {
            segment.addTo(filling);
        }
        return new ReadyMessage(id, sender, recipient, filling.bytes());
    }
}
