package dev.standfirst.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParagraphsTests {

    private static final String FOOTER = """

            Harbour Shorts is a service of the harbour office for skippers, owners and friends of the port. All reports
            are without warranty; what counts is the notice on the board. Write to us where something is wrong here.""";

    private static final String NOTE = "The eastern quay is closed to visitors while the old crane is taken down.";

    private static final String REPORT = """
            Divers found a crack in the pier of the old bridge over the Tarn on Monday.
            Twelve people were hurt when a bus braked in front of the barrier, the police said.""";

    @Test
    void anotherNoteWithTheFooterOfItsOutletIsNotPrintedAnew() {
        assertThat(originalOf(
                        note(3, "Free berths are let by lot at the end of the month."),
                        note(1, NOTE),
                        note(2, "A dredger works in the outer basin until Friday at noon.")))
                .isEmpty();
    }

    @Test
    void aNoteThatStandsInAToldOneIsPrintedAnewWhateverIsBelow() {
        assertThat(originalOf(
                        report(3, "Quay News", NOTE),
                        note(1, NOTE),
                        note(2, "A dredger works in the outer basin until Friday at noon.")))
                .contains(1L);
    }

    @Test
    void whatSeveralOutletsHadFromAnAgencyIsPrintedAnewInAnother() {
        assertThat(originalOf(
                        report(3, "Quay News", REPORT),
                        report(1, "Harbour Times", REPORT + "\nWhat our readers say about the closing of the bridge."),
                        report(2, "City Ledger", REPORT + "\nThe council talks about the bridge in its next meeting.")))
                .contains(1L);
    }

    @Test
    void whatAnOutletHadInTwoVersionsIsPrintedAnewInAnother() {
        assertThat(originalOf(
                        report(3, "Quay News", REPORT),
                        report(1, "Harbour Times", REPORT),
                        report(2, "Harbour Times", REPORT + "\nThe bridge will be opened again to cyclists in May.")))
                .contains(1L);
    }

    private static Report note(long id, String text) {
        return report(id, "Harbour Shorts", text + FOOTER);
    }

    private static Report report(long id, String outlet, String text) {
        return Report.of(id, outlet, "Notice", text);
    }

    private static Optional<Long> originalOf(Report article, Report... told) {
        return new Paragraphs(Stream.of(told).map(Report::coverage).toList()).originalOf(article.coverage());
    }
}
