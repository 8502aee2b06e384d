package dev.standfirst.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(Words.contentStems("l'atelier de la ville", Locale.FRENCH)).containsExactly("ateli", "vile");
        assertThat(Words.contentStems("the city's bridge", Locale.ENGLISH)).containsExactly("citi", "bridg");
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
    void initialsAmpersandsAndTheCasesOfAcronymsHoldTogether() {
        assertThat(Words.of("The U.S. and AT&T, EU:n päätös, John.Smith; note: col·lega"))
                .extracting(Words.Word::text)
                .containsExactly("The", "U.S", "and", "AT&T", "EU:n", "päätös", "John", "Smith", "note", "col·lega");
    }

    @Test
    void hebrewAcronymsAndArmenianQuestionsAreOneWord() {
        assertThat(Words.of("צה\"ל ינאי ինչո՞ւ"))
                .extracting(Words.Word::text)
                .containsExactly("צה\"ל", "ינאי", "ինչո՞ւ");
    }

    @Test
    void whatDoesNotShowNeitherPartsNorChangesAWord() {
        assertThat(Words.of("\u200Fhar\u00ADbour\u200B har\u2060bour\uFEFF harbour\u200E."))
                .extracting(Words.Word::folded)
                .containsExactly("harbour", "harbour", "harbour");
    }

    @Test
    void twoCharactersCountAsOneWordWhereNoneAreWrittenApart() {
        assertThat(Words.count("東京都議会は計画を承認した。")).isEqualTo(6);
        assertThat(Words.count("Der Fall 東京 ist gelöst")).isEqualTo(5);
    }

    @Test
    void vowelSignsStayWithTheirCharacter() {
        assertThat(Words.of("บ้านดี")).extracting(Words.Word::text).containsExactly("บ้า", "าน", "นดี");
    }

    @Test
    void theLongVowelOfKatakanaBelongsToItsWord() {
        assertThat(Words.of("タワー")).extracting(Words.Word::text).containsExactly("タワ", "ワー");
    }

    @Test
    void halvesOfCharactersAndControlsPartWords() {
        assertThat(Words.of("\uD800alpha\uDC00beta\u0000gamma 👩‍👩‍👧"))
                .extracting(Words.Word::text)
                .containsExactly("alpha", "beta", "gamma");
    }

    @Test
    void aWordOfAMillionLettersIsAWord() {
        String word = "a".repeat(1_000_000);
        assertThat(Words.contentStems(word, Locale.FRENCH)).containsExactly(word);
    }

    @Test
    void aMillionMarksOnALetterAreTheLetter() {
        assertThat(Words.of("a" + "\u0301\u0323".repeat(500_000)).get(0).folded())
                .isEqualTo("a");
        assertThat(Words.count("\u0301".repeat(1_000_000))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"l'", "1,", "a.", "\u200B", "ـ", "\uD800", "A:a", "يً", "ﷺ"})
    void aMillionOfAnythingEnds(String part) {
        String text = part.repeat(1_000_000 / part.length());
        assertThat(new Vocabulary().tokens(text, Locale.FRENCH).size())
                .isEqualTo(Words.of(text).size());
    }
}
