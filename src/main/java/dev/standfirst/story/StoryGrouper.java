package dev.standfirst.story;

import dev.standfirst.story.Story.Coverage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Groups articles about one event: one pass in the order in which they came out, each joins the story it shares most
 * with or begins one (single-pass clustering: Allan, Papka and Lavrenko, On-line new event detection and tracking,
 * SIGIR 1998). A wrong merge is worse than a missed one, so an article must be close to one article of the story, have
 * a word of its headline in common with it, and not be far from the others.
 */
public final class StoryGrouper {

    /** The least it shares with the nearest article, and on average with all. Measured on reports of known events. */
    private static final double NEAR = 0.20;

    private static final double NEAR_TO_ALL = 0.16;

    /** What two articles share that tell the same under headlines without a common word. */
    private static final double ALIKE = 0.45;

    private static final Duration LONGEST_EVENT = Duration.ofDays(3);

    private final List<Coverage> articles;
    private final List<ArticleTerms> terms;
    private final List<List<Integer>> stories = new ArrayList<>();

    private StoryGrouper(List<Coverage> articles) {
        this.articles = articles;
        this.terms = ArticleTerms.of(articles);
    }

    /**
     * The stories of these articles, the earliest first. Each article is in exactly one; the same articles in another
     * order give the same stories.
     *
     * @return stories with the score 0: ranking comes after
     */
    public static List<Story> group(List<Coverage> articles) {
        return new StoryGrouper(articles.stream()
                        .sorted(Comparator.comparing(Coverage::when).thenComparing(Coverage::articleId))
                        .toList())
                .group();
    }

    private List<Story> group() {
        for (int article = 0; article < articles.size(); article++) {
            place(article);
        }
        return stories.stream().map(this::story).toList();
    }

    private void place(int article) {
        List<Integer> best = List.of();
        double most = 0;
        for (List<Integer> story : stories) {
            double shared = isSoon(article, story) ? shared(article, story) : 0;
            if (shared > most) {
                most = shared;
                best = story;
            }
        }
        if (best.isEmpty()) {
            stories.add(new ArrayList<>(List.of(article)));
        } else {
            best.add(article);
        }
    }

    private boolean isSoon(int article, List<Integer> story) {
        Duration since = Duration.between(
                articles.get(story.get(0)).when(), articles.get(article).when());
        return since.compareTo(LONGEST_EVENT) <= 0;
    }

    /** How much an article shares with a story on average; 0 where it does not belong to it. */
    private double shared(int article, List<Integer> story) {
        double sum = 0;
        boolean near = false;
        for (int member : story) {
            double cosine = terms.get(article).cosine(terms.get(member));
            sum += cosine;
            near |= cosine >= ALIKE || (cosine >= NEAR && terms.get(article).sharesHeadline(terms.get(member)));
        }
        double average = sum / story.size();
        return near && average >= NEAR_TO_ALL ? average : 0;
    }

    /** The topic is that of the earliest article whose source has one. */
    private Story story(List<Integer> members) {
        List<Coverage> coverage = members.stream().map(articles::get).toList();
        String topic = coverage.stream()
                .map(Coverage::topic)
                .filter(named -> !named.isEmpty())
                .findFirst()
                .orElse("");
        return new Story(coverage, topic, 0);
    }
}
