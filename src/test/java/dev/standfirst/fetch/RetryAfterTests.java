package dev.standfirst.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTests {

    private static final Instant NOW = Instant.parse("2026-11-06T08:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            120                             | PT2M
            0                               | PT0S
            99999999999999999999            | PT168H
            Fri, 06 Nov 2026 08:49:37 GMT   | PT49M37S
            Mon, 06 Nov 2026 08:49:37 GMT   | PT49M37S
            6 nov 2026 08:49:37 gmt         | PT49M37S
            Friday, 06-Nov-26 08:49:37 GMT  | PT49M37S
            Sunday, 06-Nov-94 08:49:37 GMT  | PT0S
            Fri Nov  6 08:49:37 2026        | PT49M37S
            Fri, 06 Nov 2036 08:49:37 GMT   | PT168H
            Tue, 32 Feb 2027 08:49:37 GMT   | -
            -5                              | -
            1.5                             | -
            soon                            | -
            ''                              | -
            """)
    void secondsAndAllDatesOfHttpAreRead(String value, Duration wait) {
        assertThat(RetryAfter.read(value, NOW)).isEqualTo(wait);
    }
}
