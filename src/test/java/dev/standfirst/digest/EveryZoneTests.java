package dev.standfirst.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Due times of every zone around all its changes in some years, beside a clock on the wall that is read minute by
 * minute: an edition is due when the clock shows its date and time, or something later, for the first time.
 */
class EveryZoneTests {

    private static final List<LocalTime> TIMES = Stream.of(
                    "00:00", "00:30", "01:00", "01:59", "02:00", "02:15", "02:30", "03:00", "07:00", "23:00", "23:30",
                    "23:59")
            .map(LocalTime::parse)
            .toList();

    private static final List<Instant> STARTS = Stream.of("2010-12-15", "2024-01-01")
            .map(date -> Instant.parse(date + "T00:00:00Z"))
            .toList();

    private static final Duration YEARS = Duration.ofDays(3 * 365);
    private static final SendWindow NIGHT = new SendWindow(LocalTime.of(22, 30), LocalTime.of(2, 30));
    private static final SendWindow DAY = new SendWindow(LocalTime.of(0, 15), LocalTime.of(23, 0));

    @Test
    void everyDateThatExistsHasOneDueTimeInOrder() {
        int looked = 0;
        for (ZoneId zone : zones()) {
            for (ZoneOffsetTransition change : changes(zone)) {
                Wall wall = new Wall(zone, change.getInstant());
                for (LocalTime time : TIMES) {
                    assertThat(due(zone, time, wall.dates()))
                            .as("%s at %s around %s", zone, time, change)
                            .isEqualTo(wall.firstShowing(time));
                    looked++;
                }
            }
        }
        assertThat(looked).isGreaterThan(5_000);
    }

    @Test
    void mailsLeaveWhileTheClockOnTheWallShowsTheirHours() {
        for (ZoneId zone : zones()) {
            for (ZoneOffsetTransition change : changes(zone)) {
                Wall wall = new Wall(zone, change.getInstant());
                for (SendWindow window : List.of(NIGHT, DAY)) {
                    for (int hour = -30; hour <= 12; hour += 3) {
                        Instant from = change.getInstant().plus(Duration.ofHours(hour));
                        assertThat(window.nextOpening(from, zone))
                                .as("%s from %s in %s", window, from, zone)
                                .isEqualTo(wall.firstWithin(window, from));
                    }
                }
            }
        }
    }

    private static List<Instant> due(ZoneId zone, LocalTime time, List<LocalDate> dates) {
        Schedule schedule = new Schedule(time, zone, Days.DAILY);
        List<Instant> due =
                dates.stream().flatMap(date -> schedule.dueOn(date).stream()).toList();
        Optional<Instant> next = schedule.nextAfter(due.get(0)).map(Schedule.Due::at);
        assertThat(next).contains(due.get(1));
        return due;
    }

    /** One of each kind of rules: most names stand for the same ones. */
    private static List<ZoneId> zones() {
        Set<ZoneRules> known = new HashSet<>();
        return ZoneId.getAvailableZoneIds().stream()
                .sorted()
                .map(ZoneId::of)
                .filter(zone -> known.add(zone.getRules()))
                .toList();
    }

    private static List<ZoneOffsetTransition> changes(ZoneId zone) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        for (Instant start : STARTS) {
            ZoneOffsetTransition next = zone.getRules().nextTransition(start);
            while (next != null && next.getInstant().isBefore(start.plus(YEARS))) {
                changes.add(next);
                next = zone.getRules().nextTransition(next.getInstant());
            }
        }
        return changes;
    }

    /** What a clock shows each minute, from three days before a change to three days after it. */
    private static final class Wall {

        private static final int MINUTES = 3 * 24 * 60;

        private final Instant start;
        private final List<LocalDateTime> shown = new ArrayList<>();
        private final LocalDate middle;

        Wall(ZoneId zone, Instant change) {
            start = change.minus(Duration.ofMinutes(MINUTES));
            ZoneRules rules = zone.getRules();
            for (int minute = 0; minute <= 2 * MINUTES; minute++) {
                Instant at = at(minute);
                ZoneOffset offset = rules.getOffset(at);
                shown.add(LocalDateTime.ofEpochSecond(at.getEpochSecond(), 0, offset));
            }
            middle = shown.get(MINUTES).toLocalDate();
        }

        List<LocalDate> dates() {
            return middle.minusDays(2).datesUntil(middle.plusDays(2)).toList();
        }

        List<Instant> firstShowing(LocalTime time) {
            return dates().stream()
                    .filter(date ->
                            shown.stream().anyMatch(at -> at.toLocalDate().equals(date)))
                    .map(date -> first(date.atTime(time)))
                    .toList();
        }

        private Instant first(LocalDateTime wanted) {
            int minute = 0;
            while (shown.get(minute).isBefore(wanted)) {
                minute++;
            }
            return at(minute);
        }

        Instant firstWithin(SendWindow window, Instant from) {
            int minute = (int) Duration.between(start, from).toMinutes();
            while (!isWithin(window, shown.get(minute).toLocalTime())) {
                minute++;
            }
            return at(minute);
        }

        private static boolean isWithin(SendWindow window, LocalTime time) {
            return window.from().isBefore(window.to())
                    ? !time.isBefore(window.from()) && time.isBefore(window.to())
                    : !time.isBefore(window.from()) || time.isBefore(window.to());
        }

        private Instant at(int minute) {
            return start.plus(Duration.ofMinutes(minute));
        }
    }
}
