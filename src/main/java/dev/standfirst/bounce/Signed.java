package dev.standfirst.bounce;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures of messages, and how old they may be. */
final class Signed {

    private Signed() {}

    /** Whether two texts are equal, in a time that does not tell where they differ. */
    static boolean equal(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** HMAC of SHA-256, in hexadecimal. */
    static String hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HmacSHA256", e);
        }
    }

    /** Whether a signature in Base64 is the key's over a text; a broken one is not. */
    static boolean by(PublicKey key, String algorithm, String signature, String text) {
        try {
            Signature check = Signature.getInstance(algorithm);
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether a moment, in seconds since 1970, is within the window around now; a text that is no number is not. */
    static boolean isFresh(String seconds, Duration window, Clock clock) {
        try {
            return isFresh(Instant.ofEpochSecond(Long.parseLong(seconds.strip())), window, clock);
        } catch (RuntimeException e) {
            return false;
        }
    }

    static boolean isFresh(Instant moment, Duration window, Clock clock) {
        Instant now = clock.instant();
        return !moment.isBefore(now.minus(window)) && !moment.isAfter(now.plus(window));
    }
}
