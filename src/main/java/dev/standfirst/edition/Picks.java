package dev.standfirst.edition;

import dev.standfirst.story.Ranked;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.text.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was decided of everything that an edition could have told.
 *
 * @param notBefore only articles that came out after this were looked at; empty where any age was
 * @param sources numbers of the sources that the edition is made from
 * @param stories all stories, by their rank
 * @param leftOut articles that were left out before stories were made of the others
 */
record Picks(Optional<Instant> notBefore, List<Long> sources, List<Judged> stories, List<LeftOut> leftOut) {

    Picks {
        sources = List.copyOf(sources);
        stories = List.copyOf(stories);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A story.
     *
     * @param why it is left out; nothing where it is told
     */
    record Judged(Ranked ranked, Verdict verdict, Fact why) {

        /** One that is told. */
        static Judged told(Ranked ranked) {
            return new Judged(ranked, Verdict.TOLD, Fact.NONE);
        }

        /** Why, in English. */
        String reason() {
            return why.english();
        }
    }

    /** An article. */
    record LeftOut(Coverage coverage, Verdict verdict, Fact why) {}

    /** The stories that are told, the highest first. */
    List<Ranked> told() {
        return stories.stream()
                .filter(story -> story.verdict() == Verdict.TOLD)
                .map(Judged::ranked)
                .toList();
    }

    /**
     * The same, but so that these stories are told, in this order, and no others.
     *
     * @param leads numbers of the articles that lead them
     * @param who wants that
     * @return empty where one of them leads no story here
     */
    Optional<Picks> telling(List<Long> leads, String who) {
        Map<Long, Judged> left = new LinkedHashMap<>();
        stories.forEach(story -> left.put(lead(story), story));
        List<Judged> judged = new ArrayList<>();
        for (Long lead : leads) {
            Judged wanted = left.remove(lead);
            if (wanted == null) {
                return Optional.empty();
            }
            judged.add(Judged.told(wanted.ranked()));
        }
        for (Judged other : left.values()) {
            judged.add(
                    other.verdict() == Verdict.TOLD
                            ? new Judged(other.ranked(), Verdict.TAKEN_OUT, Fact.of("fact.taken.out", who))
                            : other);
        }
        return Optional.of(new Picks(notBefore, sources, judged, leftOut));
    }

    private static long lead(Judged judged) {
        return judged.ranked().story().lead().articleId();
    }

    /**
     * The articles of each story at which no later edition needs to look again: it says nothing new, or was taken out.
     */
    List<List<Long>> settled() {
        return stories.stream()
                .filter(story -> story.verdict() == Verdict.NOTHING_NEW || story.verdict() == Verdict.TAKEN_OUT)
                .map(story -> story.ranked().story().coverage().stream()
                        .map(Coverage::articleId)
                        .toList())
                .toList();
    }

    /** How many articles were looked at. */
    int articles() {
        return leftOut.size()
                + stories.stream()
                        .mapToInt(story -> story.ranked().story().coverage().size())
                        .sum();
    }
}
