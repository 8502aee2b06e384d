package dev.standfirst.relay;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether refusals by policy (5.7.x) are about us. One is about its recipient as well as not; {@value #MANY} of them,
 * two thirds of all answers or more, with no mail taken between them, are about us. Every answer is about another
 * recipient, since nobody is tried again after a refusal for good.
 */
final class Refusals {

    private static final int MANY = 10;

    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong refusals = new AtomicLong();

    /** A mail was taken: begins anew. */
    void accepted() {
        if (answers.get() > 0) {
            answers.set(0);
            refusals.set(0);
        }
    }

    /**
     * A mail was refused.
     *
     * @param byPolicy whether with 5.7.x
     * @return whether it is us
     */
    boolean refused(boolean byPolicy) {
        long all = answers.incrementAndGet();
        long ours = byPolicy ? refusals.incrementAndGet() : refusals.get();
        return ours >= MANY && ours * 3 >= all * 2;
    }
}
