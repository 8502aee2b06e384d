package dev.standfirst.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.summary.Summary.KeySentence;
import dev.standfirst.text.Words;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    @ValueSource(strings = {"LONDON (AP) - ", "(CNN) ", "Paris, 3 mars - ", "PORT AVERIL — "})
    void marksOfPlaceAndAgencyAreNoPartOfASentence(String mark) {
        assertThat(SourceMark.length(mark + "The council voted.")).isEqualTo(mark.length());
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
