package dev.standfirst.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.subscriber.LinkToken.Purpose;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class LinkTokenTests {

    private final LinkToken tokens = new People(new TestDatabase().jdbc(), Clock.systemUTC()).links;

    @Test
    void aTokenLeadsBackToItsNumberAndIsTheSameEveryTime() {
        String token = tokens.of(Purpose.LEAVE, 71);

        assertThat(token).matches("[A-Za-z0-9_-]{32}").isEqualTo(tokens.of(Purpose.LEAVE, 71));
        assertThat(tokens.verify(Purpose.LEAVE, token)).hasValue(71);
    }

    @Test
    void aTokenIsGoodForOnePurposeAlone() {
        assertThat(tokens.verify(Purpose.CHOOSE, tokens.of(Purpose.LEAVE, 71))).isEmpty();
    }

    @Test
    void neighboursHaveNothingInCommon() {
        String one = tokens.of(Purpose.LEAVE, 71);
        String next = tokens.of(Purpose.LEAVE, 72);

        long same = java.util.stream.IntStream.range(0, 32)
                .filter(i -> one.charAt(i) == next.charAt(i))
                .count();
        assertThat(same).isLessThan(10);
    }

    @Test
    void everyChangedCharacterMakesItAnother() {
        String token = tokens.of(Purpose.LEAVE, 71);
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String forged = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(tokens.verify(Purpose.LEAVE, forged))
                    .as("character " + i)
                    .isEmpty();
        }
        assertThat(tokens.verify(Purpose.LEAVE, "")).isEmpty();
        assertThat(tokens.verify(Purpose.LEAVE, "%00" + token)).isEmpty();
    }
}
