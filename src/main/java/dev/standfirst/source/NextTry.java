package dev.standfirst.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When a source may be asked again: what its server says, else what is decent. */
@Component
class NextTry {

    /** No wish to be left alone is kept for longer: a daily edition must not find yesterday's still running. */
    private static final Duration LONGEST = Duration.ofHours(22);

    /** After "too many requests" and "not now" that do not say when. */
    private static final Duration PAUSE = Duration.ofHours(4);

    private static final Duration LONGEST_PAUSE = Duration.ofDays(7);
    private static final Duration FIRST_BACK_OFF = Duration.ofHours(1);
    private static final Duration LAST_BACK_OFF = Duration.ofHours(20);

    private final SourceSettings settings;

    NextTry(SourceSettings settings) {
        this.settings = settings;
    }

    /**
     * After an answer that was good.
     *
     * @param validators of the copy that is held now
     * @param fresh how long the headers call it fresh
     * @param rest how long the feed itself wants to be left alone
     */
    Instant afterAnswer(Instant now, Validators validators, Duration fresh, Duration rest) {
        Duration wish = longer(fresh, rest);
        boolean silent = wish.isZero() && validators.equals(Validators.NONE);
        Duration bounded = wish.compareTo(LONGEST) > 0 ? LONGEST : wish;
        return now.plus(longer(bounded, silent ? settings.unconditionalInterval() : settings.interval()));
    }

    /**
     * After a failure: an hour, and twice as long each time, up to a day.
     *
     * @param failures how many in a row, with this one
     * @param status of the answer, or 0
     * @param retryAfter what the server asks for, or null
     * @param id of the source; sources that fail together do not come back together
     */
    Instant afterFailure(Instant now, int failures, int status, @Nullable Duration retryAfter, long id) {
        if (retryAfter != null) {
            Duration asked = retryAfter.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : retryAfter;
            return now.plus(longer(asked, settings.interval()));
        }
        int doublings = Math.min(Math.max(0, failures - 1), 10);
        Duration doubled = FIRST_BACK_OFF.multipliedBy(1L << doublings);
        Duration backOff = doubled.compareTo(LAST_BACK_OFF) > 0 ? LAST_BACK_OFF : doubled;
        Duration spread = backOff.multipliedBy(Math.floorMod(id * 37, 100)).dividedBy(1000);
        return now.plus(longer(backOff.plus(spread), asksToWait(status) ? PAUSE : Duration.ZERO));
    }

    /** Whether an answer of that status asks us to come less often. */
    static boolean asksToWait(int status) {
        return status == 429 || status == 503;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
