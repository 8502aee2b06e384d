package dev.standfirst.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTests {

    @ParameterizedTest
    @CsvSource({
        "2026-11-18, 07:00, Europe/Berlin, 2026-11-18T06:00:00Z", // an ordinary day
        "2026-03-29, 02:30, Europe/Berlin, 2026-03-29T01:00:00Z", // skipped: at the end of the gap
        "2026-10-25, 02:30, Europe/Berlin, 2026-10-25T00:30:00Z", // twice: the first time
        "2026-03-08, 02:30, America/New_York, 2026-03-08T07:00:00Z",
        "2026-11-01, 01:30, America/New_York, 2026-11-01T05:30:00Z",
        "2026-10-04, 02:15, Australia/Lord_Howe, 2026-10-03T15:30:00Z", // a gap of half an hour
    })
    void everyDateHasOneDueInstant(LocalDate date, LocalTime time, ZoneId zone, Instant due) {
        assertThat(new Schedule(time, zone, Days.DAILY).dueOn(date)).contains(due);
    }

    @Test
    void aDateThatDoesNotExistHasNone() {
        Schedule schedule = new Schedule(LocalTime.of(7, 0), ZoneId.of("Pacific/Apia"), Days.DAILY);

        assertThat(schedule.dueOn(LocalDate.of(2011, 12, 30))).isEmpty();
    }

    @Test
    void aTimeThatIsSkippedAtMidnightIsDueAtMidnight() {
        // Greenland goes from 23:00 to midnight on the last Saturday of March.
        Schedule schedule = new Schedule(LocalTime.of(23, 30), ZoneId.of("America/Nuuk"), Days.DAILY);
        Schedule.Due due = new Schedule.Due(LocalDate.of(2026, 3, 28), Instant.parse("2026-03-29T01:00:00Z"));

        assertThat(schedule.dueOn(due.date())).contains(due.at());
        assertThat(schedule.nextAfter(due.at().minusSeconds(1))).contains(due);
        assertThat(schedule.lastUpTo(due.at().plusSeconds(1), Duration.ofMinutes(5)))
                .contains(due);
    }

    @Test
    void exceptionsAreLeftOutAndTold() {
        Schedule schedule = new Schedule(
                LocalTime.of(7, 0),
                ZoneId.of("UTC"),
                Days.DAILY,
                List.of(
                        new Dates(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 26)),
                        Dates.on(LocalDate.of(2027, 1, 1))),
                Lateness.USUAL,
                new SendWindow(LocalTime.of(6, 0), LocalTime.of(22, 0)));

        assertThat(schedule.nextAfter(Instant.parse("2026-12-23T07:00:00Z")))
                .contains(new Schedule.Due(LocalDate.of(2026, 12, 27), Instant.parse("2026-12-27T07:00:00Z")));
        assertThat(schedule.lastUpTo(Instant.parse("2026-12-26T08:00:00Z"), Duration.ofHours(6)))
                .isEmpty();
        assertThat(schedule.inWords())
                .isEqualTo("daily at 07:00, UTC time, not on 2026-12-24..2026-12-26, 2027-01-01,"
                        + " mails leave between 06:00 and 22:00");
    }

    @Test
    void theNextDueTimeSkipsTheDaysLeftOut() {
        Schedule schedule = new Schedule(LocalTime.of(7, 0), ZoneId.of("UTC"), Days.WEEKDAYS);

        assertThat(schedule.nextAfter(Instant.parse("2026-11-20T07:00:00Z")))
                .contains(new Schedule.Due(LocalDate.of(2026, 11, 23), Instant.parse("2026-11-23T07:00:00Z")));
    }

    @Test
    void whatWasDueLastIsFoundWithinALateness() {
        Schedule schedule = new Schedule(LocalTime.of(7, 0), ZoneId.of("UTC"), Days.DAILY);

        assertThat(schedule.lastUpTo(Instant.parse("2026-11-20T09:00:00Z"), Duration.ofHours(6)))
                .contains(new Schedule.Due(LocalDate.of(2026, 11, 20), Instant.parse("2026-11-20T07:00:00Z")));
        assertThat(schedule.lastUpTo(Instant.parse("2026-11-20T14:00:00Z"), Duration.ofHours(6)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 7 * * 1-5    | 2026-11-18 | true
            0 7 * * 1-5    | 2026-11-21 | false
            0 7 1,15 * *   | 2026-11-15 | true
            0 7 1 * mon    | 2026-11-16 | true
            0 7 * nov *    | 2026-12-01 | false
            0 7 */10 * *   | 2026-11-21 | true
            0 7 * * 7      | 2026-11-22 | true
            """)
    void cronChoosesTheSameDates(String cron, LocalDate date, boolean included) {
        assertThat(CronFields.parse(cron).days().include(date)).isEqualTo(included);
    }

    @Test
    void itReadsAsASentence() {
        assertThat(new Schedule(LocalTime.of(7, 0), ZoneId.of("Europe/Berlin"), Days.WEEKDAYS).inWords())
                .isEqualTo("on weekdays at 07:00, Europe/Berlin time");
    }
}
