package dev.standfirst.mail;

/** A piece of an encoded message. */
sealed interface Segment permits Segment.Constant, BareWord, QuotedPrintable.Value, Base64Body {

    /** Adds the bytes that it has for one person. */
    void addTo(Filling filling);

    /** The same for everybody. */
    @SuppressWarnings("ArrayRecordComponent") // never copied, never compared
    record Constant(byte[] bytes) implements Segment {

        @Override
        public void addTo(Filling filling) {
            filling.add(bytes);
        }
    }
}
