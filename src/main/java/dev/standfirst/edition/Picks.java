package dev.standfirst.edition;

import dev.standfirst.story.Ranked;
import dev.standfirst.story.Story.Coverage;
import java.time.Instant;
import java.util.List;
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
     * @param reason why it is left out, in words; empty where it is told
     */
    record Judged(Ranked ranked, Verdict verdict, String reason) {}

    /** An article. */
    record LeftOut(Coverage coverage, Verdict verdict, String reason) {}

    /** The stories that are told, the highest first. */
    List<Ranked> told() {
        return stories.stream()
                .filter(story -> story.verdict() == Verdict.TOLD)
                .map(Judged::ranked)
                .toList();
    }

    /** The articles of each story that says nothing new. */
    List<List<Long>> nothingNew() {
        return stories.stream()
                .filter(story -> story.verdict() == Verdict.NOTHING_NEW)
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
