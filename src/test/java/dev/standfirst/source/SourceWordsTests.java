package dev.standfirst.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.source.StoredSource.Copy;
import dev.standfirst.source.StoredSource.Counts;
import dev.standfirst.source.StoredSource.Moves;
import dev.standfirst.source.StoredSource.Turn;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceWordsTests {

    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "file:///home/ada/notes, is not there: /home/ada/notes, could not be read",
        "https://a.example/feed, answered 404 Not Found, answered 404 Not Found",
        "https://a.example/feed, is on a private network (a.example); allow it with A_SETTING,"
                + " is on a private network (a.example)",
    })
    void readersAreToldNothingOfTheMachineAndGetNoAdviceForTheOperator(URI location, String problem, String words) {
        assertThat(SourceWords.toReaders(failing(location, problem), Locale.ENGLISH))
                .isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "answered 404 Not Found, meldet den Fehler 404",
        "answered 410 Gone, gibt es nicht mehr",
        "did not answer within 10 s, hat nicht geantwortet",
        "refused the connection, hat nicht geantwortet",
        "cannot be found: there is no host of that name, ist nicht zu finden",
        "has a certificate that has expired, hat kein gültiges Zertifikat",
        "is a web page; name it as page, liefert keinen Feed mehr",
        "lists nothing any more; it listed 12, führt nichts mehr auf",
        "is odd in a way that nobody foresaw, war nicht lesbar",
    })
    void germanReadersAreToldTheKindOfTrouble(String problem, String words) {
        URI location = URI.create("https://a.example/feed");
        assertThat(SourceWords.toReaders(failing(location, problem), Locale.GERMAN))
                .isEqualTo(words);
    }

    private static StoredSource failing(URI location, String problem) {
        return new StoredSource(
                1,
                "A",
                location,
                new Copy(Validators.NONE, "", Optional.empty(), "", 0),
                new Moves("", 0, ""),
                new Turn(Optional.empty(), Duration.ZERO, QuietHours.NONE, false),
                Optional.of(NOON),
                Optional.empty(),
                Optional.of(NOON),
                1,
                problem,
                Optional.empty(),
                Counts.NONE);
    }
}
