package dev.standfirst.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.story.Story.Coverage;
import dev.standfirst.story.Story.Merge;
import dev.standfirst.story.Story.Merge.Kind;
import dev.standfirst.summary.Summary;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoryTests {

    private static final String FLASH = """
            The swing bridge over the Tarn stuck open for nine hours on Tuesday after a gear broke.
            Some 4,000 commuters took the ferry, the harbour office said.""";

    private static final String FULL = FLASH + """

            Engineers replaced the gear at night with one from a museum crane of the same make.
            The harbour office wants a spare gear to be cast by spring.
            A bus carried pupils of the north bank to school round the upper lock.
            The bridge was built in 1931 and opens eleven times on a working day.""";

    @Test
    void theFullReportIsQuotedThoughAnAgencysFlashCameFirst() {
        Report flash =
                Report.of(1, "Coast Agency", "Swing bridge stuck open", FLASH).at("2026-11-18T10:00:00Z");
        Report full = Report.of(2, "Harbour Times", "Swing bridge stuck open for nine hours", FULL);

        Story story =
                StoryGrouper.group(List.of(flash.coverage(), full.coverage())).get(0);

        assertThat(story.merges()).extracting(Merge::kind).containsExactly(Kind.TEXT);
        assertThat(quotable(story)).containsExactly(2L);
    }

    @Test
    void ofTwoCopiesOfAboutOneLengthTheEarlierIsQuoted() {
        Report touched = Report.of(2, "City Ledger", "Gear breaks", FULL + "\nMore on page two.");

        assertThat(quotable(story(copies(2, 1), report(1, FULL), touched))).containsExactly(1L);
    }

    @Test
    void theLinesBeforeAPayWallDoNotTakeThePlaceOfTheArticle() {
        Coverage article = report(1, FLASH).coverage();
        Coverage lines = report(2, FLASH).coverage(new Summary(List.of()));

        assertThat(quotable(new Story(List.of(article, lines), "", 0, List.of(copies(2, 1)))))
                .containsExactly(1L);
    }

    @Test
    void theArticleIsQuotedWhereItsFullerCopyHasNoSentenceToQuote() {
        Coverage cut = report(1, FLASH).coverage();
        Coverage mute = report(2, FULL).coverage(new Summary(List.of()));

        assertThat(quotable(new Story(List.of(cut, mute), "", 0, List.of(copies(2, 1)))))
                .containsExactly(1L);
    }

    @Test
    void theStrongestReasonsComeFirst() {
        Merge names = new Merge(4, 1, Kind.NAMES, 0.9, List.of());
        Merge weak = new Merge(3, 1, Kind.WORDS, 0.3, List.of());
        Merge strong = new Merge(3, 2, Kind.WORDS, 0.6, List.of());
        Merge text = new Merge(5, 1, Kind.TEXT, 0.5, List.of());

        assertThat(new Story(List.of(report(1, FLASH).coverage()), "", 0, List.of(names, weak, strong, text)).merges())
                .containsExactly(text, strong, weak, names);
    }

    private static Report report(long id, String text) {
        return Report.of(id, "Harbour Times", "Swing bridge stuck open", text);
    }

    private static Merge copies(long later, long earlier) {
        return new Merge(later, earlier, Kind.TEXT, 1, List.of());
    }

    private static Story story(Merge merge, Report... reports) {
        return new Story(Stream.of(reports).map(Report::coverage).toList(), "", 0, List.of(merge));
    }

    private static List<Long> quotable(Story story) {
        return story.quotable().stream().map(Coverage::articleId).toList();
    }
}
