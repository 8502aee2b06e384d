package dev.standfirst.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When editions are due: at one local time on certain local dates. Due instants are found by {@code java.time} from
 * date, time and zone, never by a cron trigger, so clock changes neither skip nor double an edition.
 *
 * @param time local time of the day
 * @param zone whose clock
 * @param days on which dates
 * @param except on which of these dates not
 * @param lateness what becomes of an edition that did not begin on time
 * @param between the hours in which mails leave, on the clock of the zone
 */
public record Schedule(
        LocalTime time, ZoneId zone, Days days, List<Dates> except, Lateness lateness, SendWindow between) {

    private static final int MOST_TOLD = 3;
    private static final int HORIZON_DAYS = 4 * 366 + 1;

    public Schedule {
        except = List.copyOf(except);
    }

    /** One without exceptions. */
    public Schedule(LocalTime time, ZoneId zone, Days days) {
        this(time, zone, days, List.of(), Lateness.USUAL, SendWindow.ALWAYS);
    }

    /**
     * One edition's turn.
     *
     * @param date its local date
     * @param at the instant
     */
    public record Due(LocalDate date, Instant at) {}

    /**
     * The instant at which the edition of a date is due. A local time that a clock change skips is due at the end of
     * the gap; one that comes twice, at its first pass.
     *
     * @return empty where the schedule leaves the date out, or where the date does not exist in the zone
     */
    public Optional<Instant> dueOn(LocalDate date) {
        boolean left = except.stream().anyMatch(dates -> dates.include(date));
        return days.include(date) && !left ? first(date, time, zone) : Optional.empty();
    }

    /**
     * The instant of a local time on a date, once a date: a time that a clock change skips is the end of the gap, also
     * where that is midnight; one that comes twice is its first pass.
     *
     * @return empty where the date does not exist in the zone
     */
    public static Optional<Instant> first(LocalDate date, LocalTime time, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(date.atTime(time));
        if (change == null || change.isOverlap()) {
            return Optional.of(ZonedDateTime.ofLocal(date.atTime(time), zone, null)
                    .withEarlierOffsetAtOverlap()
                    .toInstant());
        }
        return skips(change, date) ? Optional.empty() : Optional.of(change.getInstant());
    }

    /** The first due instant after a given one; empty where there is none within four years. */
    public Optional<Due> nextAfter(Instant instant) {
        LocalDate start = instant.atZone(zone).toLocalDate().minusDays(1);
        return start.datesUntil(start.plusDays(HORIZON_DAYS + 1))
                .flatMap(date -> dueOn(date).map(at -> new Due(date, at)).stream())
                .filter(due -> due.at().isAfter(instant))
                .findFirst();
    }

    /** The last due instant at or before a given one, looking back no further than {@code window}. */
    public Optional<Due> lastUpTo(Instant instant, Duration window) {
        // A time of the day before may be due after midnight, where a clock change skips it.
        LocalDate first = instant.minus(window).atZone(zone).toLocalDate().minusDays(1);
        LocalDate last = instant.atZone(zone).toLocalDate();
        return first.datesUntil(last.plusDays(1))
                .flatMap(date -> dueOn(date).map(at -> new Due(date, at)).stream())
                .filter(due -> !due.at().isAfter(instant) && !due.at().isBefore(instant.minus(window)))
                .reduce((earlier, later) -> later);
    }

    /** "on weekdays at 07:00, Europe/Berlin time, not on 2026-12-25, mails leave between 06:00 and 22:00". */
    public String inWords() {
        String when = "%s at %s, %s time".formatted(days.inWords(Locale.ENGLISH), time, zone.getId());
        return when + exceptInWords() + between.inWords();
    }

    private String exceptInWords() {
        String dates = except.stream().limit(MOST_TOLD).map(Dates::toString).collect(Collectors.joining(", "));
        int more = except.size() - MOST_TOLD;
        return except.isEmpty() ? "" : ", not on " + dates + (more > 0 ? " and %d more".formatted(more) : "");
    }

    /** Whether a clock change leaves out the whole of a date. */
    private static boolean skips(ZoneOffsetTransition gap, LocalDate date) {
        LocalDateTime midnight = date.atStartOfDay();
        return !gap.getDateTimeBefore().isAfter(midnight)
                && !gap.getDateTimeAfter().isBefore(midnight.plusDays(1));
    }
}
