package dev.standfirst.edition;

import java.util.List;

/**
 * What somebody wants an edition to be that waits for a decision.
 *
 * @param basedOn how often it had been changed when it was looked at
 * @param stories those that it tells, in this order, each by the number of the article that leads it; at least one
 * @param heading subject and preheader
 * @param who changes it
 */
public record Revision(int basedOn, List<Long> stories, Heading heading, String who) {

    public Revision {
        stories = List.copyOf(stories);
        if (stories.isEmpty()) {
            throw new IllegalArgumentException("an edition tells one story at least");
        }
    }
}
