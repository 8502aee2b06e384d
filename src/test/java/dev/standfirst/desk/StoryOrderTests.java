package dev.standfirst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryOrderTests {

    @ParameterizedTest
    @CsvSource({
        "up:8,    7 8 9,  8 7 9",
        "up:7,    7 8 9,  7 8 9",
        "down:8,  7 8 9,  7 9 8",
        "down:9,  7 8 9,  7 8 9",
        "out:8,   7 8 9,  7 9",
        "in:3,    7 8 9,  7 8 9 3",
        "in:8,    7 8 9,  7 8 9",
        "up:3,    7 8 9,  7 8 9",
        "up:x,    7 8 9,  7 8 9",
        "rm:8,    7 8 9,  7 8 9",
        "'',      7 8 9,  7 8 9",
        ":,       7 8 9,  7 8 9",
        "up:8,    7 x 8 8 -1 9999999999999999999 9,  8 7 9",
    })
    void aButtonMovesOneStory(String act, String before, String after) {
        assertThat(StoryOrder.of(List.of(before.split(" "))).after(act).stories())
                .extracting(Object::toString)
                .containsExactly(after.split(" "));
    }
}
