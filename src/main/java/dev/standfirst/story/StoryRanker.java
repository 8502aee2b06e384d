package dev.standfirst.story;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.digest.TopicSpec;
import dev.standfirst.story.News.Followed;
import dev.standfirst.story.Score.Kind;
import dev.standfirst.story.Score.Part;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts stories in order: by how many outlets report them, how fresh they are, how much there is to read, whether there
 * is a sentence to quote, what the digest thinks of source, topic and words, and how much of a story that goes on is
 * new. The score is the sum of these parts, so that it can be explained; {@link RankWeights} says what each counts.
 */
public final class StoryRanker {

    private final Instant now;
    private final Duration halfLife;
    private final Topics topics;
    private final Phrases wanted;
    private final Map<String, Double> sourceWeights = new HashMap<>();
    private final Map<String, Double> topicWeights = new HashMap<>();

    /**
     * The ranker of a digest.
     *
     * @param now the time that freshness counts back from
     */
    public StoryRanker(Digest digest, Instant now) {
        this.now = now;
        this.halfLife = digest.window()
                .map(window -> window.dividedBy(RankWeights.HALF_LIVES_IN_WINDOW))
                .filter(span -> !span.isZero())
                .orElse(RankWeights.HALF_LIFE);
        this.topics = new Topics(digest);
        this.wanted = Phrases.of(digest.selection().words());
        for (SourceSpec source : digest.sources()) {
            sourceWeights.put(source.name(), source.weight());
        }
        for (TopicSpec topic : digest.sections()) {
            topicWeights.put(topic.name(), topic.weight());
        }
    }

    /** The stories, the highest score first; of two with the same score the later one first. */
    public List<Ranked> rank(List<News> stories) {
        return stories.stream()
                .map(this::ranked)
                .sorted(Comparator.comparingDouble((Ranked one) -> one.story().score())
                        .thenComparing(one -> one.story().lead().when())
                        .reversed()
                        .thenComparing(one -> one.story().lead().articleId()))
                .toList();
    }

    private Ranked ranked(News news) {
        Topics.Filed filed = topics.of(news.story());
        Score score = score(news, filed.topic());
        Story story = new Story(
                news.story().coverage(),
                filed.topic(),
                score.sum(),
                news.story().merges());
        return new Ranked(story, score, filed.why(), news);
    }

    Score score(News news, String topic) {
        Story story = news.story();
        List<Part> parts = new ArrayList<>(List.of(outlets(story), freshness(story), substance(story)));
        quotable(story).ifPresent(parts::add);
        source(story).ifPresent(parts::add);
        topic(topic).ifPresent(parts::add);
        words(story).ifPresent(parts::add);
        news.followed().map(StoryRanker::novelty).ifPresent(parts::add);
        return new Score(parts);
    }

    private static Part outlets(Story story) {
        long outlets =
                story.coverage().stream().map(Coverage::outlet).distinct().count();
        return new Part(
                Kind.OUTLETS,
                RankWeights.OUTLETS * Math.log((double) outlets) / Math.log(2),
                outlets == 1 ? "1 outlet reports it" : outlets + " outlets report it");
    }

    private Part freshness(Story story) {
        Instant latest = story.coverage().stream()
                .map(Coverage::when)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Duration age = Duration.between(latest, now);
        double halfLives = Math.max(0, age.toSeconds()) / (double) Math.max(1, halfLife.toSeconds());
        return new Part(
                Kind.FRESHNESS,
                RankWeights.FRESHNESS * Math.pow(0.5, halfLives),
                "its latest article came out %s before the edition was composed".formatted(Spans.words(age)));
    }

    private static Part substance(Story story) {
        int longest = story.coverage().stream()
                .mapToInt(coverage -> Words.count(coverage.article().text()))
                .max()
                .orElseThrow();
        return new Part(
                Kind.SUBSTANCE,
                RankWeights.SUBSTANCE * Math.min(1, (double) longest / RankWeights.LONG_IN_WORDS),
                "its longest article has %,d words".formatted(longest));
    }

    private static Optional<Part> quotable(Story story) {
        boolean quotable = story.coverage().stream()
                .anyMatch(coverage -> !coverage.summary().sentences().isEmpty());
        return quotable
                ? Optional.empty()
                : Optional.of(new Part(Kind.QUOTABLE, RankWeights.QUOTABLE, "it has no sentence that can stand alone"));
    }

    /** The heaviest of its sources counts: that a lesser one reports it too takes nothing from it. */
    private Optional<Part> source(Story story) {
        return story.coverage().stream()
                .map(Coverage::outlet)
                .max(Comparator.comparingDouble(outlet -> sourceWeights.getOrDefault(outlet, 1.0)))
                .flatMap(outlet ->
                        weighted(Kind.SOURCE, RankWeights.SOURCE, outlet, sourceWeights.getOrDefault(outlet, 1.0)));
    }

    private Optional<Part> topic(String topic) {
        return weighted(Kind.TOPIC, RankWeights.TOPIC, topic, topicWeights.getOrDefault(topic, 1.0));
    }

    private static Optional<Part> weighted(Kind kind, double each, String name, double weight) {
        return weight == 1
                ? Optional.empty()
                : Optional.of(new Part(
                        kind,
                        each * Math.log(weight) / Math.log(2),
                        "the digest gives %s the weight %s".formatted(name, plain(weight))));
    }

    private static String plain(double weight) {
        return weight == Math.rint(weight)
                ? Long.toString((long) weight)
                : String.format(Locale.ROOT, "%.4f", weight).replaceFirst("0+$", "");
    }

    private Optional<Part> words(Story story) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        Set<String> headlines = new HashSet<>();
        Set<String> texts = new HashSet<>();
        for (Coverage coverage : story.coverage()) {
            headlines.addAll(wanted.in(Phrases.plain(coverage.article().title())));
            texts.addAll(wanted.in(Phrases.plain(Topics.beginning(coverage))));
        }
        texts.removeAll(headlines);
        double points = RankWeights.WORD * (headlines.size() + texts.size() / 2.0);
        List<String> found = new ArrayList<>();
        headlines.stream().sorted().forEach(word -> found.add("\"%s\" in a headline".formatted(word)));
        texts.stream().sorted().forEach(word -> found.add("\"%s\" in a text".formatted(word)));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Part(
                        Kind.WORDS,
                        Math.min(RankWeights.WORDS, points),
                        "it has what the digest wants: " + String.join(", ", found)));
    }

    private static Part novelty(Followed followed) {
        return new Part(
                Kind.NOVELTY,
                RankWeights.NOVELTY * (1 - followed.share()),
                "it goes on from the edition of %s, and %d %% of its sentences say something new"
                        .formatted(Spans.day(followed.last()), Math.round(followed.share() * 100)));
    }
}
