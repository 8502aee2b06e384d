package dev.standfirst.consent;

import dev.standfirst.text.Secret;
import dev.standfirst.text.Sha256;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of a link that proves who reads a mailbox: 192 random bits. It is in the mail alone; the database holds its
 * hash.
 *
 * @param text 32 URL-safe characters
 */
record Token(String text) {

    private static final int BYTES = 24;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{32}");

    /** A new one. */
    static Token random() {
        return new Token(Secret.fresh(BYTES));
    }

    /** One that came back; empty where the text can be none. */
    static Optional<Token> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Token(text)) : Optional.empty();
    }

    /** SHA-256 in hexadecimal digits. */
    String hash() {
        return Sha256.hex(text);
    }

    /** Not the text: that would open a door to who reads a log. */
    @Override
    public String toString() {
        return "Token[...]";
    }
}
