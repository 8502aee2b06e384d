package dev.standfirst.subscriber;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last part of an unsubscribe link: the number of a subscription and a tag that only we can make. It never expires.
 */
public final class UnsubscribeToken {

    private static final String PURPOSE = "unsubscribe";
    private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,13})-([A-Za-z0-9_-]{22})");

    private UnsubscribeToken() {}

    /** The token of a subscription; letters, digits, dash and underscore only. */
    public static String of(long subscriptionId, InstallationKey key) {
        return Long.toString(subscriptionId, 36) + "-" + key.sign(PURPOSE, Long.toString(subscriptionId));
    }

    /** The subscription that a token is for; empty where we never made it. Compared in constant time. */
    public static OptionalLong verify(String token, InstallationKey key) {
        Matcher form = FORM.matcher(token);
        if (!form.matches()) {
            return OptionalLong.empty();
        }
        long id = Long.parseUnsignedLong(form.group(1), 36);
        byte[] expected = key.sign(PURPOSE, Long.toString(id)).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, form.group(2).getBytes(StandardCharsets.US_ASCII))
                ? OptionalLong.of(id)
                : OptionalLong.empty();
    }
}
