package dev.standfirst.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada Lovelace",
                "O'Neil; drop table list --",
                "=1+1",
                "<script>alert(1)</script>",
                "${7*7} #{7*7}",
                "\u202Eada",
                "👩\u200D🚀",
                "نامه\u200Cای",
                "e\u0301 is not é",
                "\uFEFF",
                "ﷺ Ω 𝕬",
                "two  spaces"
            })
    void whatALineCanHoldIsKeptAsItIs(String text) {
        assertThat(OneLine.of(text)).isEqualTo(text);
    }

    @Test
    void whatItCannotHoldBecomesASpace() {
        assertThat(OneLine.of("A\0B")).isEqualTo("A B");
        assertThat(OneLine.of("A\r\n\tB")).isEqualTo("A B");
        assertThat(OneLine.of("A\u0085\u2028\u2029B")).isEqualTo("A B");
        assertThat(OneLine.of("A\u001B[2JB\u007FC")).isEqualTo("A [2JB C");
        assertThat(OneLine.of("\t🚀\n🚀\n")).isEqualTo("🚀 🚀");
    }

    @Test
    void halfACharacterBecomesAMark() {
        assertThat(OneLine.of("A\uD83D")).isEqualTo("A\uFFFD");
        assertThat(OneLine.of("\uDE80A")).isEqualTo("\uFFFDA");
    }

    @Test
    void aLineThatWasKeptIsKeptUnchanged() {
        String kept = OneLine.of(" \u0000A\r\n \u2028B\uD83D ");

        assertThat(OneLine.of(kept)).isEqualTo(kept).isEqualTo("A   B\uFFFD");
    }

    @Test
    void aLongLineIsCutBetweenCharacters() {
        assertThat(OneLine.of("Ada", 3)).isEqualTo("Ada");
        assertThat(OneLine.of("Ada Lovelace", 4)).isEqualTo("Ada");
        assertThat(OneLine.of("Ada🚀", 4)).isEqualTo("Ada");
        assertThat(OneLine.of("Ada🚀", 5)).isEqualTo("Ada🚀");
    }

    @Test
    void nothingThatATerminalObeysIsShown() {
        assertThat(OneLine.shown("A\nB\u001B[2J\u202EC\u009BD")).isEqualTo("A B\uFFFD[2J\uFFFDC\uFFFDD");
        assertThat(OneLine.shown("👩\u200D🚀 so\u00ADso")).isEqualTo("👩\u200D🚀 so\u00ADso");
    }
}
