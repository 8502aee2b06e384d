package dev.standfirst.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.article.Article;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.summary.Summary;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StoryGrouperTests {

    private static final Instant MORNING = Instant.parse("2026-11-18T06:00:00Z");

    private static final Coverage BARRAGE = coverage(
            1,
            "Harbour Times",
            "Averil council approves tidal barrage",
            "The council of Port Averil approved a tidal barrage worth 640 million crowns. The vote was 34 to 19.",
            0);
    private static final Coverage BARRAGE_TOO = coverage(
            2,
            "Northwind News",
            "Tidal power: Port Averil votes for barrage",
            "After a long debate Port Averil voted for a tidal barrage across the Senn. It costs 640 million crowns.",
            1);
    private static final Coverage OTHER_COUNCIL = coverage(
            3,
            "City Ledger",
            "Lindhaven council buys night buses",
            "The council of Lindhaven bought twelve night buses for the northern suburbs on Tuesday.",
            1);
    private static final Coverage REEF = coverage(
            4,
            "Field Notes",
            "A reef without sunlight",
            "A survey ship has mapped a cold-water reef on the northern shelf.",
            2);

    @Test
    void articlesAboutOneEventAreOneStoryLedByTheEarliest() {
        List<Story> stories = StoryGrouper.group(List.of(REEF, BARRAGE_TOO, OTHER_COUNCIL, BARRAGE));

        assertThat(stories)
                .extracting(Story::coverage)
                .containsExactly(List.of(BARRAGE, BARRAGE_TOO), List.of(OTHER_COUNCIL), List.of(REEF));
    }

    @Test
    void theSameWordsAWeekLaterAreAnotherStory() {
        Coverage later = coverage(
                5,
                "Northwind News",
                "Tidal power: Port Averil votes for barrage",
                "After a long debate Port Averil voted for a tidal barrage across the Senn. It costs 640 million crowns.",
                24 * 7);

        assertThat(StoryGrouper.group(List.of(BARRAGE, later))).hasSize(2);
    }

    @Test
    void everyArticleIsInExactlyOneStory() {
        assertThat(StoryGrouper.group(List.of())).isEmpty();
        assertThat(StoryGrouper.group(List.of(REEF)))
                .singleElement()
                .extracting(Story::lead)
                .isEqualTo(REEF);
    }

    @Test
    void whatMoreOutletsReportComesFirst() {
        List<Story> ranked = StoryRanker.rank(
                StoryGrouper.group(List.of(REEF, BARRAGE_TOO, OTHER_COUNCIL, BARRAGE)),
                MORNING.plus(Duration.ofHours(3)));

        assertThat(ranked).extracting(story -> story.lead().articleId()).startsWith(1L);
        assertThat(ranked).extracting(Story::score).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    private static Coverage coverage(long id, String outlet, String title, String text, long hours) {
        Instant when = MORNING.plus(Duration.ofHours(hours));
        Article article = new Article(
                URI.create("https://a.example/" + id),
                title,
                "",
                when,
                Locale.ENGLISH,
                outlet,
                "",
                null,
                text,
                "",
                true);
        return new Coverage(id, article, new Summary(List.of()), outlet, "", when);
    }
}
