package dev.standfirst.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.digest.Days;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Schedule;
import dev.standfirst.digest.Selection;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Preferences.Cadence;
import dev.standfirst.subscriber.Preferences.Choice;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** It is Wednesday, 18 November 2026; the digest comes out daily at 07:00 in Berlin, which is 06:00 UTC. */
class NextMailTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void everyEditionComesWhenItIsDue() {
        assertThat(next("2026-11-18T05:59:00Z", Preferences.NONE)).isEqualTo("2026-11-18T07:00+01:00[Europe/Berlin]");
        assertThat(next("2026-11-18T06:30:00Z", Preferences.NONE)).isEqualTo("2026-11-19T07:00+01:00[Europe/Berlin]");
    }

    @Test
    void atAnHourOfOnesOwnItComesTheFirstTimeThatTheClockShowsIt() {
        assertThat(next("2026-11-18T06:30:00Z", at("18:00", "Europe/Berlin")))
                .isEqualTo("2026-11-18T18:00+01:00[Europe/Berlin]");
        assertThat(next("2026-11-18T06:30:00Z", at("05:00", "America/New_York")))
                .isEqualTo("2026-11-18T05:00-05:00[America/New_York]");
    }

    @Test
    void onDaysOfOnesOwnTheOthersArePassedOver() {
        assertThat(next("2026-11-18T06:30:00Z", on(Cadence.DAYS, Set.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY))))
                .isEqualTo("2026-11-21T07:00+01:00[Europe/Berlin]");
    }

    @Test
    void onceAWeekItComesOnTheChosenDay() {
        assertThat(next("2026-11-18T06:30:00Z", on(Cadence.WEEKLY, Set.of(DayOfWeek.FRIDAY))))
                .isEqualTo("2026-11-20T07:00+01:00[Europe/Berlin]");
        assertThat(next("2026-11-18T05:30:00Z", on(Cadence.WEEKLY, Set.of(DayOfWeek.WEDNESDAY))))
                .isEqualTo("2026-11-18T07:00+01:00[Europe/Berlin]");
        assertThat(next("2026-11-18T06:30:00Z", on(Cadence.WEEKLY, Set.of(DayOfWeek.WEDNESDAY))))
                .isEqualTo("2026-11-25T07:00+01:00[Europe/Berlin]");
    }

    @Test
    void afterABreakItComesFromThatDayOn() {
        assertThat(next("2026-11-18T06:30:00Z", Preferences.NONE.pausedUntil(LocalDate.of(2027, 3, 1))))
                .isEqualTo("2027-03-01T07:00+01:00[Europe/Berlin]");
        assertThat(next("2026-11-18T06:30:00Z", Preferences.NONE.pausedUntil(LocalDate.of(2026, 11, 1))))
                .isEqualTo("2026-11-19T07:00+01:00[Europe/Berlin]");
    }

    @Test
    void whoJoinedAfterTheWeeksDayWaitsForTheNext() {
        assertThat(next("2026-11-18T05:30:00Z", on(Cadence.WEEKLY, Set.of(DayOfWeek.TUESDAY)), "2026-11-18T05:20:00Z"))
                .isEqualTo("2026-11-24T07:00+01:00[Europe/Berlin]");
    }

    @Test
    void whoJoinedAfterAnEditionWasReadyDoesNotGetItAtTheChosenHour() {
        assertThat(next("2026-11-18T06:30:00Z", at("18:00", "Europe/Berlin"), "2026-11-18T06:29:00Z"))
                .isEqualTo("2026-11-19T18:00+01:00[Europe/Berlin]");
    }

    @Test
    void anEditionThatWasComposedAheadIsForThoseWhoWereThere() {
        NextMail.Composed early = (digest, date) -> date.equals(LocalDate.of(2026, 11, 18))
                ? Optional.of(Instant.parse("2026-11-18T04:00:00Z"))
                : Optional.empty();

        assertThat(next("2026-11-18T05:30:00Z", Preferences.NONE, "2026-11-18T05:00:00Z", early))
                .isEqualTo("2026-11-19T07:00+01:00[Europe/Berlin]");
        assertThat(next("2026-11-18T05:30:00Z", Preferences.NONE, "2026-11-01T05:00:00Z", early))
                .isEqualTo("2026-11-18T07:00+01:00[Europe/Berlin]");
    }

    @Test
    void anHourThatAClockChangeSkipsIsTheEndOfTheGap() {
        assertThat(next("2026-03-28T06:30:00Z", at("02:30", "Europe/Berlin")))
                .isEqualTo("2026-03-29T03:00+02:00[Europe/Berlin]");
    }

    @Test
    void aListThatNoDigestMailsHasNoNext() {
        assertThat(NextMail.of(
                        List.of(), Preferences.NONE, Instant.EPOCH, Instant.EPOCH, (digest, date) -> Optional.empty()))
                .isEmpty();
    }

    private static String next(String now, Preferences preferences) {
        return next(now, preferences, "2020-01-01T00:00:00Z");
    }

    private static String next(String now, Preferences preferences, String joined) {
        return next(now, preferences, joined, (digest, date) -> Optional.empty());
    }

    private static String next(String now, Preferences preferences, String joined, NextMail.Composed composed) {
        return NextMail.of(List.of(digest()), preferences, Instant.parse(joined), Instant.parse(now), composed)
                .orElseThrow()
                .toString();
    }

    private static Preferences at(String hour, String zone) {
        return new Preferences(
                Cadence.EACH,
                Set.of(),
                Optional.of(LocalTime.parse(hour)),
                Optional.of(ZoneId.of(zone)),
                Optional.empty(),
                Choice.ALL,
                Choice.ALL,
                false,
                false,
                Optional.empty());
    }

    private static Preferences on(Cadence cadence, Set<DayOfWeek> days) {
        return new Preferences(
                cadence,
                days,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Choice.ALL,
                Choice.ALL,
                false,
                false,
                Optional.empty());
    }

    private static Digest digest() {
        return new Digest(
                "morning",
                "Morning Brief",
                Locale.ENGLISH,
                List.of(),
                new Schedule(LocalTime.of(7, 0), BERLIN, Days.DAILY),
                Optional.empty(),
                new Digest.Length(12, 3, 3, 1, 5),
                Selection.ANY,
                new Digest.Audience(List.of("morning-brief"), Optional.empty()),
                new Digest.Sender("Morning Brief", "brief@standfirst.example", Optional.empty(), ""),
                "edition",
                true);
    }
}
