package dev.standfirst.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.story.Story.Coverage;
import dev.standfirst.story.StorySentences.Pick;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StorySentencesTests {

    private static final Report TIMES = Report.of(1, "Harbour Times", "Swing bridge stuck for nine hours", """
            The swing bridge over the Tarn stuck open for nine hours on Tuesday after a gear broke.
            A reader named Olga Brandt sent a picture of her dog on the quay.
            Some 4,000 commuters took the ferry, the harbour office said.""");

    private static final Report LEDGER = Report.of(2, "City Ledger", "Museum gear frees bridge", """
            The swing bridge over the Tarn stuck open for nine hours on Tuesday because a gear broke.
            The harbour office counted 4,000 commuters on the ferry.
            They brought bicycles.""");

    @Test
    void whatSeveralReportsSayIsToldOnceAndWhatOneSaysLast() {
        assertThat(told(3, 60, TIMES, LEDGER)).hasSize(3).satisfies(told -> {
            assertThat(told.get(0)).startsWith("The swing bridge over the Tarn");
            assertThat(told.get(1)).contains("4,000 commuters");
            assertThat(told.get(2)).startsWith("A reader");
        });
    }

    @Test
    void severalOutletsAreQuoted() {
        assertThat(StorySentences.pick(coverage(TIMES, LEDGER), 2, 60))
                .extracting(told -> told.coverage().outlet())
                .containsExactlyInAnyOrder("Harbour Times", "City Ledger");
    }

    @Test
    void aSentenceThatPointsBackComesBehindTheOneItPointsToOrNotAtAll() {
        List<String> told = told(9, 200, TIMES, LEDGER);

        assertThat(told).doesNotContain("They brought bicycles.").hasSizeLessThan(5);
    }

    @Test
    void noMoreWordsThanWantedAreTold() {
        assertThat(told(9, 12, TIMES, LEDGER))
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence.split(" ")).hasSizeLessThanOrEqualTo(12));
    }

    @Test
    void eachSentenceIsASpanOfItsArticle() {
        assertThat(StorySentences.fill(coverage(TIMES, LEDGER), 100))
                .isNotEmpty()
                .allMatch(told -> told.coverage()
                        .article()
                        .text()
                        .startsWith(told.sentence().text(), told.sentence().from()));
    }

    @Test
    void reportsWithoutAWordTellNothing() {
        assertThat(told(3, 60, Report.of(1, "A", "", "…"), Report.of(2, "B", "", "")))
                .isEmpty();
    }

    @Test
    void manyLongReportsThatSayTheSameAreToldInOneSentence() {
        String text = IntStream.range(0, 900)
                .mapToObj("Boat number %d left the harbour in the morning with its crew. "::formatted)
                .reduce("", String::concat);
        Report[] reports = IntStream.range(0, 20)
                .mapToObj(at -> Report.of(at, "Outlet " + at, "Boats leave", text))
                .toArray(Report[]::new);

        assertThat(told(3, 60, reports))
                .containsExactly("Boat number 0 left the harbour in the morning with its crew.");
    }

    private static List<String> told(int sentences, int words, Report... reports) {
        return StorySentences.pick(coverage(reports), sentences, words).stream()
                .map(Pick::sentence)
                .map(sentence -> sentence.text())
                .toList();
    }

    private static List<Coverage> coverage(Report... reports) {
        return Stream.of(reports).map(Report::coverage).toList();
    }
}
