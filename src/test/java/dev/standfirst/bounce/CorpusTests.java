package dev.standfirst.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusTests {

    @ParameterizedTest
    @ValueSource(strings = {"expected.txt", "expected-unseen.txt", "expected-later.txt", "expected-last.txt"})
    void mailsAreToldApartByTypeCauseAndRecipient(String list) {
        List<String> wrong = new ArrayList<>();
        Corpus.expected(list).forEach((name, expected) -> {
            List<String> told = Corpus.told(name);
            if (!told.equals(expected)) {
                wrong.add("%s: %s, not %s".formatted(name, told, expected));
            }
        });
        assertThat(wrong).isEmpty();
    }
}
