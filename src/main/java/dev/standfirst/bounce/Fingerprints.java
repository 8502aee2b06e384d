package dev.standfirst.bounce;

import dev.standfirst.text.Sha256;

/** What one mail or message is remembered by. */
final class Fingerprints {

    private Fingerprints() {}

    /** SHA-256 of the parts, as 64 characters. */
    static String of(String... parts) {
        return Sha256.hex(String.join("\n", parts));
    }

    static String of(byte[] bytes) {
        return Sha256.hex(bytes);
    }
}
