package dev.standfirst.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {

    @Test
    void apostrophesHyphensAndFiguresHoldTogether() {
        assertThat(Words.of("It's a half-hour, 1,200.5 metres."))
                .extracting(Words.Word::text)
                .containsExactly("It's", "a", "half-hour", "1,200.5", "metres");
    }

    @Test
    void eachPairOfCharactersIsAWordWhereNoneAreWrittenApart() {
        assertThat(Words.of("東京都。")).extracting(Words.Word::text).containsExactly("東京", "京都");
    }

    @Test
    void contentIsWhatIsLeftWithoutGrammar() {
        assertThat(Words.contentStems("The councils were voting on the barrages", Locale.ENGLISH))
                .containsExactly("council", "vote", "barrag");
    }

    @Test
    void elidedArticlesAndPossessivesAreNoPartOfAStem() {
        assertThat(Words.contentStems("l'atelier de la ville", Locale.FRENCH)).containsExactly("atelier", "ville");
        assertThat(Words.contentStems("the city's bridge", Locale.ENGLISH)).containsExactly("citi", "bridg");
    }

    @ParameterizedTest
    @CsvSource({
        "caresses,caress",
        "ponies,poni",
        "hopping,hop",
        "filing,file",
        "relational,relat",
        "happy,happi",
        "adjustment,adjust",
        "sky,sky"
    })
    void stemsAsPorterPublishedThem(String word, String stem) {
        assertThat(PorterStemmer.stem(word)).isEqualTo(stem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            en ~ The council has voted for the plan, and the work is to begin in April.
            de ~ Der Rat hat für den Plan gestimmt, und die Arbeit soll im April beginnen.
            fr ~ Le conseil a voté pour le plan, et les travaux doivent commencer en avril.
            es ~ El consejo ha votado a favor del plan y las obras deben empezar en abril.
            it ~ Il consiglio ha votato per il piano e i lavori devono cominciare in aprile.
            ja ~ 議会は計画を承認し、工事は四月に始まる。
            ru ~ Совет проголосовал за план, и работы должны начаться в апреле.
            """)
    void theLanguageShowsInItsSmallWords(String language, String text) {
        assertThat(LanguageDetector.detect(text)).isEqualTo(Locale.forLanguageTag(language));
    }

    @Test
    void anUnknownLanguageIsNotGuessed() {
        assertThat(LanguageDetector.detect("Xyzzy plugh 42")).isEqualTo(Locale.ROOT);
    }

    @Test
    void textsThatShareRareWordsAreNear() {
        List<TermVector> vectors =
                TermVector.of(List.of(List.of("tide", "barrage", "vote"), List.of("tide", "barrage"), List.of("milk")));

        assertThat(vectors.get(0).cosine(vectors.get(1))).isGreaterThan(0.5);
        assertThat(vectors.get(0).cosine(vectors.get(2))).isZero();
    }
}
