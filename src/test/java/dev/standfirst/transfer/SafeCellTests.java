package dev.standfirst.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "=2+3, '=2+3",
                "+49 170, '+49 170",
                "-5, '-5",
                "@home, '@home",
                "` =2+3`, `' =2+3`",
                "`\"=2+3`, `'\"=2+3`",
                "\uFF1D2+3, '\uFF1D2+3",
                "'=2+3, ''=2+3",
                "Ada;=2+3, Ada;'=2+3",
                "Ada O'Neil, Ada O'Neil",
                "'Ada', 'Ada'",
                "ada@home, ada@home"
            })
    void nothingStartsAFormulaInWhateverColumnsItIsSplit(String text, String cell) {
        assertThat(SafeCell.close(text)).isEqualTo(cell);
        assertThat(SafeCell.open(cell)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\t=1", "\r=1", " \t=1", "a\n=1", "a\r\n@b", "'", "''", "' '", "'\t", "\"'=", "", "=", "''''=x"})
    void everyTextComesBack(String text) {
        assertThat(SafeCell.open(SafeCell.close(text))).isEqualTo(text);
    }

    @Test
    void whateverIsMadeOfTheCharactersThatMatterComesBack() {
        Random random = new Random(5);
        String letters = "=+-@'\"\t\r\n ,;|a\u200B\uFF0B";
        for (int round = 0; round < 200_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(8); length >= 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String cell = SafeCell.close(text.toString());
            assertThat(SafeCell.open(cell)).isEqualTo(text.toString());
            assertThat(cell).doesNotContainPattern("(^|[,;|\t\r\n])[ \"\u200B]*[=+\\-@\uFF0B]");
        }
    }
}
