package dev.standfirst.text;

import java.security.SecureRandom;
import java.util.Base64;

/** Texts that nobody can guess, for links, cookies and tokens. */
public final class Secret {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    /**
     * A new one, which stands in addresses as it is.
     *
     * @param bytes how much chance is in it; three of them give four characters
     */
    public static String fresh(int bytes) {
        byte[] chance = new byte[bytes];
        RANDOM.nextBytes(chance);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
    }
}
