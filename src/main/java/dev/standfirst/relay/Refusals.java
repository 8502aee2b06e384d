package dev.standfirst.relay;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether refusals by policy (5.7.x) are about us. One is about its recipient as well as not; {@value #MANY} of them,
 * two thirds of all answers or more, with no mail taken between them, are about us, and so were the first of them.
 * Every answer is about another recipient, since nobody is tried again after a refusal for good.
 */
final class Refusals {

    private static final int MANY = 10;

    /** Mails that are remembered. */
    private static final int KEPT = 100;

    private final Set<Long> refused = new LinkedHashSet<>();
    private final Set<Long> inVain = new LinkedHashSet<>();
    private long answers;
    private long refusals;

    /** A mail was taken: begins anew. */
    synchronized void accepted() {
        if (answers > 0) {
            answers = 0;
            refusals = 0;
            refused.clear();
        }
    }

    /**
     * A mail was refused.
     *
     * @param mail number of its row; 0 where it has none
     * @param byPolicy whether with 5.7.x
     * @return whether it is us
     */
    synchronized boolean refused(long mail, boolean byPolicy) {
        answers++;
        if (byPolicy) {
            refusals++;
            if (mail != 0 && refused.size() < KEPT) {
                refused.add(mail);
            }
        }
        return refusals >= MANY && refusals * 3 >= answers * 2;
    }

    /** It is us: what was refused by policy since a mail was taken last was not the recipients' fault. */
    synchronized void areAboutUs() {
        refused.stream().limit(Math.max(0, KEPT - inVain.size())).forEach(inVain::add);
        refused.clear();
    }

    /** Those that were refused although it was us, each told once. */
    synchronized List<Long> takeInVain() {
        List<Long> all = List.copyOf(inVain);
        inVain.clear();
        return all;
    }
}
