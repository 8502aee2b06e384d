package dev.standfirst.api;

import dev.standfirst.subscriber.InstallationKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.stereotype.Component;

/** Where a page ended, signed: a cursor leads on in the list that it was given out for, and nowhere else. */
@Component
class Cursors {

    private static final String PURPOSE = "cursor ";

    private final InstallationKey key;

    Cursors(InstallationKey key) {
        this.key = key;
    }

    /**
     * The cursor of a list.
     *
     * @param path of the list
     * @param last key of the last thing of a page
     */
    String of(String path, String last) {
        return last + "." + key.sign(PURPOSE + path, last);
    }

    /**
     * The key that a cursor was made of.
     *
     * @throws Refusal where it was not given out for this list
     */
    String read(String path, String cursor) {
        int dot = cursor.lastIndexOf('.');
        String last = cursor.substring(0, Math.max(0, dot));
        if (dot < 0 || !MessageDigest.isEqual(bytes(of(path, last)), bytes(cursor))) {
            throw Refusal.value(
                    Paging.AFTER,
                    "Give as \"after\" what the page before gave as \"next\"; leave it out for the first page.");
        }
        return last;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
