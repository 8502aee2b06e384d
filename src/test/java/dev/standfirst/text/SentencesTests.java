package dev.standfirst.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for any text: offsets, paragraphs, and hostile input. Where sentences end is told beside this. */
class SentencesTests {

    private static final int COPIES = 100_000;
    private static final int MANY = 1_000_000;

    @Test
    void aLineFeedEndsAParagraph() {
        assertThat(Sentences.split("A heading\nThe first. The second.", Locale.ENGLISH))
                .containsExactly(
                        new Sentence("A heading", 0, 9, 0),
                        new Sentence("The first.", 10, 20, 1),
                        new Sentence("The second.", 21, 32, 1));
    }

    @Test
    void emptyLinesCountAsParagraphsAndHoldNoSentence() {
        assertThat(Sentences.split("\r\nOne.\r\n\r\nTwo.", Locale.ENGLISH))
                .containsExactly(new Sentence("One.", 2, 6, 1), new Sentence("Two.", 10, 14, 3));
    }

    @Test
    void aQuotationThatIsLeftOpenEndsWithItsParagraph() {
        assertThat(texts("“It rained. It poured.\n“We left. They stayed.”"))
                .containsExactly("“It rained.", "It poured.", "“We left. They stayed.”");
    }

    @Test
    void aTextWithoutLanguageIsSplitAsTheLanguageItIsIn() {
        String text = "Der Wind war stark und die Boote blieben im Hafen. Am 3. Mai kam Hr. Seidel, und alle waren da.";

        assertThat(Sentences.split(text, Locale.ROOT))
                .extracting(Sentence::text)
                .containsExactly(
                        "Der Wind war stark und die Boote blieben im Hafen.",
                        "Am 3. Mai kam Hr. Seidel, und alle waren da.");
    }

    @Test
    void aLanguageThatNobodyKnowsHasTitlesAndInitialsToo() {
        assertThat(Sentences.split("Gavi Dr. Olt re J. Rost. Nuva sel!", Locale.forLanguageTag("xx")))
                .extracting(Sentence::text)
                .containsExactly("Gavi Dr. Olt re J. Rost.", "Nuva sel!");
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "' ', 0", "'\u00A0\uFEFF', 0", "., 1", "?!, 1", "😀, 1", "word, 1"})
    void nearlyNothingIsSplitToo(String text, int sentences) {
        assertThat(texts(text)).hasSize(sentences);
    }

    @Test
    void charactersThatNobodySeesEndNothing() {
        assertThat(texts("It\u0000 rained\u200B.\u200B We\u00AD left\u0007. Then\uD83D it stopped.\uDE00 They came."))
                .containsExactly(
                        "It\u0000 rained\u200B.\u200B",
                        "We\u00AD left\u0007.",
                        "Then\uD83D it stopped.\uDE00 They came.");
    }

    @Test
    void nothingButWhiteSpaceIsLost() {
        Random random = new Random(7);
        String[] parts = {
            "Rain", "fell", ".", "!", "?", "...", " ", " ", "\n", "\"", "(", ")", "“", "”", "Dr.", "3.5", "。", "e.g.",
            "'", "’", "«", "»", "\u00A0", "[1]", "1. ", "a) ", "• ", "😀", "\uD83D", "\u200B", "ครับ", "。」", "--", ":",
            ";"
        };
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(20, 0, parts.length).forEach(i -> text.append(parts[i]));
            assertWhole(text.toString());
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '~', textBlock = """
            "           ~ 1
            (           ~ 1
            „           ~ 1
            ”           ~ 1
            .           ~ 1
            !           ~ 1
            `. `        ~ 1
            `! `        ~ 1
            `" `        ~ 1
            `.[1] `     ~ 1
            `A. `       ~ 1
            `z. B. `    ~ 1
            `ก `        ~ 1
            😀          ~ 1
            `Rain. `    ~ 100000
            `Rain fell` ~ 1
            `「。`      ~ 1
            `Rain! (`   ~ 100001
            `1. Eggs `  ~ 100000
            """)
    void aHundredThousandOfOneThingAreSplitInOneGo(String unit, int sentences) {
        assertThat(texts(unit.repeat(COPIES)).size()).isEqualTo(sentences);
    }

    @Test
    void aMillionLineFeedsOrBlanksHoldNoSentence() {
        assertThat(texts("\n".repeat(MANY))).isEmpty();
        assertThat(texts(" ".repeat(MANY))).isEmpty();
    }

    @Test
    void aLongTextIsSplitToItsEnd() {
        assertThat(texts("The tide came in and the boats went out. ".repeat(22_223)))
                .hasSize(22_223);
        assertThat(texts("tide ".repeat(50_000) + "turned.")).hasSize(1);
        assertThat(texts("Rain. ".repeat(100_000))).hasSize(100_000);
        assertThat(texts("1. flour 3. eggs\n".repeat(50_000))).hasSize(50_000);
    }

    private static void assertWhole(String text) {
        int at = 0;
        for (Sentence sentence : Sentences.split(text, Locale.ENGLISH)) {
            assertThat(text.substring(sentence.from(), sentence.to())).isEqualTo(sentence.text());
            assertThat(text.substring(at, sentence.from()).replace('\u00A0', ' '))
                    .isBlank();
            at = sentence.to();
        }
        assertThat(text.substring(at).replace('\u00A0', ' ')).isBlank();
    }

    private static List<String> texts(String text) {
        return Sentences.split(text, Locale.ENGLISH).stream()
                .map(Sentence::text)
                .toList();
    }
}
