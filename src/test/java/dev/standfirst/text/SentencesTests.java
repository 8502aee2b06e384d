package dev.standfirst.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            en ~ The tide came in. The boats went out.                 ~ The tide came in.|The boats went out.
            en ~ Dr. Marlowe met Mr. Olander at 5 p.m. on the quay.    ~ Dr. Marlowe met Mr. Olander at 5 p.m. on the quay.
            en ~ They sailed at 5 p.m. The others waited.              ~ They sailed at 5 p.m.|The others waited.
            en ~ The firm of J. K. Rost closed.                        ~ The firm of J. K. Rost closed.
            en ~ It fell by 3.5 percent. Nobody asked why.             ~ It fell by 3.5 percent.|Nobody asked why.
            en ~ Why now? Because it rained! So they say.              ~ Why now?|Because it rained!|So they say.
            en ~ "It rained. It poured," she said. Nobody moved.       ~ "It rained. It poured," she said.|Nobody moved.
            en ~ He wrote to the U.S. Senate about it.                 ~ He wrote to the U.S. Senate about it.
            en ~ See www.example.org for more. It is free.             ~ See www.example.org for more.|It is free.
            en ~ They left early.The rest stayed.                      ~ They left early.|The rest stayed.
            en ~ Well ... that was that. They left.                    ~ Well ... that was that.|They left.
            de ~ Am 3. Mai kam Dr. Seidel. Sie blieb z. B. eine Woche. ~ Am 3. Mai kam Dr. Seidel.|Sie blieb z. B. eine Woche.
            de ~ „Es regnet. Es gießt“, sagte sie. Niemand ging.       ~ „Es regnet. Es gießt“, sagte sie.|Niemand ging.
            fr ~ M. Aubin est parti. Il reviendra.                     ~ M. Aubin est parti.|Il reviendra.
            fr ~ « Il pleut. Il vente. » Personne ne bouge.            ~ « Il pleut. Il vente. »|Personne ne bouge.
            es ~ ¿Quién llama? El Sr. Rojas no está.                   ~ ¿Quién llama?|El Sr. Rojas no está.
            ja ~ 雨が降った。誰も動かなかった。                            ~ 雨が降った。|誰も動かなかった。
            ja ~ 彼は「雨だ。風だ。」と言った。帰った。                     ~ 彼は「雨だ。風だ。」と言った。|帰った。
            hi ~ बारिश हुई। कोई नहीं हिला।                                ~ बारिश हुई।|कोई नहीं हिला।
            ar ~ هل تمطر؟ نعم، تمطر.                                   ~ هل تمطر؟|نعم، تمطر.
            """)
    void endWhereAReaderWouldPause(String language, String text, String expected) {
        assertThat(split(text, language)).containsExactly(expected.split("\\|"));
    }

    @Test
    void aLineFeedEndsAParagraph() {
        List<Sentence> sentences = Sentences.split("A heading\nThe first. The second.", Locale.ENGLISH);

        assertThat(sentences)
                .containsExactly(
                        new Sentence("A heading", 0, 9, 0),
                        new Sentence("The first.", 10, 20, 1),
                        new Sentence("The second.", 21, 32, 1));
    }

    @Test
    void nothingButWhiteSpaceIsLost() {
        Random random = new Random(7);
        String[] parts = {
            "Rain", "fell", ".", "!", "?", "...", " ", " ", "\n", "\"", "(", ")", "“", "”", "Dr.", "3.5", "。", "e.g."
        };
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(20, 0, parts.length).forEach(i -> text.append(parts[i]));
            assertWhole(text.toString());
        }
    }

    private static void assertWhole(String text) {
        int at = 0;
        for (Sentence sentence : Sentences.split(text, Locale.ENGLISH)) {
            assertThat(text.substring(sentence.from(), sentence.to())).isEqualTo(sentence.text());
            assertThat(text.substring(at, sentence.from())).isBlank();
            at = sentence.to();
        }
        assertThat(text.substring(at)).isBlank();
    }

    private static List<String> split(String text, String language) {
        return Sentences.split(text, Locale.forLanguageTag(language)).stream()
                .map(Sentence::text)
                .toList();
    }
}
