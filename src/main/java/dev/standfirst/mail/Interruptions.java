package dev.standfirst.mail;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Mails at which a server ended the connection. Once, that may be for any reason. Where it does so again at the same
 * mail although it took another one between, or {@value #IN_A_ROW} times in a row, it is for this mail (a filter, a
 * recipient), and so is every further time until the mail is taken: whoever tried it for ever would never send it, nor
 * what waits behind it. Shared by all connections to one server, since those that broke are not there any more.
 */
final class Interruptions {

    private static final int IN_A_ROW = 5;
    private static final int KEPT = 100;

    private final Map<Long, Met> mails = new LinkedHashMap<>();
    private long taken;

    /**
     * A mail at which it happened.
     *
     * @param taken how many mails had been taken by then
     * @param times how often it happened, with none taken between
     * @param known that it is for this mail
     */
    private record Met(long taken, int times, boolean known) {

        static final Met NEVER = new Met(Long.MAX_VALUE, 0, false);
    }

    /** A mail was taken. */
    synchronized void taken(ReadyMessage message) {
        taken++;
        if (!mails.isEmpty()) {
            mails.remove(message.id());
        }
    }

    /**
     * A connection broke at a mail.
     *
     * @return whether it is for this mail
     */
    synchronized boolean areFor(ReadyMessage message) {
        if (message.id() == 0) {
            // A letter, which is like no other; whoever asked for it is told.
            return false;
        }
        Met before = mails.getOrDefault(message.id(), Met.NEVER);
        boolean ours = before.known() || before.taken() < taken || before.times() + 1 >= IN_A_ROW;
        keep(message.id(), new Met(taken, before.times() + 1, ours));
        return ours;
    }

    private void keep(long id, Met met) {
        mails.remove(id);
        if (mails.size() >= KEPT) {
            mails.remove(mails.keySet().iterator().next());
        }
        mails.put(id, met);
    }
}
