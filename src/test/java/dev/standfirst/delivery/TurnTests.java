package dev.standfirst.delivery;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.digest.Days;
import dev.standfirst.digest.Schedule;
import dev.standfirst.digest.SendWindow;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Preferences.Cadence;
import dev.standfirst.subscriber.Preferences.Choice;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnTests {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @ParameterizedTest(name = "{4}: ready {0}, {1} in {2} is {3}")
    @CsvSource({
        "2026-11-18T06:00:00Z, 07:00, Europe/Berlin, 2026-11-18T06:00:00Z, at this moment",
        "2026-11-18T06:00:00Z, 18:00, Europe/Berlin, 2026-11-18T17:00:00Z, later today",
        "2026-11-18T06:00:00Z, 06:00, Europe/Berlin, 2026-11-19T05:00:00Z, earlier than it is ready: tomorrow",
        "2026-11-18T06:00:00Z, 07:00, Asia/Tokyo, 2026-11-18T22:00:00Z, Tokyo is ahead: its next morning",
        "2026-11-18T06:00:00Z, 18:00, Asia/Tokyo, 2026-11-18T09:00:00Z, the same evening",
        "2026-11-18T06:00:00Z, 07:00, America/Los_Angeles, 2026-11-18T15:00:00Z, Los Angeles is behind: the same date",
        "2026-11-18T06:00:00Z, 23:00, America/Los_Angeles, 2026-11-18T07:00:00Z, there it is still the evening before",
        "2026-11-18T06:00:00Z, 07:00, Pacific/Kiritimati, 2026-11-18T17:00:00Z, the first zone of all",
        "2026-11-18T06:00:00Z, 07:00, Pacific/Pago_Pago, 2026-11-18T18:00:00Z, the last one",
        "2026-11-18T06:00:00Z, 12:30, Asia/Kathmandu, 2026-11-18T06:45:00Z, three quarters of an hour apart",
        "2026-03-29T00:00:00Z, 02:30, Europe/Berlin, 2026-03-29T01:00:00Z, skipped: the end of the gap",
        "2026-03-29T01:00:00Z, 02:30, Europe/Berlin, 2026-03-29T01:00:00Z, skipped: at the end of the gap",
        "2026-03-29T01:00:01Z, 02:30, Europe/Berlin, 2026-03-30T00:30:00Z, skipped: after the end of the gap",
        "2026-10-25T00:00:00Z, 02:30, Europe/Berlin, 2026-10-25T00:30:00Z, twice: the first pass",
        "2026-10-25T00:45:00Z, 02:30, Europe/Berlin, 2026-10-26T01:30:00Z, twice: after the first pass",
        "2026-10-24T05:00:01Z, 07:00, Europe/Berlin, 2026-10-25T06:00:00Z, a day of 25 hours",
        "2026-03-28T06:00:01Z, 07:00, Europe/Berlin, 2026-03-29T05:00:00Z, a day of 23 hours",
        "2026-04-04T14:00:00Z, 01:45, Australia/Lord_Howe, 2026-04-04T14:45:00Z, clocks back half an hour: first pass",
        "2011-12-29T20:00:00Z, 07:00, Pacific/Apia, 2011-12-30T17:00:00Z, Samoa leaves out a date",
        "2011-12-29T16:00:00Z, 07:00, Pacific/Apia, 2011-12-29T17:00:00Z, Samoa on the day before",
        "2026-11-18T06:00:00Z, 00:00, Europe/Berlin, 2026-11-18T23:00:00Z, midnight belongs to the day it begins",
    })
    void aPersonGetsItTheNextTimeTheClockShowsTheHour(
            Instant ready, LocalTime hour, ZoneId zone, Instant due, String why) {
        assertThat(Turn.next(hour, zone, ready)).as(why).isEqualTo(due);
    }

    @ParameterizedTest(name = "{2}: composed {0}, ready {1}")
    @CsvSource({
        "2026-11-18T06:00:20Z, 2026-11-18T06:00:00Z, on time",
        "2026-11-18T11:00:00Z, 2026-11-18T06:00:00Z, late",
        "2026-11-18T04:00:00Z, 2026-11-18T04:00:00Z, by hand before its time",
        "2026-11-21T10:00:00Z, 2026-11-21T10:00:00Z, by hand days after it",
    })
    void anEditionIsReadyAtItsDueTimeOrWhenItIsMade(Instant composed, Instant ready, String why) {
        assertThat(turn("2026-11-18", composed.toString()).ready()).as(why).isEqualTo(ready);
    }

    @Test
    void onADateWithoutADueTimeItIsReadyWhenItIsMade() {
        assertThat(turn("2026-11-21", "2026-11-21T10:00:00Z").ready()).isEqualTo(Instant.parse("2026-11-21T10:00:00Z"));
    }

    @Test
    void whoseHourPassedWhileTheEditionWasLateGetsItAtOnce() {
        assertThat(due(turn("2026-11-18", "2026-11-18T11:00:00Z"), at("09:00", "Europe/Berlin"), Optional.empty()))
                .contains(Instant.parse("2026-11-18T08:00:00Z"));
    }

    @Test
    void aZoneWithoutAnHourChangesNoTime() {
        assertThat(due(wednesday(), in("Asia/Tokyo"), Optional.empty()))
                .contains(Instant.parse("2026-11-18T06:00:00Z"));
    }

    @Test
    void aPauseIsOverOnItsDateInThePersonsZone() {
        assertThat(due(wednesday(), NONE.pausedUntil(LocalDate.of(2026, 11, 18)), Optional.empty()))
                .isPresent();
        assertThat(due(wednesday(), NONE.pausedUntil(LocalDate.of(2026, 11, 19)), Optional.empty()))
                .isEmpty();
        assertThat(due(
                        wednesday(),
                        in("America/Los_Angeles").pausedUntil(LocalDate.of(2026, 11, 18)),
                        Optional.empty()))
                .as("there it is still the 17th")
                .isEmpty();
    }

    @Test
    void daysAreThoseOfThePersonsZone() {
        assertThat(due(wednesday(), days(in("Asia/Tokyo"), WEDNESDAY), Optional.empty()))
                .isPresent();
        assertThat(due(wednesday(), days(at("07:00", "Asia/Tokyo"), WEDNESDAY), Optional.empty()))
                .isEmpty();
        assertThat(due(wednesday(), days(at("07:00", "Asia/Tokyo"), THURSDAY), Optional.empty()))
                .isPresent();
    }

    @Test
    void aDayHasOneMail() {
        Preferences daily = days(NONE, DayOfWeek.values());
        assertThat(due(wednesday(), daily, Optional.of("2026-11-17T22:59:59Z"))).isPresent();
        assertThat(due(wednesday(), daily, Optional.of("2026-11-17T23:00:00Z"))).isEmpty();
    }

    @ParameterizedTest(name = "edition of {0}, last mail {1}, joined {2}: {3}")
    @CsvSource({
        "2026-11-18, , 2026-01-01T00:00:00Z, true",
        "2026-11-18, 2026-11-12T06:00:00Z, 2026-01-01T00:00:00Z, true",
        "2026-11-18, 2026-11-13T06:00:00Z, 2026-01-01T00:00:00Z, false",
        "2026-11-20, 2026-11-13T06:00:00Z, 2026-01-01T00:00:00Z, true",
        "2026-11-20, 2026-11-19T06:00:00Z, 2026-01-01T00:00:00Z, true",
        "2026-11-20, 2026-11-20T05:00:00Z, 2026-01-01T00:00:00Z, false",
        "2026-11-23, 2026-11-13T06:00:00Z, 2026-01-01T00:00:00Z, true",
        "2026-11-18, , 2026-11-17T09:00:00Z, false",
        "2026-11-20, , 2026-11-17T09:00:00Z, true",
        "2026-11-23, , 2026-11-20T09:00:00Z, true",
    })
    void onceAWeekIsTheFirstEditionOnFridayOrAfterIt(String date, String last, Instant joined, boolean gets) {
        Turn turn = turn(date, date + "T06:00:10Z");
        assertThat(turn.of(
                                NONE.weeklyOn(FRIDAY),
                                joined,
                                Optional.ofNullable(last).map(Instant::parse))
                        .isPresent())
                .isEqualTo(gets);
    }

    @Test
    void onceAWeekIsByTheDayOfTheMail() {
        Preferences inTokyo = at("07:00", "Asia/Tokyo").weeklyOn(THURSDAY);
        assertThat(due(wednesday(), inTokyo, Optional.of("2026-11-17T22:00:00Z")))
                .isPresent();
        assertThat(due(wednesday(), at("18:00", "Asia/Tokyo").weeklyOn(THURSDAY), Optional.of("2026-11-16T22:00:00Z")))
                .isEmpty();
        assertThat(due(wednesday(), NONE.weeklyOn(MONDAY), Optional.empty())).isPresent();
    }

    @Test
    void whatIsComposedAheadToBeLookedAtKeepsItsTime() {
        Schedule schedule = new Schedule(LocalTime.of(7, 0), ZoneId.of("Europe/Berlin"), Days.WEEKDAYS);
        LocalDate date = LocalDate.of(2026, 11, 18);
        Instant composed = Instant.parse("2026-11-18T04:00:10Z");

        assertThat(Turn.of(schedule, date, composed, Duration.ofHours(2)).ready())
                .isEqualTo("2026-11-18T06:00:00Z");
        assertThat(Turn.of(schedule, date, composed, Duration.ZERO).ready()).isEqualTo("2026-11-18T04:00:10Z");
    }

    @Test
    void whereMailsLeaveAtCertainHoursEveryMomentOutsideBecomesTheNextBeginning() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Turn turn = new Turn(
                Instant.parse("2026-11-18T04:00:00Z"), berlin, new SendWindow(LocalTime.of(6, 0), LocalTime.of(22, 0)));

        assertThat(due(turn, NONE, Optional.empty())).contains(Instant.parse("2026-11-18T05:00:00Z"));
        assertThat(due(turn, at("18:00", "Europe/Berlin"), Optional.empty()))
                .contains(Instant.parse("2026-11-18T17:00:00Z"));
        assertThat(due(turn, at("23:00", "Europe/Berlin"), Optional.empty()))
                .contains(Instant.parse("2026-11-19T05:00:00Z"));
        assertThat(due(turn, at("05:30", "Europe/Berlin"), Optional.empty()))
                .contains(Instant.parse("2026-11-18T05:00:00Z"));
    }

    private static final Preferences NONE = Preferences.NONE;

    /** Of a digest that is due at 07:00 in Berlin, on weekdays. */
    private static Turn turn(String date, String composed) {
        Schedule schedule = new Schedule(LocalTime.of(7, 0), ZoneId.of("Europe/Berlin"), Days.WEEKDAYS);
        return Turn.of(schedule, LocalDate.parse(date), Instant.parse(composed), Duration.ZERO);
    }

    private static Turn wednesday() {
        return turn("2026-11-18", "2026-11-18T06:00:10Z");
    }

    private static Optional<Instant> due(Turn turn, Preferences preferences, Optional<String> last) {
        return turn.of(preferences, LONG_AGO, last.map(Instant::parse));
    }

    private static Preferences at(String hour, String zone) {
        return when(Cadence.EACH, Set.of(), Optional.of(LocalTime.parse(hour)), Optional.of(ZoneId.of(zone)));
    }

    private static Preferences in(String zone) {
        return when(Cadence.EACH, Set.of(), Optional.empty(), Optional.of(ZoneId.of(zone)));
    }

    private static Preferences days(Preferences other, DayOfWeek... days) {
        return when(Cadence.DAYS, Set.of(days), other.hour(), other.zone());
    }

    private static Preferences when(
            Cadence cadence, Set<DayOfWeek> days, Optional<LocalTime> hour, Optional<ZoneId> zone) {
        return new Preferences(
                cadence, days, hour, zone, Optional.empty(), Choice.ALL, Choice.ALL, false, false, Optional.empty());
    }
}
