package dev.standfirst.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.story.LabelledReports.Grouping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The bars of grouping: of the pairs that are merged, and of the pairs that have nothing to do with each other, at most
 * one in a hundred wrongly merged; of the stories at most one in twenty that tells what another one tells.
 */
class LabelledReportsTests {

    private static final String[] ALL = {"reports-1.txt", "reports-2.txt"};

    @ParameterizedTest
    @ValueSource(strings = {"reports-1.txt", "reports-2.txt"})
    void reportsAreGroupedByEvent(String file) throws Exception {
        assertWithinBars(LabelledReports.of(file).group());
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
        assertThat(grouping.wrong() * 100).as(grouping.toString()).isLessThanOrEqualTo(grouping.together());
        assertThat(grouping.wrong() * 100).as(grouping.toString()).isLessThanOrEqualTo(grouping.unrelated());
        assertThat(grouping.again() * 20).as(grouping.toString()).isLessThanOrEqualTo(grouping.stories());
    }
}
