package dev.standfirst.source;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Hours and days, in UTC, in which a feed does not want to be asked ({@code skipHours}, {@code skipDays} of RSS).
 *
 * @param hours bit 0 is the hour from midnight on
 * @param days bit 0 is Monday
 */
public record QuietHours(int hours, int days) {

    /** It may be asked at any time. */
    public static final QuietHours NONE = new QuietHours(0, 0);

    /** A wish is kept for so long and no longer: an edition at a quiet hour would otherwise never see the feed. */
    private static final Duration LONGEST_HOURS = Duration.ofHours(22);

    /** A weekend, less what makes two editions a little uneven. */
    private static final Duration LONGEST_DAYS = Duration.ofHours(70);

    /**
     * The first moment from {@code from} on that is not quiet.
     *
     * @param lastTry when it was asked last
     */
    Instant after(Instant from, Instant lastTry) {
        Instant time = from;
        while (isQuiet(time, lastTry)) {
            time = time.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        }
        return time;
    }

    private boolean isQuiet(Instant time, Instant lastTry) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        boolean hour = (hours >> utc.getHour() & 1) == 1 && time.isBefore(lastTry.plus(LONGEST_HOURS));
        boolean day =
                (days >> (utc.getDayOfWeek().getValue() - 1) & 1) == 1 && time.isBefore(lastTry.plus(LONGEST_DAYS));
        return hour || day;
    }
}
