package dev.standfirst.story;

import dev.standfirst.article.Article;
import dev.standfirst.story.News.Followed;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.summary.Quotable;
import dev.standfirst.summary.Summarizer;
import dev.standfirst.summary.Summary;
import dev.standfirst.summary.Summary.KeySentence;
import dev.standfirst.summary.SummaryLength;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells what of a story is new to the readers of a digest. A story goes on where it holds an article that an earlier
 * edition told, or one that is printed anew: most of its paragraphs are those of a told article, however long ago.
 */
public final class NewsFinder {

    /** So many sentences of an article are put in order by what they carry. */
    private static final SummaryLength RANKED = new SummaryLength(31, 100_000);

    /** What the first of the other sentences carries: less than the last of those that were put in order. */
    private static final double BEHIND = 0.01;

    /** As many as are kept of an article that is new as a whole. */
    private static final int KEPT = 5;

    private final Map<Long, Told> told = new LinkedHashMap<>();
    private final Paragraphs paragraphs;

    /** A finder that knows what earlier editions told. */
    public NewsFinder(Collection<Told> earlier) {
        for (Told one : earlier) {
            told.put(one.coverage().articleId(), one);
        }
        paragraphs = new Paragraphs(earlier.stream().map(Told::coverage).toList());
    }

    /**
     * What is new in a story.
     *
     * @param story of told articles and of others
     * @return empty where all its articles were told
     */
    public Optional<News> in(Story story) {
        List<Coverage> fresh = story.coverage().stream()
                .filter(coverage -> !told.containsKey(coverage.articleId()))
                .toList();
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        Map<Long, Told> before = new LinkedHashMap<>();
        story.coverage().forEach(coverage -> addTold(coverage.articleId(), before));
        Set<Long> reprints = new HashSet<>();
        for (Coverage coverage : fresh) {
            paragraphs.originalOf(coverage).ifPresent(original -> {
                addTold(original, before);
                reprints.add(coverage.articleId());
            });
        }
        return Optional.of(
                before.isEmpty() ? News.allOf(story) : goingOn(story, fresh, List.copyOf(before.values()), reprints));
    }

    private void addTold(long id, Map<Long, Told> before) {
        Told one = told.get(id);
        if (one != null) {
            before.put(id, one);
        }
    }

    private static News goingOn(Story story, List<Coverage> fresh, List<Told> before, Set<Long> reprints) {
        Said said = new Said(before.stream().map(Told::coverage).toList());
        List<Coverage> news = new ArrayList<>();
        int read = 0;
        int lacking = 0;
        for (Coverage coverage : fresh) {
            List<Quotable> sentences = readable(coverage.article());
            List<Quotable> unsaid = sentences.stream()
                    .filter(one ->
                            said.lacks(one.sentence().text(), coverage.article().language()))
                    .toList();
            // Where no sentence of the text can be read, the headline stands for it.
            boolean isNews = sentences.isEmpty()
                    && !reprints.contains(coverage.articleId())
                    && said.mayLack(
                            coverage.article().title(), coverage.article().language());
            read += Math.max(1, sentences.size());
            lacking += isNews ? 1 : unsaid.size();
            news.add(coverage.summedUpBy(best(coverage.article(), unsaid)));
        }
        boolean reprint = reprints.size() == fresh.size();
        return new News(part(story, news), story, Optional.of(followed(before, reprint, (double) lacking / read)));
    }

    private static List<Quotable> readable(Article article) {
        return Quotable.of(article.text(), article.language()).stream()
                .filter(Quotable::whole)
                .toList();
    }

    private static Followed followed(List<Told> before, boolean reprint, double share) {
        LocalDate first = before.stream()
                .map(Told::edition)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Told last = before.stream()
                .max(Comparator.comparing(Told::edition)
                        .thenComparing(one -> one.coverage().when())
                        .thenComparing(one -> one.coverage().articleId()))
                .orElseThrow();
        return new Followed(
                first,
                last.edition(),
                last.coverage().articleId(),
                last.coverage().article().title(),
                reprint,
                share);
    }

    /** Of these sentences the key ones, and where there are too few of them others in the order of the text. */
    private static Summary best(Article article, List<Quotable> unsaid) {
        if (unsaid.isEmpty()) {
            return new Summary(List.of());
        }
        Map<Integer, Double> scores = Summarizer.summarise(article, RANKED).sentences().stream()
                .collect(Collectors.toMap(key -> key.sentence().from(), KeySentence::score, Math::max));
        return new Summary(unsaid.stream()
                .filter(one ->
                        !one.dangles() || scores.containsKey(one.sentence().from()))
                .map(one -> new KeySentence(
                        one.sentence(), scores.getOrDefault(one.sentence().from(), BEHIND / (1 + one.position()))))
                .sorted(Comparator.comparingDouble(KeySentence::score).reversed())
                .limit(KEPT)
                .sorted(Comparator.comparingInt(key -> key.sentence().from()))
                .toList());
    }

    /** The same story with some of its articles. */
    private static Story part(Story story, List<Coverage> coverage) {
        List<Long> kept = coverage.stream().map(Coverage::articleId).toList();
        return new Story(
                coverage,
                story.topic(),
                story.score(),
                story.merges().stream()
                        .filter(merge -> kept.contains(merge.articleId()) && kept.contains(merge.nearestId()))
                        .toList());
    }
}
