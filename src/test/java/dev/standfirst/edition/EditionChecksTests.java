package dev.standfirst.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.text.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditionChecksTests {

    @Test
    void aMailAsLargeAsTheProgramMakesThemIsRight() {
        assertThat(size(80_000))
                .isEqualTo(new EditionChecks.Check(
                        EditionChecks.Name.SIZE,
                        true,
                        Fact.words("80,000 bytes of HTML, at most 80,000 (Gmail cuts larger mails)")));
        assertThat(size(80_001).passed()).isFalse();
    }

    private static EditionChecks.Check size(int bytes) {
        StoredEdition edition = new StoredEdition(
                1,
                "morning",
                LocalDate.parse("2026-11-18"),
                Instant.parse("2026-11-18T06:00:00Z"),
                "T",
                "S",
                "P",
                1,
                1,
                "x".repeat(bytes),
                "",
                "",
                Optional.empty());
        return EditionChecks.of(edition).get(0);
    }
}
