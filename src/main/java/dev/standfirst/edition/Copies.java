package dev.standfirst.edition;

import dev.standfirst.subscriber.InstallationKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Where readers find our copy of an article that has no public address. The path is signed, so that it is open to who
 * was given it in a mail, and nobody comes to other copies by counting.
 */
@Component
public class Copies {

    private static final String TREE = "/a/";
    private static final Pattern NAME = Pattern.compile("([0-9]{1,18})-([A-Za-z0-9_-]{1,64})");

    private final UnaryOperator<String> sign;

    @Autowired
    Copies(InstallationKey key) {
        this(id -> key.sign("article", id));
    }

    /** Signs by a way of its own; what it makes of a number are up to 64 URL-safe characters. */
    Copies(UnaryOperator<String> sign) {
        this.sign = sign;
    }

    /** The path of an article's copy. */
    public String path(long article) {
        return TREE + article + "-" + sign.apply(Long.toString(article));
    }

    /** The article that the last part of a path stands for; empty where we did not make it. */
    public OptionalLong article(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches() && isSame(sign.apply(parts.group(1)), parts.group(2))
                ? OptionalLong.of(Long.parseLong(parts.group(1)))
                : OptionalLong.empty();
    }

    /** In a time that tells nothing of where they differ. */
    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
