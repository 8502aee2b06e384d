package dev.standfirst.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.standfirst.story.StoryRanker.Score;
import dev.standfirst.summary.Summary;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoryRankerTests {

    private static final Instant NOW = Report.NOON;
    private static final String TEXT = "The lighthouse keeper lit the lamp again after twelve dark winters.";

    @Test
    void moreOutletsCountMoreThanFreshness() {
        Story twoOutlets = story(report(1, "Harbour Times", "2026-11-16T12:00:00Z"), report(2, "City Ledger", null));
        Story fresh = story(report(3, "Northwind News", "2026-11-18T11:59:00Z"));
        assertThat(order(fresh, twoOutlets)).containsExactly(1L, 3L);
    }

    @Test
    void twoArticlesOfOneOutletCountAsOne() {
        Story story = story(report(1, "Harbour Times", null), report(2, "Harbour Times", null));
        assertThat(StoryRanker.score(story, NOW).outlets()).isZero();
    }

    @Test
    void halfOfTheFreshnessIsGoneAfterTwelveHours() {
        assertThat(StoryRanker.score(story(report(1, "A", "2026-11-18T12:00:00Z")), NOW)
                        .freshness())
                .isEqualTo(1);
        assertThat(StoryRanker.score(story(report(1, "A", "2026-11-18T00:00:00Z")), NOW)
                        .freshness())
                .isEqualTo(0.5);
    }

    @Test
    void theLatestArticleMakesAStoryFresh() {
        Story story = story(report(1, "A", "2026-11-11T12:00:00Z"), report(2, "B", "2026-11-18T12:00:00Z"));
        assertThat(StoryRanker.score(story, NOW).freshness()).isEqualTo(1);
    }

    @Test
    void aStoryWithoutASentenceToQuoteComesLast() {
        Story mute = new Story(List.of(report(1, "A", null).coverage(new Summary(List.of()))), "", 0);
        Story old = story(report(2, "B", "2026-10-01T12:00:00Z"));
        assertThat(order(mute, old)).containsExactly(2L, 1L);
    }

    @Test
    void aLongArticleCountsUpToSixTenthsMoreThanANote() {
        Report longer = Report.of(1, "A", "Lamp", TEXT.repeat(100));
        assertThat(StoryRanker.score(new Story(List.of(longer.coverage()), "", 0), NOW)
                        .substance())
                .isEqualTo(0.6);
        assertThat(StoryRanker.score(story(report(1, "A", null)), NOW).substance())
                .isCloseTo(0.011, within(0.001));
    }

    @Test
    void theScoreIsTheSumOfItsParts() {
        assertThat(new Score(1.4, 0.5, 0.6, -2).sum()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void ofTwoWithTheSameScoreTheLowerNumberComesFirst() {
        assertThat(order(story(report(9, "A", null)), story(report(4, "B", null))))
                .containsExactly(4L, 9L);
    }

    private static Report report(long id, String outlet, String at) {
        Report report = Report.of(id, outlet, "Lamp", TEXT);
        return at == null ? report : report.at(at);
    }

    private static Story story(Report... reports) {
        return new Story(Stream.of(reports).map(Report::coverage).toList(), "", 0);
    }

    private static List<Long> order(Story... stories) {
        return StoryRanker.rank(List.of(stories), NOW).stream()
                .map(story -> story.lead().articleId())
                .toList();
    }
}
