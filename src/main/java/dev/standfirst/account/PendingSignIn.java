package dev.standfirst.account;

import dev.standfirst.text.Secret;
import dev.standfirst.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sign-in that a browser has gone to the provider for. The browser alone keeps it, as one secret of 256 random bits.
 * What the provider gets to see is worked out from that one way (SHA-256), so that nobody who sees it can come back in
 * the browser's place, and no other browser can be made to come back with it.
 *
 * @param secret kept by the browser
 * @param next the page that the person wanted; from the browser, so whoever leads there looks at it again
 */
public record PendingSignIn(String secret, String next) {

    private static final int SECRET_BYTES = 32;
    private static final Pattern COOKIE = Pattern.compile("([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{0,600})");

    /** A new one. */
    public static PendingSignIn begin(String next) {
        return new PendingSignIn(Secret.fresh(SECRET_BYTES), next);
    }

    /** The one that a cookie holds; empty where it holds none. */
    public static Optional<PendingSignIn> ofCookie(String cookie) {
        Matcher parts = COOKIE.matcher(cookie);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            byte[] next = Base64.getUrlDecoder().decode(parts.group(2));
            return Optional.of(new PendingSignIn(parts.group(1), new String(next, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** For a cookie. */
    public String cookie() {
        return secret + "." + base64(next.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it is the one that somebody comes back from. */
    public boolean isAnsweredBy(String state) {
        return MessageDigest.isEqual(bytes(state()), bytes(state));
    }

    /** Comes back with the browser. */
    String state() {
        return derived("state");
    }

    /** Comes back in the token, as its hash. */
    String nonce() {
        return derived("nonce");
    }

    /** Shown to the provider at the end; it gets {@link #challenge} of it at the beginning (PKCE, RFC 7636). */
    String verifier() {
        return derived("verifier");
    }

    String challenge() {
        return hash(verifier());
    }

    static String hash(String text) {
        MessageDigest digest = Sha256.begin();
        return base64(digest.digest(bytes(text)));
    }

    private String derived(String what) {
        return hash(what + " " + secret);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "PendingSignIn[%s]".formatted(next);
    }
}
