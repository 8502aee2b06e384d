package dev.standfirst.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.story.LabelledReports.Grouping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bars of grouping: of the pairs that are merged, and of the pairs that have nothing to do with each other, at most
 * one in a hundred wrongly merged; of the stories at most one in twenty that tells what another one tells.
 *
 * <p>The bounds of grouping were set on the first two sets. The third was written without a look at the rules; after
 * its first run one rule was added and one bound lowered. The fourth was written after that, and nothing was ever tuned
 * on it. The bar of wrong merges holds for all. That of stories told again does not hold for the last two: an outlet
 * that retells an event as a feature shares too little with its reports, so that of the third one story in five is told
 * again, of the fourth one in fifteen.
 */
class LabelledReportsTests {

    private static final String[] ALL = {"reports-1.txt", "reports-2.txt"};

    @ParameterizedTest
    @ValueSource(strings = {"reports-1.txt", "reports-2.txt"})
    void reportsAreGroupedByEvent(String file) throws Exception {
        assertWithinBars(LabelledReports.of(file).group());
    }

    @ParameterizedTest
    @CsvSource({"reports-3.txt, 60, 22", "reports-4.txt, 90, 7"})
    void reportsRetoldInOtherWordsAreGroupedByEvent(String file, int percentFound, int percentAgain) throws Exception {
        Grouping grouping = LabelledReports.of(file).group();

        assertFewAreWrong(grouping);
        assertThat((grouping.together() - grouping.wrong()) * 100)
                .as(grouping.toString())
                .isGreaterThanOrEqualTo(grouping.same() * percentFound);
        assertThat(grouping.again() * 100)
                .as(grouping.toString())
                .isLessThanOrEqualTo(grouping.stories() * percentAgain);
    }

    @Test
    void allSetsInOneDigestDoNotMix() throws Exception {
        assertFewAreWrong(LabelledReports.of("reports-1.txt", "reports-2.txt", "reports-3.txt", "reports-4.txt")
                .group());
    }

    @Test
    void manyEventsInOneDigestDoNotMix() throws Exception {
        Grouping all = LabelledReports.of(ALL).group();

        assertThat(all.same()).isGreaterThanOrEqualTo(60);
        assertThat(all.unrelated()).isGreaterThanOrEqualTo(2_000);
        assertWithinBars(all);
    }

    @Test
    void theOrderInWhichReportsComeDoesNotMatter() throws Exception {
        LabelledReports reports = LabelledReports.of(ALL);
        List<Story.Coverage> shuffled = new ArrayList<>(reports.coverage());
        Collections.shuffle(shuffled, new Random(1));

        assertThat(StoryGrouper.group(shuffled)).isEqualTo(StoryGrouper.group(reports.coverage()));
    }

    private static void assertWithinBars(Grouping grouping) {
        assertFewAreWrong(grouping);
        assertThat(grouping.again() * 20).as(grouping.toString()).isLessThanOrEqualTo(grouping.stories());
    }

    private static void assertFewAreWrong(Grouping grouping) {
        assertThat(grouping.wrong() * 100).as(grouping.toString()).isLessThanOrEqualTo(grouping.together());
        assertThat(grouping.wrong() * 100).as(grouping.toString()).isLessThanOrEqualTo(grouping.unrelated());
    }
}
