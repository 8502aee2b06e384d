package dev.standfirst.edition;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.TopicSpec;
import dev.standfirst.edition.Picks.Judged;
import dev.standfirst.story.Ranked;
import dev.standfirst.story.Story;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.text.Fact;
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

    /** Gives the story a place, or keeps it back. Call it in the order of their rank, and {@link #filledUp} at last. */
    Judged judge(Ranked ranked) {
        Story story = ranked.story();
        if (taken >= all) {
            return new Judged(ranked, Verdict.BELOW, Fact.of("fact.below", all));
        }
        if (ofSource(story) >= digest.selection().perSource().orElse(share(SHARE_OF_SOURCE))) {
            return new Judged(ranked, Verdict.SOURCE_FULL, Fact.NONE);
        }
        if (ofTopic(story) >= topicLimit(story, share(SHARE_OF_TOPIC))) {
            return new Judged(ranked, Verdict.TOPIC_FULL, Fact.NONE);
        }
        return take(ranked);
    }

    /**
     * The same, with the places that stayed empty given to stories that only a limit of ours kept back, and with the
     * reasons of those that were kept back: how many others are told is known only now.
     */
    List<Judged> filledUp(List<Judged> judged) {
        List<Judged> filled = new ArrayList<>();
        for (Judged one : judged) {
            filled.add(isKeptBack(one) && taken < all && isFree(one.ranked().story()) ? take(one.ranked()) : one);
        }
        return filled.stream()
                .map(one -> isKeptBack(one) ? explained(one) : one)
                .toList();
    }

    private static boolean isKeptBack(Judged judged) {
        return judged.verdict() == Verdict.SOURCE_FULL || judged.verdict() == Verdict.TOPIC_FULL;
    }

    /** A limit that the digest states comes before one of ours, which it knows nothing of. */
    private Judged explained(Judged one) {
        Story story = one.ranked().story();
        int ofSource = digest.selection().perSource().orElse(Integer.MAX_VALUE);
        int ofTopic = topicLimit(story, Integer.MAX_VALUE);
        String source = story.lead().outlet();
        if (ofSource(story) >= ofSource) {
            return sourceFull(one, Fact.of("fact.source.limit", ofSource(story), source, ofSource));
        }
        if (ofTopic(story) >= ofTopic) {
            return topicFull(one, Fact.of("fact.topic.limit", ofTopic(story), story.topic(), ofTopic));
        }
        return one.verdict() == Verdict.SOURCE_FULL
                ? sourceFull(one, Fact.of("fact.source.full", ofSource(story), source))
                : topicFull(one, Fact.of("fact.topic.full", ofTopic(story), story.topic()));
    }

    private static Judged sourceFull(Judged one, Fact why) {
        return new Judged(one.ranked(), Verdict.SOURCE_FULL, why);
    }

    private static Judged topicFull(Judged one, Fact why) {
        return new Judged(one.ranked(), Verdict.TOPIC_FULL, why);
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
        return Judged.told(ranked);
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
}
