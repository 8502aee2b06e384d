package dev.standfirst.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.MovableClock;
import dev.standfirst.TestDatabase;
import dev.standfirst.consent.FormToken.Verdict;
import dev.standfirst.subscriber.People;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTokenTests {

    private final MovableClock clock = new MovableClock();
    private final FormToken tokens = new FormToken(new People(new TestDatabase().jdbc(), clock).key, clock);

    @Test
    void aPersonTakesTwoSecondsAtLeast() {
        String token = tokens.make("join");
        clock.move(Duration.ofMillis(1999));
        assertThat(tokens.judge("join", token)).isEqualTo(Verdict.BLIND);

        clock.move(Duration.ofMillis(1));
        assertThat(tokens.judge("join", token)).isEqualTo(Verdict.GOOD);
    }

    @Test
    void aPageThatWasOpenForHalfADayIsShownAgain() {
        String token = tokens.make("join");
        clock.move(Duration.ofHours(12));
        assertThat(tokens.judge("join", token)).isEqualTo(Verdict.GOOD);

        clock.move(Duration.ofMillis(1));
        assertThat(tokens.judge("join", token)).isEqualTo(Verdict.OLD);
    }

    @Test
    void aTokenIsForOneForm() {
        String token = tokens.make("join");
        clock.move(Duration.ofMinutes(1));

        assertThat(tokens.judge("own-data", token)).isEqualTo(Verdict.BLIND);
    }

    @Test
    void anotherTimeIsForged() {
        String token = tokens.make("join");
        clock.move(Duration.ofMinutes(1));
        String later = tokens.make("join");

        String forged = later.substring(0, later.indexOf('.')) + token.substring(token.indexOf('.'));
        assertThat(tokens.judge("join", forged)).isEqualTo(Verdict.BLIND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "abc", "zzzzzzzzzzzz.AAAAAAAAAAAAAAAAAAAAAA", "-1.AAAAAAAAAAAAAAAAAAAAAA", "\u0000"})
    void whoPostsWithoutReadingThePageHasNone(String value) {
        assertThat(tokens.judge("join", value)).isEqualTo(Verdict.BLIND);
    }
}
