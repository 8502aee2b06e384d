package dev.standfirst.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.standfirst.digest.Digest;
import dev.standfirst.story.News.Followed;
import dev.standfirst.story.Score.Kind;
import dev.standfirst.story.Score.Part;
import dev.standfirst.summary.Summary;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoryRankerTests {

    private static final Instant NOW = Report.NOON;
    private static final String TEXT = "The lighthouse keeper lit the lamp again after twelve dark winters.";
    private static final Digest PLAIN = new Digests().digest();

    @Test
    void moreOutletsCountMoreThanFreshness() {
        Story twoOutlets = story(report(1, "Harbour Times", "2026-11-16T12:00:00Z"), report(2, "City Ledger", null));
        Story fresh = story(report(3, "Northwind News", "2026-11-18T11:59:00Z"));
        assertThat(order(PLAIN, fresh, twoOutlets)).containsExactly(1L, 3L);
    }

    @Test
    void twoArticlesOfOneOutletCountAsOne() {
        assertThat(part(story(report(1, "Harbour Times", null), report(2, "Harbour Times", null)), Kind.OUTLETS))
                .isEqualTo(new Part(Kind.OUTLETS, 0, "1 outlet reports it"));
        assertThat(part(story(report(1, "Harbour Times", null), report(2, "City Ledger", null)), Kind.OUTLETS))
                .isEqualTo(new Part(Kind.OUTLETS, 1.4, "2 outlets report it"));
    }

    @Test
    void halfOfTheFreshnessIsGoneAfterTwelveHours() {
        assertThat(part(story(report(1, "A", "2026-11-18T12:00:00Z")), Kind.FRESHNESS)
                        .points())
                .isEqualTo(1);
        assertThat(part(story(report(1, "A", "2026-11-18T00:00:00Z")), Kind.FRESHNESS))
                .isEqualTo(new Part(
                        Kind.FRESHNESS, 0.5, "its latest article came out 12 h before the edition was composed"));
    }

    @Test
    void whatIsFreshForAWeeklyDigestIsOldForADailyOne() {
        Story twoDaysOld = story(report(1, "A", "2026-11-16T12:00:00Z"));
        Digest weekly = new Digests().window(Duration.ofDays(6)).digest();
        assertThat(part(PLAIN, twoDaysOld, Kind.FRESHNESS).points()).isEqualTo(0.06);
        assertThat(part(weekly, twoDaysOld, Kind.FRESHNESS).points()).isEqualTo(0.5);
    }

    @Test
    void theLatestArticleMakesAStoryFresh() {
        Story story = story(report(1, "A", "2026-11-11T12:00:00Z"), report(2, "B", "2026-11-18T12:00:00Z"));
        assertThat(part(story, Kind.FRESHNESS).points()).isEqualTo(1);
    }

    @Test
    void aStoryWithoutASentenceToQuoteComesLast() {
        Story mute = new Story(List.of(report(1, "A", null).coverage(new Summary(List.of()))), "", 0);
        Story old = story(report(2, "B", "2026-10-01T12:00:00Z"));
        assertThat(order(PLAIN, mute, old)).containsExactly(2L, 1L);
        assertThat(part(mute, Kind.QUOTABLE))
                .isEqualTo(new Part(Kind.QUOTABLE, -2, "it has no sentence that can stand alone"));
    }

    @Test
    void aLongArticleCountsUpToSixTenthsMoreThanANote() {
        Report longer = Report.of(1, "A", "Lamp", TEXT.repeat(100));
        assertThat(part(new Story(List.of(longer.coverage()), "", 0), Kind.SUBSTANCE)
                        .points())
                .isEqualTo(0.6);
        assertThat(part(story(report(1, "A", null)), Kind.SUBSTANCE))
                .isEqualTo(new Part(Kind.SUBSTANCE, 0.01, "its longest article has 11 words"));
    }

    @Test
    void twiceTheWeightOfASourceOrATopicIsOnePointMore() {
        Digest digest = new Digests()
                .source("A", "", 2)
                .source("B", "", 0.5)
                .topic("Coast", 1.5, List.of(), "lamp")
                .digest();
        Story ofBoth = story(report(1, "B", null), report(2, "A", null));
        assertThat(part(digest, ofBoth, Kind.SOURCE))
                .isEqualTo(new Part(Kind.SOURCE, 1, "the digest gives A the weight 2"));
        assertThat(part(digest, story(report(1, "B", null)), Kind.SOURCE).points())
                .isEqualTo(-1);
        assertThat(part(digest, ofBoth, Kind.TOPIC))
                .isEqualTo(new Part(Kind.TOPIC, 0.58, "the digest gives Coast the weight 1.5"));
    }

    @Test
    void wantedWordsMoveAStoryUpAndMoreOfThemNotForEver() {
        Digest digest = new Digests()
                .words("lamp", "keep*", "lighthouse keeper", "dark winters", "reef")
                .digest();
        assertThat(part(digest, story(report(1, "A", null)), Kind.WORDS))
                .isEqualTo(new Part(
                        Kind.WORDS,
                        1.6,
                        "it has what the digest wants: \"lamp\" in a headline, \"dark winters\" in a text,"
                                + " \"keep*\" in a text, \"lighthouse keeper\" in a text"));
        assertThat(part(new Digests().words("winters").digest(), story(report(1, "A", null)), Kind.WORDS)
                        .points())
                .isEqualTo(0.4);
    }

    @Test
    void aStoryThatGoesOnFallsByHowLittleOfItIsNew() {
        Story story = story(report(1, "A", null));
        Followed followed =
                new Followed(LocalDate.parse("2026-11-16"), LocalDate.parse("2026-11-17"), 7, "Lamp lit", false, 0.25);
        Score score = new StoryRanker(PLAIN, NOW).score(new News(story, story, Optional.of(followed)), "");
        assertThat(score.parts())
                .last()
                .isEqualTo(new Part(
                        Kind.NOVELTY,
                        -1.12,
                        "it goes on from the edition of Tue 17 Nov 2026, and 25 % of its sentences say something new"));
    }

    @Test
    void theScoreIsTheSumOfItsPartsAsTheyAreShown() {
        Score score = new Score(List.of(
                new Part(Kind.OUTLETS, 2.2189, ""),
                new Part(Kind.FRESHNESS, 0.444, ""),
                new Part(Kind.QUOTABLE, -2, "")));
        assertThat(score.sum()).isCloseTo(2.22 + 0.44 - 2, within(1e-9));
    }

    @Test
    void ofTwoWithTheSameScoreTheLowerNumberComesFirst() {
        assertThat(order(PLAIN, story(report(9, "A", null)), story(report(4, "B", null))))
                .containsExactly(4L, 9L);
    }

    private static Report report(long id, String outlet, String at) {
        Report report = Report.of(id, outlet, "Lamp", TEXT);
        return at == null ? report : report.at(at);
    }

    private static Story story(Report... reports) {
        return new Story(Stream.of(reports).map(Report::coverage).toList(), "", 0);
    }

    private static Part part(Story story, Kind kind) {
        return part(PLAIN, story, kind);
    }

    private static Part part(Digest digest, Story story, Kind kind) {
        return new StoryRanker(digest, NOW)
                .rank(List.of(News.allOf(story))).get(0).score().parts().stream()
                        .filter(part -> part.kind() == kind)
                        .findFirst()
                        .orElseThrow();
    }

    private static List<Long> order(Digest digest, Story... stories) {
        return new StoryRanker(digest, NOW)
                .rank(Stream.of(stories).map(News::allOf).toList()).stream()
                        .map(ranked -> ranked.story().lead().articleId())
                        .toList();
    }
}
