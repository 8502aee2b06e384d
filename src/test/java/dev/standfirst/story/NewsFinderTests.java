package dev.standfirst.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.story.Story.Coverage;
import dev.standfirst.summary.Summary.KeySentence;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsFinderTests {

    private static final LocalDate YESTERDAY = LocalDate.parse("2026-11-17");

    private static final Report BRIDGE = Report.of(1, "Harbour Times", "Crack closes the old bridge", """
            The old bridge over the Tarn was closed to all traffic on Monday after divers found a crack in its pier.
            Engineers of the county measured a gap of nine millimetres and said that it had grown.
            Twelve people were hurt when a bus braked in front of the barrier, the police said.""");

    @Test
    void aStoryOfToldArticlesAloneIsNone() {
        assertThat(finder().in(story(BRIDGE))).isEmpty();
    }

    @Test
    void aStoryThatNobodyToldIsNewAsAWhole() {
        Story story = story(Report.of(2, "City Ledger", "Bees in the park", "Bees have moved into the park by night."));
        assertThat(finder().in(story)).contains(News.allOf(story));
    }

    @Test
    void ofAnUpdateOnlyTheSentenceWithTheNewFactIsLeft() {
        News news = news(Report.of(2, "City Ledger", "Old bridge: two drivers fined", """
            The old bridge over the Tarn was closed to all traffic on Monday after divers found a crack in its pier.
            Two lorry drivers have been fined 400 crowns each for passing the barriers at night."""));

        assertThat(quotes(news))
                .containsExactly(
                        "Two lorry drivers have been fined 400 crowns each for passing the barriers at night.");
        assertThat(news.isNothing()).isFalse();
        assertThat(news.followed().orElseThrow().first()).isEqualTo(YESTERDAY);
        assertThat(news.followed().orElseThrow().share()).isEqualTo(0.5);
        assertThat(news.story().coverage()).extracting(Coverage::articleId).containsExactly(2L);
        assertThat(news.whole().coverage()).extracting(Coverage::articleId).containsExactly(1L, 2L);
    }

    @Test
    void anOldArticleInANewOutletIsNoNews() {
        Story reprint = story(Report.of(2, "City Ledger", "Bridge shut", BRIDGE.text() + "\nMore on this page."));

        News news = finder().in(reprint).orElseThrow();
        assertThat(news.isNothing()).isTrue();
        assertThat(news.followed().orElseThrow().nothingNew())
                .isEqualTo("it is printed anew: most of its text stands in \"Crack closes the old bridge\", which the"
                        + " edition of Tue 17 Nov 2026 told");
    }

    @Test
    void theSameInOtherWordsOfTheSameSentencesIsNoNews() {
        News news = news(Report.of(
                2,
                "City Ledger",
                "Bridge still closed",
                "On Monday the old bridge over the Tarn was closed to traffic after a crack was found in its pier."));

        assertThat(news.isNothing()).isTrue();
        assertThat(news.followed().orElseThrow().nothingNew())
                .isEqualTo("it says nothing new since \"Crack closes the old bridge\", which the edition of Tue 17 Nov"
                        + " 2026 told");
    }

    @Test
    void anUpdateThatIsAHeadlineAndAFragmentIsNewByItsHeadline() {
        assertThat(news(Report.of(
                                2, "City Ledger", "Old bridge: two dead found in the lock", "Two dead, police confirm"))
                        .isNothing())
                .isFalse();
        assertThat(news(Report.of(3, "City Ledger", "Crack closes old bridge", "Crack closes old bridge, more soon"))
                        .isNothing())
                .isTrue();
    }

    @Test
    void whatCannotBeReadAtAllIsKept() {
        assertThat(news(Report.of(2, "City Ledger", "Live", "")).isNothing()).isFalse();
    }

    @Test
    void aNewHeadlineOverAReprintIsNoNews() {
        String list = "Tarn bridge, old, Monday; divers, pier, crack (all), and so on:";
        Report told = Report.of(1, "Harbour Times", "Notes", list);
        Report again = Report.of(2, "City Ledger", "Mayor promises a ferry from Thursday", list);

        assertThat(new NewsFinder(List.of(new Told(told.coverage(), YESTERDAY)))
                        .in(story(again))
                        .orElseThrow()
                        .isNothing())
                .isTrue();
    }

    @Test
    void howMuchIsNewIsCountedOverAllArticlesThatNoEditionTold() {
        Report fined = Report.of(
                2, "City Ledger", "Drivers fined", "Two lorry drivers have been fined 400 crowns each at night.");
        Report old = Report.of(3, "Field Notes", "Bridge closed", """
                Engineers of the county measured a gap of nine millimetres and said that it had grown.
                Twelve people were hurt when a bus braked in front of the barrier, the police said.
                The old bridge over the Tarn was closed to all traffic on Monday after divers found a crack.""");

        News news = finder().in(story(BRIDGE, fined, old)).orElseThrow();
        assertThat(news.followed().orElseThrow().share()).isEqualTo(0.25);
    }

    @Test
    void aNewFactFarDownALongUpdateIsFound() {
        String known = IntStream.range(0, 90)
                .mapToObj("The harbour office counted %d boats with crews on the Tarn in that year. "::formatted)
                .collect(Collectors.joining());
        String fact = "Painters want the shed.";
        Report report = Report.of(1, "Harbour Times", "Boats on the Tarn counted by the harbour office", known);
        Report update = Report.of(2, "City Ledger", "Boats on the Tarn counted by the harbour office", known + fact);

        News news = new NewsFinder(List.of(new Told(report.coverage(), YESTERDAY)))
                .in(story(report, update))
                .orElseThrow();
        assertThat(quotes(news)).containsExactly(fact);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Twelve people were hurt when the bus braked in front of the barrier.                  | en | false
            The police said that 14 people were hurt when a bus braked in front of the barrier.   | en | true
            A ferry will carry people across the river from Thursday, the mayor announced.        | en | true
            Ein Fährschiff bringt ab Donnerstag die Leute über den Fluss, teilte die Stadt mit.   | de | false
            Ein Fährschiff bringt ab Donnerstag 80 Leute über den Fluss, teilte die Stadt mit.    | de | true
            Read more.                                                                            | en | false
            """)
    void aSentenceIsNewByItsWordsOrItsFigures(String sentence, String language, boolean isNew) {
        Said said = new Said(List.of(BRIDGE.coverage()));
        assertThat(said.lacks(sentence, Locale.forLanguageTag(language))).isEqualTo(isNew);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Rund 4.000 Pendler nahmen die Fähre über den Fluss.  | false
            Rund 4 000 Pendler nahmen die Fähre über den Fluss.  | false
            Rund 4.500 Pendler nahmen die Fähre über den Fluss.  | true
            Eine A380 flog mit Wasser über den Fluss.            | true
            """)
    void aFigureInAnotherNotationIsNotNew(String sentence, boolean isNew) {
        Said said = new Said(List.of(Report.of(1, "Harbour Times", "Ferry", "Some 4,000 commuters took the ferry.")
                .coverage()));
        assertThat(said.lacks(sentence, Locale.GERMAN)).isEqualTo(isNew);
    }

    private static NewsFinder finder() {
        return new NewsFinder(List.of(new Told(BRIDGE.coverage(), YESTERDAY)));
    }

    private static News news(Report update) {
        return finder().in(story(BRIDGE, update)).orElseThrow();
    }

    private static Story story(Report... reports) {
        return new Story(Stream.of(reports).map(Report::coverage).toList(), "", 0);
    }

    private static List<String> quotes(News news) {
        return news.story().lead().summary().sentences().stream()
                .map(KeySentence::sentence)
                .map(sentence -> sentence.text())
                .toList();
    }
}
