package dev.standfirst.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedDatesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-17T23:40:00.5+01:00     | 2026-11-17T22:40:00Z
            2026-11-17t23:40z               | 2026-11-17T23:40:00Z
            2026-11-17 23:40:00 -00:20      | 2026-11-18T00:00:00Z
            2026-11-17T23:40:00+01:00[Europe/Berlin] | 2026-11-17T22:40:00Z
            2026-11-17                      | 2026-11-17T00:00:00Z
            2026-11                         | 2026-11-01T00:00:00Z
            2026                            | 2026-01-01T00:00:00Z
            20261117T234000Z                | 2026-11-17T23:40:00Z
            261117                          | 2026-11-17T00:00:00Z
            2026-321                        | 2026-11-17T00:00:00Z
            2026-W47-2                      | 2026-11-17T00:00:00Z
            2026W47                         | 2026-11-16T00:00:00Z
            1795000000                      | 2026-11-18T11:06:40Z
            1795000000123                   | 2026-11-18T11:06:40Z
            """)
    void isoInAllItsForms(String text, Instant expected) {
        assertThat(FeedDates.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tue, 17 Nov 2026 23:40:00 +0100         | 2026-11-17T22:40:00Z
            17 Nov 26 23:40 GMT                     | 2026-11-17T23:40:00Z
            Tue, 17 Nov 2026 18:40:00 EST           | 2026-11-17T23:40:00Z
            Tue, 17 Nov 2026 24:00:00 GMT           | 2026-11-18T00:00:00Z
            Tue,17-Nov-2026 23:40:00 GMT+1          | 2026-11-17T22:40:00Z
            Tue (eve), 17 Nov(ember) 26 23:40 A     | 2026-11-17T23:40:00Z
            Tue Nov 17 23:40:00 2026                | 2026-11-17T23:40:00Z
            Tue Nov 17 23:40:00 PST 2026            | 2026-11-18T07:40:00Z
            Tue Nov 17 23:40:00 +0000 2026          | 2026-11-17T23:40:00Z
            November 17, 2026 11:40 p.m.            | 2026-11-17T23:40:00Z
            Nov. 17, 2026, 12:05 AM                 | 2026-11-17T00:05:00Z
            Nov 2026                                | 2026-11-01T00:00:00Z
            Tue, 17 Nov 2026 23:40:00 Europe/Berlin | 2026-11-17T22:40:00Z
            Tue, 17/11/2026                         | 2026-11-17T00:00:00Z
            17.11.2026 23:40                        | 2026-11-17T23:40:00Z
            11/17/26 23:40:00                       | 2026-11-17T23:40:00Z
            2/3/2026 1:00:00 PM                     | 2026-02-03T13:00:00Z
            2026/11/17 23:40                        | 2026-11-17T23:40:00Z
            30 Feb 2026                             | 2026-03-02T00:00:00Z
            """)
    void mailAndProgramsInEnglish(String text, Instant expected) {
        assertThat(FeedDates.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Di, 17 Dez 2026 10:00:00 +0100     | 2026-12-17T09:00:00Z
            17. März 2026                      | 2026-03-17T00:00:00Z
            mar., 03 févr. 2026 15:09:58 +0000 | 2026-02-03T15:09:58Z
            17 août 2026 10:00                 | 2026-08-17T10:00:00Z
            17 de enero de 2026                | 2026-01-17T00:00:00Z
            17 июля 2026 г. 10:00              | 2026-07-17T10:00:00Z
            Δευ, 17 Ιουλ 2026 10:00:00 +0300   | 2026-07-17T07:00:00Z
            2026-július-17T9:15-05:00          | 2026-07-17T14:15:00Z
            2026년 11월 17일 오후 01:31:15      | 2026-11-17T04:31:15Z
            2026年11月17日 9時30分              | 2026-11-17T00:30:00Z
            """)
    void theLanguagesOfTheWorld(String text, Instant expected) {
        assertThat(FeedDates.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "2026-13-40", "''", "31 Foo 2026", "-", "17", "40 Nov 2026", "Nov Nov Nov", "1 2 3 4 5"})
    void whatIsNoDateIsNone(String text) {
        assertThat(FeedDates.parse(text)).isNull();
    }
}
