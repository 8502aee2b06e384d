package dev.standfirst.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class AnswerMemoryTests {

    private final AnswerMemory memory = new AnswerMemory(10_000);
    private final AnswerConsumer small = answer();
    private final AnswerConsumer large = answer();

    @Test
    void ofTooManyLongAnswersTheLongestIsGivenUp() throws IOException {
        large.consume(ByteBuffer.allocate(6_000));
        small.consume(ByteBuffer.allocate(4_000));
        assertThat(large.answer()).isNotDone();
        small.consume(ByteBuffer.allocate(1));

        assertThat(small.answer()).isNotDone();
        assertThatThrownBy(() -> large.answer().get())
                .hasRootCauseMessage("is long, and came at once with too many other long answers");
    }

    @Test
    void whatHasEndedTakesNoMemory() throws IOException {
        large.consume(ByteBuffer.allocate(6_000));
        large.releaseResources();
        small.consume(ByteBuffer.allocate(8_000));
        assertThat(small.answer()).isNotDone();
        assertThat(large.answer()).isNotDone();
    }

    @Test
    void whatWasGivenUpTakesInNothingMore() throws IOException {
        large.consume(ByteBuffer.allocate(10_001));
        large.consume(ByteBuffer.allocate(9_000));
        small.consume(ByteBuffer.allocate(9_000));

        assertThat(large.answer()).isCompletedExceptionally();
        assertThat(small.answer()).isNotDone();
    }

    private AnswerConsumer answer() {
        return new AnswerConsumer(DataSize.ofKilobytes(100), memory);
    }
}
