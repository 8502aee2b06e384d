package dev.standfirst.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.text.Words;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaithfulnessTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | He signed the contract on Tuesday.",
                "en | It’s the third lock that fails.",
                "en | In addition, the lock needs a gate.",
                "en | We sign before we have read the last page.",
                "en | Indeed, the lock needs a gate.",
                "en | Only then will the lock open.",
                "en | One is a former keeper of the lock.",
                "en | The first would be a second gate.",
                "en | As others have said, the gate is late.",
                "de | Außerdem fehlt ein Tor.",
                "de | Beispielsweise die Schleuse am Nordhafen.",
                "de | Laut ihm fehlt ein Tor.",
                "de | Zum Beispiel die Schleuse am Nordhafen.",
                "fr | C’est la troisième écluse en panne.",
                "fr | En outre, la porte manque.",
                "fr | D'autre part, la porte manque.",
                "fr | Selon lui, la porte manque.",
                "fr | D’autres écluses sont en panne.",
                "fr | A l'époque, la porte manquait.",
                "fr | Quelques instants plus tard, la porte cédait.",
                "es | Sin embargo, falta una puerta.",
                "es | Según ella, falta una puerta.",
                "ru | Однако ворот не хватает.",
                "ja | しかし水門は開かなかった。",
                "ja | そこで水門は閉じられた。",
                "zh | 但是水闸没有打开。"
            })
    void aSentenceThatPointsBackCannotBeReadAlone(String language, String sentence) {
        assertThat(Faithfulness.dangles(sentence, Locale.forLanguageTag(language)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Herring came early this year.",
                "en | Italy opens a lock.",
                "en | One lock in three is older than the canal.",
                "en | The first lock was built in 1911.",
                "en | Only the northern lock is open.",
                "de | Derweil am Nordhafen eine Schleuse klemmt, hilft die Feuerwehr.",
                "fr | En 2019, l’écluse a servi 4 000 bateaux.",
                "fr | L’écluse est en panne.",
                "fr | Selon la maîtresse du port, la porte manque.",
                "fr | Quelques bateaux attendent devant l’écluse.",
                "ja | 水門は火曜日に開いた。",
                "sw | Yeye alisaini mkataba."
            })
    void othersCan(String language, String sentence) {
        assertThat(Faithfulness.dangles(sentence, Locale.forLanguageTag(language)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“We sign tonight,” said the harbour master.",
                "„Wir unterschreiben heute“, sagte die Hafenmeisterin.",
                "»Wir unterschreiben heute«, sagte die Hafenmeisterin.",
                "«On signe ce soir», dit le maître du port (en souriant).",
                "「今夜署名する」と港長は言った。"
            })
    void marksThatComeInPairsLeaveASentenceWhole(String sentence) {
        assertThat(isWhole(sentence)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "“We sign tonight, said the harbour master.",
                "We sign tonight,” said the harbour master.",
                "The lock \"opened at noon.",
                "The lock (built in 1911 opened at noon.",
                "„Wir unterschreiben heute, sagte die Hafenmeisterin.",
                "and opened at noon.",
                ", and opened at noon."
            })
    void aLoneMarkOrAStartInTheMiddleDoesNot(String sentence) {
        assertThat(isWhole(sentence)).isFalse();
    }

    private static boolean isWhole(String sentence) {
        return Faithfulness.isWhole(sentence, Words.count(sentence));
    }
}
