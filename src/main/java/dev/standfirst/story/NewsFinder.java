package dev.standfirst.story;

import dev.standfirst.article.Article;
import dev.standfirst.story.News.Followed;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.summary.Summarizer;
import dev.standfirst.summary.Summary;
import dev.standfirst.summary.Summary.KeySentence;
import dev.standfirst.summary.SummaryLength;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells what of a story is new to the readers of a digest. A story goes on where it holds an article that an earlier
 * edition told, or one that is printed anew: most of its paragraphs are those of a told article, however long ago.
 */
public final class NewsFinder {

    /** So many key sentences of an article are looked at for something new. */
    private static final SummaryLength ALL = new SummaryLength(40, 100_000);

    /** As many as are kept of an article that is new as a whole. */
    private static final int KEPT = 5;

    private final Map<Long, Told> told = new LinkedHashMap<>();
    private final Paragraphs paragraphs = new Paragraphs();

    /** A finder that knows what earlier editions told. */
    public NewsFinder(Collection<Told> earlier) {
        for (Told one : earlier) {
            told.put(one.coverage().articleId(), one);
            paragraphs.add(one.coverage());
        }
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
        List<Long> originals = fresh.stream()
                .flatMap(coverage -> paragraphs.originalOf(coverage).stream())
                .toList();
        originals.forEach(id -> addTold(id, before));
        boolean reprint = originals.size() == fresh.size();
        return Optional.of(
                before.isEmpty() ? News.allOf(story) : goingOn(story, fresh, List.copyOf(before.values()), reprint));
    }

    private void addTold(long id, Map<Long, Told> before) {
        Told one = told.get(id);
        if (one != null) {
            before.put(id, one);
        }
    }

    private static News goingOn(Story story, List<Coverage> fresh, List<Told> before, boolean reprint) {
        Said said = new Said(before.stream().map(Told::coverage).toList());
        List<Coverage> news = new ArrayList<>();
        double most = 0;
        for (Coverage coverage : fresh) {
            Article article = coverage.article();
            List<KeySentence> all = Summarizer.summarise(article, ALL).sentences();
            List<KeySentence> lacking = all.stream()
                    .filter(key -> said.lacks(key.sentence().text(), article.language()))
                    .toList();
            most = Math.max(most, lacking.size() / (double) Math.max(1, all.size()));
            news.add(with(coverage, best(lacking)));
        }
        return new News(part(story, news), story, Optional.of(followed(before, reprint, most)));
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

    private static Summary best(List<KeySentence> sentences) {
        return new Summary(sentences.stream()
                .sorted(Comparator.comparingDouble(KeySentence::score).reversed())
                .limit(KEPT)
                .sorted(Comparator.comparingInt(key -> key.sentence().from()))
                .toList());
    }

    private static Coverage with(Coverage coverage, Summary summary) {
        return new Coverage(
                coverage.articleId(),
                coverage.article(),
                summary,
                coverage.outlet(),
                coverage.topic(),
                coverage.firstSeen());
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
