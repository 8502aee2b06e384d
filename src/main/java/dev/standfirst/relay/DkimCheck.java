package dev.standfirst.relay;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether the key that checks our signatures is there (DKIM, RFC 6376). */
final class DkimCheck {

    private static final int LEAST_BITS = 1024;
    private static final int GOOD_BITS = 2048;

    private final Dns dns;

    DkimCheck(Dns dns) {
        this.dns = dns;
    }

    /** Looks at the key of a selector. */
    Finding of(String domain, String selector) throws Dns.Silent {
        String name = selector + "._domainkey." + domain;
        List<String> records = dns.texts(name);
        if (records.isEmpty()) {
            return Finding.lacks(
                    "The DKIM key %1$s is not there, so no signature can be checked. Add: %1$s TXT \"v=DKIM1; k=rsa; p=PUBLICKEY\", with the public key in Base64.",
                    name);
        }
        Map<String, String> tags = Tags.of(records.get(0));
        String key = tags.getOrDefault("p", "").replaceAll("\\s", "");
        if (key.isEmpty()) {
            return Finding.lacks("The DKIM key %s is withdrawn: its p= is empty. Put the public key there.", name);
        }
        if (tags.getOrDefault("k", "rsa").toLowerCase(Locale.ROOT).equals("ed25519")) {
            return Finding.lacks(
                    "The DKIM key %s is an Ed25519 key, which some receivers do not know. Sign with an RSA key of %d bits as well.",
                    name, GOOD_BITS);
        }
        return ofSize(name, bits(key));
    }

    private static Finding ofSize(String name, int bits) {
        if (bits == 0) {
            return Finding.lacks("The DKIM key %s cannot be read. Put the public key there in Base64, as p=.", name);
        }
        if (bits < GOOD_BITS) {
            return Finding.lacks(
                    "The DKIM key %s has %d bits%s. Make one of %d.",
                    name, bits, bits < LEAST_BITS ? ", and receivers do not believe it" : "", GOOD_BITS);
        }
        return Finding.fine("The DKIM key %s is there, %d bits.", name, bits);
    }

    /** 0 where it is no RSA key. */
    private static int bits(String key) {
        try {
            byte[] bytes = Base64.getDecoder().decode(key);
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes))
                            instanceof RSAPublicKey rsa
                    ? rsa.getModulus().bitLength()
                    : 0;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return 0;
        }
    }
}
