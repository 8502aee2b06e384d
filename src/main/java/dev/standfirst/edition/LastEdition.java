package dev.standfirst.edition;

import dev.standfirst.digest.Digest;
import dev.standfirst.edition.Picks.Judged;
import dev.standfirst.edition.TemplateTrial.Case;
import dev.standfirst.story.News;
import dev.standfirst.story.Ranked;
import dev.standfirst.story.Story;
import dev.standfirst.story.Story.Coverage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The last edition of a digest, put together once more of its articles to be rendered by another template. It tells the
 * same stories in the same order; what the frozen one said of earlier editions is not said again.
 */
@Component
class LastEdition {

    private final Editions editions;
    private final Decisions decisions;
    private final Candidates candidates;

    LastEdition(Editions editions, Decisions decisions, Candidates candidates) {
        this.editions = editions;
        this.decisions = decisions;
        this.candidates = candidates;
    }

    /** An edition that can be rendered. */
    record Again(LocalDate date, Picks picks) {}

    /** Empty where there is none, or nothing of it is left. */
    Optional<Again> of(Digest digest) {
        return editions.latest(digest.name())
                .map(edition -> new Again(edition.date(), picks(edition.id(), digest)))
                .filter(again -> !again.picks().told().isEmpty());
    }

    /** The articles of a case. */
    static List<Coverage> stories(Case on) {
        return switch (on) {
            case LAST, USUAL -> TrialStories.usual();
            case ONE -> TrialStories.one();
            case LONG -> TrialStories.longHeadlines();
            case RIGHT_TO_LEFT -> TrialStories.rightToLeft();
            case HOSTILE -> TrialStories.hostile();
            case MANY -> TrialStories.many();
        };
    }

    /** All stories told, whatever a digest would leave out of them. */
    static Picks all(Picks picks) {
        return new Picks(
                picks.notBefore(),
                picks.sources(),
                picks.stories().stream()
                        .map(judged -> Judged.told(judged.ranked()))
                        .toList(),
                List.of());
    }

    private Picks picks(long edition, Digest digest) {
        Map<Integer, List<Decision>> told = decisions.of(edition).stream()
                .filter(decision ->
                        decision.story().filter(story -> story.number() > 0).isPresent())
                .collect(Collectors.groupingBy(
                        decision -> decision.story().orElseThrow().place(), TreeMap::new, Collectors.toList()));
        Map<Long, Coverage> articles = candidates
                .coverage(
                        told.values().stream()
                                .flatMap(List::stream)
                                .map(Decision::articleId)
                                .toList(),
                        digest)
                .stream()
                .collect(Collectors.toMap(Coverage::articleId, Function.identity()));
        List<Judged> stories = new ArrayList<>();
        told.values().forEach(story -> judged(story, articles).ifPresent(stories::add));
        return new Picks(Optional.empty(), List.of(), stories, List.of());
    }

    private static Optional<Judged> judged(List<Decision> of, Map<Long, Coverage> articles) {
        List<Coverage> coverage = of.stream()
                .flatMap(decision -> Optional.ofNullable(articles.get(decision.articleId())).stream())
                .toList();
        if (coverage.isEmpty()) {
            return Optional.empty();
        }
        Decision.InStory at = of.get(0).story().orElseThrow();
        Story story = new Story(coverage, at.topic(), at.score().sum());
        News news = new News(story, story, Optional.empty());
        return Optional.of(Judged.told(new Ranked(story, at.score(), at.topicWhy(), news)));
    }
}
