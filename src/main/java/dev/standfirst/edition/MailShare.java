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
    MailShare(Digest.Length length, int told) {
        this.all = told <= Math.max(DOZEN, length.top() + MOST_AFTER_TOP);
        this.least = length.top() + LEAST_AFTER_TOP;
        this.stories = all ? told : length.top() + MOST_AFTER_TOP;
    }

    private MailShare(int told) {
        this.all = true;
        this.least = told;
        this.stories = told;
    }

    /** The share of a digest's mail: all, where not everybody may read it and so no page can hold the rest. */
    static MailShare of(Digest digest, int told) {
        return digest.archived() ? new MailShare(digest.length(), told) : new MailShare(told);
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
