package dev.standfirst.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendWindowTests {

    @ParameterizedTest(name = "{5}")
    @CsvSource({
        "06:00, 22:00, Europe/Berlin, 2026-11-18T06:00:00Z, 2026-11-18T06:00:00Z, within it: now",
        "06:00, 22:00, Europe/Berlin, 2026-11-18T04:59:59Z, 2026-11-18T05:00:00Z, before it: when it begins",
        "06:00, 22:00, Europe/Berlin, 2026-11-18T21:00:00Z, 2026-11-19T05:00:00Z, at its end: tomorrow",
        "22:00, 06:00, Europe/Berlin, 2026-11-18T23:30:00Z, 2026-11-18T23:30:00Z, over midnight: now",
        "22:00, 06:00, Europe/Berlin, 2026-11-18T05:00:00Z, 2026-11-18T21:00:00Z, over midnight: in the evening",
        "06:00, 00:00, Europe/Berlin, 2026-11-18T22:59:00Z, 2026-11-18T22:59:00Z, until the end of the day",
        "06:00, 00:00, Europe/Berlin, 2026-11-18T23:00:00Z, 2026-11-19T05:00:00Z, after the end of the day",
        "02:15, 05:00, Europe/Berlin, 2026-03-29T00:30:00Z, 2026-03-29T01:00:00Z, its beginning is skipped: after the gap",
        "02:15, 02:45, Europe/Berlin, 2026-03-29T00:30:00Z, 2026-03-30T00:15:00Z, all of it is skipped: the day after",
        "02:30, 05:00, Europe/Berlin, 2026-10-25T01:10:00Z, 2026-10-25T01:30:00Z, shown twice: both times",
        "01:00, 02:30, Europe/Berlin, 2026-10-25T00:40:00Z, 2026-10-25T01:00:00Z, the clock goes back into it",
        "08:00, 09:00, Pacific/Apia, 2011-12-29T19:00:00Z, 2011-12-30T18:00:00Z, a date that does not exist",
    })
    void mailsLeaveAtTheseHours(LocalTime from, LocalTime to, ZoneId zone, Instant at, Instant next, String why) {
        SendWindow window = new SendWindow(from, to);

        assertThat(window.nextOpening(at, zone)).as(why).isEqualTo(next);
        assertThat(window.open(at, zone)).isEqualTo(at.equals(next));
        assertThat(window.open(next, zone)).isTrue();
    }

    @Test
    void whereNothingIsSaidTheyLeaveAtAnyTime() {
        Instant night = Instant.parse("2026-11-18T00:00:00Z");

        assertThat(SendWindow.ALWAYS.open(night, ZoneId.of("UTC"))).isTrue();
        assertThat(SendWindow.ALWAYS.nextOpening(night, ZoneId.of("UTC"))).isEqualTo(night);
    }
}
