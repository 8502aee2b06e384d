package dev.standfirst.edition;

import dev.standfirst.digest.Digest;

/**
 * How many of an edition's stories the mail itself tells. A dozen fit; of more, the top is told and seven to nine after
 * it, as many as a reader is through with in two minutes. The rest is a link. What would make the mail too large for
 * mail clients goes to the rest in any case.
 */
final class MailShare {

    private static final int DOZEN = 12;
    private static final int MOST_AFTER_TOP = 9;
    private static final int LEAST_AFTER_TOP = 7;
    private static final int WORDS = 450;

    private final int least;
    private final boolean all;
    private int stories;

    /**
     * A share to begin with.
     *
     * @param told how many stories the edition tells
     */
    MailShare(Digest digest, int told) {
        Digest.Length length = digest.length();
        // What everybody may not read has no page that the rest could stand on.
        this.all = !digest.archived() || told <= Math.max(DOZEN, length.top() + MOST_AFTER_TOP);
        this.least = length.top() + LEAST_AFTER_TOP;
        this.stories = all ? told : length.top() + MOST_AFTER_TOP;
    }

    int stories() {
        return stories;
    }

    /**
     * Takes one off where that is called for.
     *
     * @param words of the mail as it is
     * @param tooLarge whether it has more bytes than it may have
     * @return whether one was taken off, so that the mail has to be made anew
     */
    boolean lessen(int words, boolean tooLarge) {
        boolean tooLong = !all && words > WORDS && stories > least;
        boolean less = (tooLong || tooLarge) && stories > 1;
        stories -= less ? 1 : 0;
        return less;
    }
}
