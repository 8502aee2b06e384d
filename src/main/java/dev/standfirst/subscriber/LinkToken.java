package dev.standfirst.subscriber;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The part of a link in a mail that says whom it is for and that we made it: a number, hidden and signed, 24 bytes as
 * 32 URL-safe characters. It is the same every time it is made for one number and purpose, never expires, and tells a
 * stranger nothing.
 *
 * <p>Synthetic initialisation vector: a tag of 128 bits over purpose and number, and the number masked by a second tag
 * over the first (after RFC 5297).
 */
@Component
public class LinkToken {

    private static final int TAG = 16;
    private static final int LENGTH = TAG + Long.BYTES;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{32}");

    private final InstallationKey key;

    LinkToken(InstallationKey key) {
        this.key = key;
    }

    /** What a link lets its holder do; a token of one purpose does not pass for another. */
    public enum Purpose {
        /** Leave the list of a subscription, take that back, or take less of it: once a week, or a break. No more. */
        LEAVE,
        /** Choose when and what to get of a subscription. */
        CHOOSE,
        /** Where mail of one delivery comes back to. */
        RETURN
    }

    /** The token of a number: of a subscription, or of a delivery for {@code RETURN}. */
    public String of(Purpose purpose, long number) {
        return text(bytes(purpose, number));
    }

    /** The same, of the bytes of a token. */
    public static String text(byte[] token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The bytes of a token, 24 of them, for where other characters are needed. */
    public byte[] bytes(Purpose purpose, long number) {
        byte[] tag = tag(purpose, number);
        return ByteBuffer.allocate(LENGTH)
                .put(tag)
                .putLong(number ^ mask(purpose, tag))
                .array();
    }

    /** The number that a token was made for; empty where we never made it for that purpose. */
    public OptionalLong verify(Purpose purpose, String token) {
        return FORM.matcher(token).matches()
                ? verify(purpose, Base64.getUrlDecoder().decode(token))
                : OptionalLong.empty();
    }

    /** The same for the bytes of a token. Compared in constant time. */
    public OptionalLong verify(Purpose purpose, byte[] token) {
        if (token.length != LENGTH) {
            return OptionalLong.empty();
        }
        byte[] tag = Arrays.copyOf(token, TAG);
        long number = ByteBuffer.wrap(token, TAG, Long.BYTES).getLong() ^ mask(purpose, tag);
        return MessageDigest.isEqual(tag, tag(purpose, number)) ? OptionalLong.of(number) : OptionalLong.empty();
    }

    private byte[] tag(Purpose purpose, long number) {
        return Arrays.copyOf(key.mac("link " + purpose.name(), Long.toString(number)), TAG);
    }

    private long mask(Purpose purpose, byte[] tag) {
        String text = Base64.getEncoder().encodeToString(tag);
        return ByteBuffer.wrap(key.mac("mask " + purpose.name(), text)).getLong();
    }
}
