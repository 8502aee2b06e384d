package dev.standfirst.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.story.Story.Coverage;
import dev.standfirst.story.Story.Merge.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StoryGrouperTests {

    private static final Report BRIDGE = Report.of(1, "Harbour Times", "Swing bridge stuck open for nine hours", """
            The swing bridge over the Tarn channel stuck open for nine hours on Tuesday after a gear broke.
            Some 4,000 commuters took the ferry or walked round by the lock, the harbour office said.
            Engineers replaced the gear at night with one from a museum crane of the same make.""");

    private static final Report BRIDGE_ELSEWHERE =
            Report.of(2, "City Ledger", "Museum gear frees stuck bridge", """
            A gear from a museum crane has freed the swing bridge over the Tarn channel, which stuck open on Tuesday.
            Commuters lost nine hours; about 4,000 of them went by ferry or on foot round the lock.
            The harbour office wants a spare gear to be cast by spring.""").at("2026-11-18T15:00:00Z");

    private static final Report ANOTHER_BRIDGE =
            Report.of(3, "Northwind News", "Rail bridge gets a coat of paint", """
            Painters begin work on the rail bridge at Corran in April, the first coat in thirty years.
            They will hang from ropes for six weeks while trains pass at half speed.
            The company chose grey because the old red faded twice.""");

    private static final Report BEES = Report.of(4, "Field Notes", "Bees prefer roadside flowers", """
            Wild bees visit roadside strips three times as often as sown meadows, a ten-year count shows.
            Volunteers counted visitors on 212 strips between April and September.
            Mowing twice a year instead of five times was enough.""");

    private static final Report BRIDGE_IN_GERMAN = Report.of(
                    5, "Morgenbote", "Zahnrad aus dem Museum befreit Drehbrücke", """
            Ein Zahnrad aus einem Museumskran hat die Drehbrücke über den Tarn nach neun Stunden befreit.
            Rund 4.000 Pendler nahmen die Fähre oder gingen zu Fuß.""")
            .in("de");

    @Test
    void articlesOfTwoOutletsAboutOneEventAreOneStory() {
        assertThat(outlets(BRIDGE, ANOTHER_BRIDGE, BRIDGE_ELSEWHERE, BEES))
                .containsExactly(
                        List.of("Harbour Times", "City Ledger"), List.of("Northwind News"), List.of("Field Notes"));
    }

    @Test
    void twoArticlesAloneAreComparedAsWellAsTwoAmongMany() {
        assertThat(outlets(BRIDGE, BRIDGE_ELSEWHERE)).containsExactly(List.of("Harbour Times", "City Ledger"));
        assertThat(outlets(BRIDGE, BEES)).hasSize(2);
    }

    @Test
    void theSameArticleTwiceIsOneStoryWhoeverBringsIt() {
        Report reprint = Report.of(6, "Harbour Times", BRIDGE.title(), BRIDGE.text());
        assertThat(outlets(BRIDGE, reprint)).containsExactly(List.of("Harbour Times", "Harbour Times"));
    }

    @Test
    void articlesThatShareAWordOfTheirHeadlinesOnlyStayApart() {
        assertThat(outlets(BRIDGE, ANOTHER_BRIDGE)).hasSize(2);
    }

    @Test
    void articlesInTwoLanguagesStayApart() {
        assertThat(outlets(BRIDGE, BRIDGE_IN_GERMAN)).hasSize(2);
    }

    @Test
    void whatComesOutFourDaysLaterIsAnotherStory() {
        assertThat(outlets(BRIDGE, BRIDGE_ELSEWHERE.at("2026-11-22T13:00:00Z"))).hasSize(2);
    }

    @Test
    void theEarliestArticleLeads() {
        assertThat(group(BRIDGE_ELSEWHERE, BRIDGE).get(0).lead().outlet()).isEqualTo("Harbour Times");
    }

    @Test
    void theOrderInWhichArticlesComeDoesNotMatter() {
        List<Coverage> articles = new ArrayList<>(coverage(BRIDGE, BRIDGE_ELSEWHERE, ANOTHER_BRIDGE, BEES));
        List<Story> stories = StoryGrouper.group(articles);
        Collections.reverse(articles);
        assertThat(StoryGrouper.group(articles)).isEqualTo(stories);
    }

    @Test
    void articlesWithoutAnyWordAreStoriesOfTheirOwn() {
        assertThat(outlets(Report.of(7, "A", "", "…"), Report.of(8, "B", "", "—")))
                .hasSize(2);
    }

    @Test
    void aStoryTellsWhyAnArticleCameIn() {
        assertThat(group(BRIDGE, BRIDGE_ELSEWHERE).get(0).merges())
                .singleElement()
                .satisfies(merge -> {
                    assertThat(merge.articleId()).isEqualTo(2);
                    assertThat(merge.nearestId()).isEqualTo(1);
                    assertThat(merge.kind()).isEqualTo(Kind.WORDS);
                    assertThat(merge.shared()).hasSize(6).contains("gear");
                });
    }

    @Test
    void aCutCopyIsToldAsSuchAndNotQuoted() {
        String cut = BRIDGE.text().lines().limit(2).collect(Collectors.joining("\n"));
        Story story = group(BRIDGE, Report.of(6, "Coast Radio", "Ferry replaces bridge for nine hours", cut))
                .get(0);

        assertThat(story.merges()).extracting(Story.Merge::kind).containsExactly(Kind.TEXT);
        assertThat(story.quotable()).extracting(Coverage::outlet).containsExactly("Harbour Times");
    }

    @Test
    void ofTwoVersionsOfOneOutletTheLaterIsQuoted() {
        Report update = Report.of(6, "Harbour Times", BRIDGE.title(), BRIDGE.text() + "\nIt opened at dawn.")
                .at("2026-11-18T18:00:00Z");

        assertThat(group(BRIDGE, update).get(0).quotable())
                .extracting(Coverage::articleId)
                .containsExactly(6L);
    }

    @Test
    void articlesInOtherWordsAreOneStoryWhereNamesAndFiguresAgree() {
        Report report = Report.of(6, "Harbour Times", "Dam above Tarnwick to be torn down", """
                The dam above Tarnwick is to be demolished after engineer Olga Brandis found cracks of 38 metres.
                Builder Wessel Roe, who finished it in 1964 with 210 men, called the decision of Tuesday sad.""");
        Report feature = Report.of(7, "City Ledger", "An old man and his wall", """
                Wessel Roe sits by the window in Tarnwick and looks up at what 210 workers and he put there in 1964.
                It must go, since Olga Brandis measured fissures as long as 38 metres.""");

        assertThat(group(report, feature).get(0).merges())
                .extracting(Story.Merge::kind)
                .containsExactly(Kind.RETOLD);
    }

    @Test
    void articlesInTwoLanguagesAreOneStoryWhereNamesAndFiguresAgree() {
        Report english = Report.of(6, "Harbour Times", "Treaty signed", """
                Prime minister Halvard Lind and Marika Oden signed a treaty on fishing in Stenholm on Tuesday.
                The quota is 62,000 tonnes.""");
        Report russian = Report.of(7, "Вестник", "Договор подписан", """
                Премьер-министр Халвард Линд и Марика Оден подписали в Стенхольме договор о рыболовстве.
                Квота составит 62 000 тонн.""").in("ru");

        assertThat(outlets(english, russian)).hasSize(1);
        assertThat(group(english, russian).get(0).merges())
                .extracting(Story.Merge::kind)
                .containsExactly(Kind.NAMES);
    }

    @Test
    void theTextBeforeAPayWallMakesNoStory() {
        String wall = "Please subscribe to read on, it costs less than a loaf of bread a month. ".repeat(4);

        assertThat(outlets(Report.of(6, "A", "Bridge opens", wall), Report.of(7, "A", "Bees swarm", wall)))
                .hasSize(2);
    }

    @Test
    void nothingMakesNoStory() {
        assertThat(StoryGrouper.group(List.of())).isEmpty();
    }

    private static List<List<String>> outlets(Report... reports) {
        return group(reports).stream()
                .map(story -> story.coverage().stream().map(Coverage::outlet).toList())
                .toList();
    }

    private static List<Story> group(Report... reports) {
        return StoryGrouper.group(coverage(reports));
    }

    private static List<Coverage> coverage(Report... reports) {
        return List.of(reports).stream().map(Report::coverage).toList();
    }
}
