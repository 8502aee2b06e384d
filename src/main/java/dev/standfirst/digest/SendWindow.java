package dev.standfirst.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The hours in which mails leave, as the clock on the wall shows them. Where it skips hours, mails leave as soon as it
 * shows one of these again; where it shows some twice, mails leave both times.
 *
 * @param from the first moment
 * @param to the first moment after; earlier than {@code from} where midnight lies between, the same where mails leave
 *     at any time
 */
public record SendWindow(LocalTime from, LocalTime to) {

    /** At any time. */
    public static final SendWindow ALWAYS = new SendWindow(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** Days that are looked at: a change may swallow a window, and a date may not exist. */
    private static final int DAYS_LOOKED_AT = 5;

    /** Whether mails leave at any time. */
    public boolean isAlways() {
        return from.equals(to);
    }

    /** Whether mails leave at a moment. */
    public boolean open(Instant at, ZoneId zone) {
        LocalTime time = at.atZone(zone).toLocalTime();
        boolean begun = !time.isBefore(from);
        boolean ended = !time.isBefore(to);
        return isAlways() || (from.isBefore(to) ? begun && !ended : begun || !ended);
    }

    /** The first moment that mails leave: this one, or a later one. */
    public Instant nextOpening(Instant at, ZoneId zone) {
        if (open(at, zone)) {
            return at;
        }
        LocalDate today = at.atZone(zone).toLocalDate();
        return today.datesUntil(today.plusDays(DAYS_LOOKED_AT))
                .flatMap(date -> beginnings(date, zone))
                .filter(moment -> moment.isAfter(at) && open(moment, zone))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** ", mails leave between 06:00 and 22:00"; nothing where they leave at any time. */
    String inWords() {
        return isAlways() ? "" : ", mails leave between %s and %s".formatted(from, to);
    }

    /** When the clock may begin to show these hours on a date: at the first of them, each time, and where it jumps. */
    private Stream<Instant> beginnings(LocalDate date, ZoneId zone) {
        Stream<Instant> shown = zone.getRules().getValidOffsets(date.atTime(from)).stream()
                .map(offset -> date.atTime(from).toInstant(offset));
        Instant midnight = date.atStartOfDay(zone).toInstant();
        Stream<Instant> jump = Stream.ofNullable(zone.getRules().nextTransition(midnight.minusSeconds(1)))
                .map(ZoneOffsetTransition::getInstant);
        return Stream.concat(shown, jump);
    }
}
