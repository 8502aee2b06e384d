package dev.standfirst.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.standfirst.text.Words;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A word that is met for the first time must not cost tables of its own: those take 20 KB. */
class StemMemoryTests {

    private static final int WORDS = 5_000;
    private static final int BYTES_A_WORD = 10_000;

    private static final String TEXT = IntStream.range(0, WORDS)
            .mapToObj(number -> "quay" + Integer.toString(number, 26).replaceAll("\\d", "x$0"))
            .collect(Collectors.joining(" "));

    @Test
    void numberingStemsTakesLittleMemoryAWord() {
        List<Words.Word> words = Words.of(TEXT);
        TermNumbers numbers = new TermNumbers();

        assertThat(allocated(() -> words.forEach(word -> numbers.stem(word, "en"))))
                .isLessThan((long) BYTES_A_WORD * WORDS);
    }

    @Test
    void readingConceptsTakesLittleMemoryAWord() {
        Concepts concepts = new Concepts();

        assertThat(allocated(() -> concepts.read(TEXT, Locale.ENGLISH))).isLessThan((long) BYTES_A_WORD * WORDS);
    }

    private static long allocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
