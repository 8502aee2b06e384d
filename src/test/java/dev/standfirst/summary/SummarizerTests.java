package dev.standfirst.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.summary.Summary.KeySentence;
import dev.standfirst.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummarizerTests {

    private static final String TEXT = """
            By Judith Marlowe
            LINDHAVEN (NP) - The harbour council of Lindhaven approved a tidal barrage worth 640 million crowns on Tuesday.
            It was late. The councillors had argued about the barrage since noon and drank forty litres of coffee.
            The barrage will supply 210,000 homes with tidal power from 2030, the engineers of the council said.
            She laughed. "We sign before we have read the last page, said one of them.
            Photo: Harbour archive
            The tidal barrage needs two locks, which keep the river open to ships of 9,000 tonnes.""";

    @Test
    void everySentenceIsASpanOfTheText() {
        Summary summary = summarise(3);

        assertThat(summary.sentences())
                .hasSizeBetween(2, 4)
                .allSatisfy(key -> assertThat(TEXT)
                        .startsWith("By")
                        .satisfies(text -> assertThat(text.substring(
                                        key.sentence().from(), key.sentence().to()))
                                .isEqualTo(key.sentence().text())));
    }

    @Test
    void theSentencesThatCarryTheArticleAreChosenInReadingOrder() {
        assertThat(texts(summarise(2)))
                .containsExactly(
                        "The harbour council of Lindhaven approved a tidal barrage worth 640 million crowns on Tuesday.",
                        "The barrage will supply 210,000 homes with tidal power from 2030, the engineers of the council said.");
    }

    @Test
    void litterOpenQuotesAndDanglingOpenersAreNeverChosen() {
        assertThat(texts(Summarizer.summarise("", TEXT, Locale.ENGLISH, new SummaryLength(9, 900))))
                .noneMatch(text -> text.startsWith("By ")
                        || text.startsWith("Photo")
                        || text.contains("\"")
                        || text.startsWith("She"));
    }

    @Test
    void nothingIsSaidTwice() {
        String twice =
                "The council approved the tidal barrage on Tuesday night.\nThe council approved the tidal barrage after a debate.";

        assertThat(texts(Summarizer.summarise("", twice, Locale.ENGLISH, SummaryLength.of(3))))
                .hasSize(1);
    }

    @Test
    void aTextWithoutSentencesHasNoSummary() {
        assertThat(Summarizer.summarise("Title", "Menu\nHome\nAbout us", Locale.ENGLISH, SummaryLength.of(3))
                        .sentences())
                .isEmpty();
        assertThat(Summarizer.summarise("", "", Locale.ROOT, SummaryLength.of(3))
                        .sentences())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "By Judith Marlowe",
                "Photo: Harbour archive",
                "Read more about this",
                "Read on for a simple guide to the locks of the canal.",
                "To learn more about the lock, ask its keeper.",
                "Weitere Informationen erhalten Sie beim Hafenamt.",
                "Published 18 November 2026",
                "THE HARBOUR OF LINDHAVEN",
                "© 2026 Harbour Times",
                "Copyright 2026 Harbour Times Group.",
                "By Judith Marlowe and Piet Hansen for Harbour Times",
                "Pictured: the barrage on the day it was opened",
                "Lesen Sie auch: Was die Schleuse kostet",
                "North lock | open | 4.2 metres at low water.",
                "To learn more, ask the harbour office at the mole.",
                "07:45 The first boat passes the lock",
                "The lock at dawn, seen from the mole (Getty Images)"
            })
    void litterIsToldByItsForm(String line) {
        assertThat(Litter.is(line, Words.count(line))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "By noon the council had voted for the barrage.",
                "Read the small print, the harbour master told owners of boats.",
                "Photos of the wreck show three holes below the waterline.",
                "Follow-up work on the locks begins in March."
            })
    void aSentenceIsNoLitter(String sentence) {
        assertThat(Litter.is(sentence, Words.count(sentence))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LONDON (AP) - ",
                "Port Averil (Harbour Press) -- ",
                "Washington (CNN) ",
                "(CNN)",
                "Paris, 3 mars - ",
                "PORT AVERIL — ",
                "LINDHAVEN, March 3 - "
            })
    void marksOfPlaceAndAgencyAreNoPartOfASentence(String mark) {
        assertThat(SourceMark.length(mark + "The council voted.")).isEqualTo(mark.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The World Health Organization (WHO) said on Monday that the lock is safe.",
                "Angela Brandt (CDU) sagte, die Schleuse sei sicher.",
                "Brandt Motors (BRM) Chief Executive Olga Brandt resigned.",
                "NATO and Russia agreed - after weeks of talks - to meet."
            })
    void aNameWithItsShortFormIsAPartOfTheSentence(String sentence) {
        assertThat(SourceMark.length(sentence)).isZero();
    }

    @Test
    void theScoreTellsWhichSentencesStayWhenFewerMayBeQuoted() {
        List<KeySentence> three = summarise(3).sentences();
        List<KeySentence> one = summarise(1).sentences();

        assertThat(three).extracting(KeySentence::score).contains(1.0, 0.5);
        assertThat(three.stream().filter(key -> key.score() == 1.0).map(KeySentence::sentence))
                .isSubsetOf(one.stream().map(KeySentence::sentence).toList());
    }

    @Test
    void theHeadlineTellsWhatAnArticleIsAbout() {
        String text = """
                The council met at noon in the hall by the river and heard eleven speakers on two matters.
                The tidal barrage will supply 210,000 homes of the county with power from 2030.
                The fish market moves to the northern quay, where boats can land at low water.
                Both matters had been put off twice since the autumn, when the hall was flooded.""";

        assertThat(texts(Summarizer.summarise(
                        "Tidal barrage for the county", text, Locale.ENGLISH, SummaryLength.of(1))))
                .anyMatch(sentence -> sentence.contains("barrage"));
        assertThat(texts(Summarizer.summarise("Fish market moves north", text, Locale.ENGLISH, SummaryLength.of(1))))
                .anyMatch(sentence -> sentence.contains("fish market"));
    }

    @Test
    void aTextOfTwoHundredThousandWordsHasASummaryLikeAnyOther() {
        String text = (TEXT + "\n").repeat(2_000);

        assertThat(Summarizer.summarise("", text, Locale.ENGLISH, SummaryLength.of(3))
                        .sentences())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(text.substring(
                                key.sentence().from(), key.sentence().to()))
                        .isEqualTo(key.sentence().text()));
    }

    @ParameterizedTest
    @MethodSource
    void whatHoldsNoSentenceToQuoteHasNoSummary(String text) {
        assertThat(Summarizer.summarise("Title", text, Locale.ENGLISH, SummaryLength.of(3))
                        .sentences())
                .isEmpty();
    }

    static Stream<String> whatHoldsNoSentenceToQuoteHasNoSummary() {
        return Stream.of(
                "barrage ".repeat(50_000) + "ends.",
                "See the address www.harbour-times.example/" + "a".repeat(100_000) + " for more.",
                "Barrage. ".repeat(100_000),
                "\uD83D\uDE00 ".repeat(20_000),
                "\u0000\u0001\u0007\u001B\u0085".repeat(5_000),
                "\uD800".repeat(5_000),
                ".".repeat(100_000),
                "\"".repeat(100_000),
                " \n\t\u00A0\u3000".repeat(10_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Comment: The barrage comes too late; OPINION",
                "Kommentar: Das Wehr kommt zu spät; OPINION",
                "Le barrage arrive trop tard | Tribune; OPINION",
                "The barrage comes too late – Opinion; OPINION",
                "Barrage: council votes at midnight; REPORT",
                "Comment; REPORT",
                "Council asks for comment on barrage; REPORT"
            })
    void aHeadlineTellsWhetherAnArticleArgues(String headline, Genre genre) {
        assertThat(Genre.of(headline)).isEqualTo(genre);
    }

    @Test
    void aTextWithoutSpacesIsSummarisedToo() {
        String text =
                "港の評議会は火曜日、六億四千万クローネの潮力発電所を承認した。発電所は二〇三〇年から二十一万戸に電力を供給する。" + "反対派は魚の道がふさがれると主張した。評議会は魚道を三本設けると約束した。";

        assertThat(texts(Summarizer.summarise("潮力発電所を承認", text, Locale.JAPANESE, SummaryLength.of(2))))
                .isNotEmpty()
                .allMatch(sentence -> sentence.endsWith("。"));
    }

    private static Summary summarise(int sentences) {
        return Summarizer.summarise(
                "Lindhaven approves tidal barrage", TEXT, Locale.ENGLISH, SummaryLength.of(sentences));
    }

    private static List<String> texts(Summary summary) {
        return summary.sentences().stream()
                .map(KeySentence::sentence)
                .map(sentence -> sentence.text())
                .toList();
    }
}
