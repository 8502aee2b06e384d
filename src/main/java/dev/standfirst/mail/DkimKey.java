package dev.standfirst.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * A private key to sign mails with: RSA (RFC 8301) or Ed25519 (RFC 8463). Shared by threads.
 *
 * @param algorithm as a signature names it: "rsa-sha256"
 */
record DkimKey(PrivateKey key, String algorithm) {

    private static final int BITS = 2048;

    /**
     * Reads a PEM file, PKCS#8 or PKCS#1.
     *
     * @throws IllegalArgumentException where it holds no key that can be used; the message is for people
     */
    static DkimKey read(String path) {
        PrivateKey key = load(path);
        if (key == null) {
            throw unfit(path, "there is no private key in it");
        }
        if (key instanceof RSAPrivateKey rsa) {
            int bits = rsa.getModulus().bitLength();
            if (bits < BITS) {
                throw unfit(path, "its key has %d bits, and receivers want %d or more".formatted(bits, BITS));
            }
            return new DkimKey(key, "rsa-sha256");
        }
        if (key.getAlgorithm().equals("EdDSA") || key.getAlgorithm().equals("Ed25519")) {
            return new DkimKey(key, "ed25519-sha256");
        }
        throw unfit(path, "its key is for %s; DKIM knows RSA and Ed25519".formatted(key.getAlgorithm()));
    }

    /**
     * Signs.
     *
     * @param hash SHA-256 of what is signed
     * @param signed what is signed
     */
    byte[] sign(byte[] hash, byte[] signed) {
        boolean rsa = key instanceof RSAPrivateKey;
        try {
            Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
            signature.initSign(key);
            signature.update(rsa ? signed : hash);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign with the key of standfirst.dkim.key", e);
        }
    }

    private static @Nullable PrivateKey load(String path) {
        try {
            return PemContent.load(Path.of(path)).getPrivateKey();
        } catch (IOException e) {
            throw unfit(path, "the file cannot be read");
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw unfit(path, "it holds no private key as PEM, PKCS#8 or PKCS#1, without a password");
        }
    }

    private static IllegalArgumentException unfit(String path, String reason) {
        return new IllegalArgumentException("standfirst.dkim.key names %s, and %s".formatted(path, reason));
    }
}
