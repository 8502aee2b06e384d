package dev.standfirst.consent;

import dev.standfirst.subscriber.InstallationKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * A hidden field of a form: when the page was shown, signed. Programs that post without reading the page have none, and
 * those that are quicker than people give themselves away. No cookie is needed.
 */
@Component
public class FormToken {

    private static final Duration LEAST = Duration.ofSeconds(2);
    private static final Duration MOST = Duration.ofHours(12);
    private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,12})\\.([A-Za-z0-9_-]{22})");
    private static final int RADIX = 36;

    private final InstallationKey key;
    private final Clock clock;

    FormToken(InstallationKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /** What a field that came back tells. */
    public enum Verdict {
        /** A person had time to read the page. */
        GOOD,
        /** Missing, forged, of another form, or back sooner than a person types: answer as ever, and do nothing. */
        BLIND,
        /** The page was open for longer than 12 hours: show it again. */
        OLD
    }

    /**
     * The value of the field, for a page that is shown now.
     *
     * @param form which form, so that a field of one does not pass in another
     */
    public String make(String form) {
        String time = Long.toString(clock.millis(), RADIX);
        return time + "." + sign(form, time);
    }

    /** Judges a value that came back. */
    public Verdict judge(String form, String value) {
        Matcher parts = FORM.matcher(value);
        if (!parts.matches() || !isOurs(form, parts.group(1), parts.group(2))) {
            return Verdict.BLIND;
        }
        Instant shown = Instant.ofEpochMilli(Long.parseLong(parts.group(1), RADIX));
        Duration age = Duration.between(shown, clock.instant());
        if (age.compareTo(LEAST) < 0) {
            return Verdict.BLIND;
        }
        return age.compareTo(MOST) > 0 ? Verdict.OLD : Verdict.GOOD;
    }

    private boolean isOurs(String form, String time, String signature) {
        return MessageDigest.isEqual(
                sign(form, time).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.US_ASCII));
    }

    private String sign(String form, String time) {
        return key.sign("form", form + " " + time);
    }
}
