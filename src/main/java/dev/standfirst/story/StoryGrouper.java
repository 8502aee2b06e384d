package dev.standfirst.story;

import dev.standfirst.story.Story.Coverage;
import dev.standfirst.story.Story.Merge;
import dev.standfirst.story.Story.Merge.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Groups articles about one event. Pairs that may tell the same come from an index ({@link Nearby}) and are judged one
 * by one ({@link Likeness}); the most alike are joined first, and two groups only where their articles are alike on
 * average too (agglomerative clustering by group average: Manning, Raghavan and Schütze, Introduction to Information
 * Retrieval, 2008, section 17.3), so that no chain of likenesses joins what is not alike. A wrong merge is worse than a
 * missed one. Time and memory grow with the number of articles, not with its square.
 */
public final class StoryGrouper {

    private static final Duration LONGEST_EVENT = Duration.ofDays(3);

    /** What the articles of two groups share on average, at least: words, or names where those show it. */
    private static final double NEAR_TO_ALL = 0.16;

    private static final double NAMES_NEAR_TO_ALL = 0.28;

    /** Words that tell why an article came into a story. */
    private static final int TOLD = 6;

    private final List<Coverage> articles;
    private final TermNumbers numbers = new TermNumbers();
    private final List<ArticleTerms> terms;
    private final List<Group> groups;
    private final int[] joinedTo;

    /** Two articles that may be of one event, by their places in the order of time. */
    private record Pair(int earlier, int later, Likeness likeness) {}

    private StoryGrouper(List<Coverage> articles) {
        this.articles = articles;
        this.terms = ArticleTerms.of(articles, numbers);
        this.joinedTo = IntStream.range(0, articles.size()).toArray();
        this.groups = IntStream.range(0, articles.size())
                .mapToObj(at -> new Group(at, terms.get(at), articles.get(at).when()))
                .toList();
    }

    /**
     * The stories of these articles, the earliest first. Each article is in exactly one; the same articles in another
     * order give the same stories.
     *
     * @return stories with the score 0 and no topic: ranking comes after
     */
    public static List<Story> group(List<Coverage> articles) {
        Copies copies = new Copies(
                articles.stream()
                        .sorted(Comparator.comparing(Coverage::when).thenComparing(Coverage::articleId))
                        .toList(),
                LONGEST_EVENT);
        return new StoryGrouper(copies.originals())
                .group().stream().map(copies::complete).toList();
    }

    private List<Story> group() {
        // Copies before likenesses, and languages last, when there is most to compare.
        pairs().stream()
                .sorted(Comparator.comparing((Pair pair) -> pair.likeness().kind())
                        .thenComparing(pair -> -pair.likeness().value())
                        .thenComparing(Pair::earlier)
                        .thenComparing(Pair::later))
                .forEach(this::join);
        return IntStream.range(0, articles.size())
                .filter(at -> joinedTo[at] == at)
                .mapToObj(groups::get)
                .sorted(Comparator.comparing(group -> group.articles().get(0)))
                .map(this::story)
                .toList();
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        Nearby byWords = new Nearby();
        Nearby byNames = new Nearby();
        for (int later = 0; later < articles.size(); later++) {
            ArticleTerms of = terms.get(later);
            Set<Integer> near = new LinkedHashSet<>(byWords.before(later, of.words()));
            near.addAll(byNames.before(later, of.names()));
            for (int earlier : near) {
                judge(earlier, later, pairs);
            }
        }
        return pairs;
    }

    private void judge(int earlier, int later, List<Pair> pairs) {
        Coverage before = articles.get(earlier);
        Coverage after = articles.get(later);
        if (Duration.between(before.when(), after.when()).compareTo(LONGEST_EVENT) <= 0) {
            Likeness.of(terms.get(earlier), terms.get(later), before.outlet().equals(after.outlet()))
                    .ifPresent(likeness -> pairs.add(new Pair(earlier, later, likeness)));
        }
    }

    private void join(Pair pair) {
        int one = groupOf(pair.earlier());
        int other = groupOf(pair.later());
        if (one == other
                || !mayJoin(groups.get(one), groups.get(other), pair.likeness().kind())) {
            return;
        }
        int larger = groups.get(one).size() >= groups.get(other).size() ? one : other;
        int smaller = larger == one ? other : one;
        groups.get(larger).join(groups.get(smaller), merge(pair));
        joinedTo[smaller] = larger;
    }

    private boolean mayJoin(Group one, Group other, Kind kind) {
        boolean soon = Duration.between(one.first(other), one.last(other)).compareTo(LONGEST_EVENT) <= 0;
        return soon
                && switch (kind) {
                    case TEXT -> true;
                    case WORDS -> one.wordsShared(other) >= NEAR_TO_ALL;
                    case RETOLD -> one.namesShared(other) >= NAMES_NEAR_TO_ALL;
                    // Where both have articles in one language, their words tell more than names.
                    case NAMES -> !one.sharesLanguage(other) && one.namesShared(other) >= NAMES_NEAR_TO_ALL;
                };
    }

    private int groupOf(int article) {
        int group = article;
        while (joinedTo[group] != group) {
            joinedTo[group] = joinedTo[joinedTo[group]];
            group = joinedTo[group];
        }
        return group;
    }

    private Merge merge(Pair pair) {
        ArticleTerms one = terms.get(pair.earlier());
        ArticleTerms other = terms.get(pair.later());
        boolean byNames = pair.likeness().kind().compareTo(Kind.RETOLD) >= 0;
        List<Integer> shared =
                byNames ? one.names().shared(other.names(), TOLD) : one.words().shared(other.words(), TOLD);
        return new Merge(
                articles.get(pair.later()).articleId(),
                articles.get(pair.earlier()).articleId(),
                pair.likeness().kind(),
                pair.likeness().value(),
                shared.stream().map(numbers::written).toList());
    }

    private Story story(Group group) {
        return new Story(group.articles().stream().map(articles::get).toList(), "", 0, group.merges());
    }
}
