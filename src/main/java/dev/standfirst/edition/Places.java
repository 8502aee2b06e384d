package dev.standfirst.edition;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.TopicSpec;
import dev.standfirst.edition.Picks.Judged;
import dev.standfirst.story.Ranked;
import dev.standfirst.story.Story;
import dev.standfirst.story.Story.Coverage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The places of an edition: given to the stories in the order of their rank, so many to one source and to one topic. A
 * story that several outlets report counts for none of them, and one under no topic for none.
 *
 * <p>A limit that the digest states holds. Where it states none, a source may have a third of the places and a topic
 * half of them while others want them; those that stay empty then go to the highest that had to stand back.
 */
final class Places {

    private static final int SHARE_OF_SOURCE = 3;
    private static final int SHARE_OF_TOPIC = 2;

    private final Digest digest;
    private final int all;
    private final Map<String, Integer> bySource = new HashMap<>();
    private final Map<String, Integer> byTopic = new HashMap<>();
    private final Map<String, Integer> byOwnLimit = new HashMap<>();
    private int taken;

    Places(Digest digest) {
        this.digest = digest;
        this.all = digest.length().stories();
        for (TopicSpec topic : digest.sections()) {
            topic.stories().ifPresent(most -> byOwnLimit.put(topic.name(), most));
        }
    }

    /** Gives the story a place, or says why not. Call it in the order of their rank. */
    Judged judge(Ranked ranked) {
        Story story = ranked.story();
        if (taken >= all) {
            return new Judged(
                    ranked,
                    Verdict.BELOW,
                    all == 1
                            ? "the story before it fills the edition"
                            : "the %d stories before it fill the edition".formatted(all));
        }
        int ofSource = digest.selection().perSource().orElse(share(SHARE_OF_SOURCE));
        if (ofSource(story) >= ofSource) {
            return new Judged(ranked, Verdict.SOURCE_FULL, full(story.lead().outlet(), ofSource, "source"));
        }
        int ofTopic = topicLimit(story, share(SHARE_OF_TOPIC));
        if (ofTopic(story) >= ofTopic) {
            return new Judged(ranked, Verdict.TOPIC_FULL, full(story.topic(), ofTopic, "topic"));
        }
        return take(ranked);
    }

    /** The same, with the places that stayed empty given to stories that only a limit of ours kept back. */
    List<Judged> filledUp(List<Judged> judged) {
        List<Judged> filled = new ArrayList<>();
        for (Judged one : judged) {
            boolean full = one.verdict() == Verdict.SOURCE_FULL || one.verdict() == Verdict.TOPIC_FULL;
            filled.add(full && taken < all && isFree(one.ranked().story()) ? take(one.ranked()) : one);
        }
        return filled;
    }

    /** Whether every limit that the digest states leaves room for it. */
    private boolean isFree(Story story) {
        boolean sourceFree = ofSource(story) < digest.selection().perSource().orElse(all);
        return sourceFree && ofTopic(story) < topicLimit(story, all);
    }

    private Judged take(Ranked ranked) {
        taken++;
        if (isOfOneSource(ranked.story())) {
            bySource.merge(ranked.story().lead().outlet(), 1, Integer::sum);
        }
        byTopic.merge(ranked.story().topic(), 1, Integer::sum);
        return new Judged(ranked, Verdict.TOLD, "");
    }

    private static boolean isOfOneSource(Story story) {
        return story.coverage().stream().map(Coverage::outlet).distinct().count() == 1;
    }

    /** How many stories its source alone has by now. */
    private int ofSource(Story story) {
        return isOfOneSource(story) ? bySource.getOrDefault(story.lead().outlet(), 0) : 0;
    }

    private int ofTopic(Story story) {
        return story.topic().isEmpty() ? 0 : byTopic.getOrDefault(story.topic(), 0);
    }

    /** The limit of its topic; this one where the digest states none. */
    private int topicLimit(Story story, int otherwise) {
        return byOwnLimit.getOrDefault(
                story.topic(), digest.selection().perTopic().orElse(otherwise));
    }

    private int share(int parts) {
        return (all + parts - 1) / parts;
    }

    private static String full(String name, int most, String what) {
        return "%s of %s rank higher, and the digest takes %d of one %s"
                .formatted(most == 1 ? "1 story" : most + " stories", name, most, what);
    }
}
