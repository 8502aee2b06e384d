package dev.standfirst.mail;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mails at which a server ended the connection. Once, that may be for any reason. Where it does so again at the same
 * mail although it took another one between, or {@value #IN_A_ROW} times in a row, it is for this mail (a filter, a
 * recipient): whoever tried it for ever would never send it, nor what waits behind it. Shared by all connections to one
 * server, since those that broke are not there any more.
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
     */
    private record Met(long taken, int times) {}

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
     * @return whether it is for this mail; then it begins anew
     */
    synchronized boolean areFor(ReadyMessage message) {
        if (message.id() == 0) {
            // A letter, which is like no other; whoever asked for it is told.
            return false;
        }
        Met before = mails.remove(message.id());
        boolean ours = before != null && (before.taken() < taken || before.times() + 1 >= IN_A_ROW);
        if (!ours) {
            keep(message.id(), before);
        }
        return ours;
    }

    private void keep(long id, @Nullable Met before) {
        if (mails.size() >= KEPT) {
            mails.remove(mails.keySet().iterator().next());
        }
        mails.put(id, new Met(taken, before == null ? 1 : before.times() + 1));
    }
}
