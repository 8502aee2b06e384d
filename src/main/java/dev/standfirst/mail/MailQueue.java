package dev.standfirst.mail;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The mails that a {@link Mailer.Work} gave and that are not done: one or two, whichever connection they go over. Keeps
 * what the work was promised: every mail is done once, and after trouble no more are taken.
 */
final class MailQueue {

    private final Mailer.Work work;
    private final Deque<ReadyMessage> given = new ArrayDeque<>();
    private boolean ended;

    MailQueue(Mailer.Work work) {
        this.work = work;
    }

    /** The oldest that is not done; null where there is none and none comes. */
    @Nullable
    ReadyMessage first() {
        return given.isEmpty() ? take() : given.peekFirst();
    }

    /** The one behind the first; null where none comes. */
    @Nullable
    ReadyMessage second() {
        return given.size() < 2 ? take() : given.peekLast();
    }

    /** The oldest of those that are not done; null where all are. */
    @Nullable
    ReadyMessage inHand() {
        return given.peekFirst();
    }

    boolean wasTried(ReadyMessage message) {
        return work.wasTried(message);
    }

    void handing(ReadyMessage message) {
        work.handing(message);
    }

    /** The result of a mail that was given; trouble is the result of all that were. */
    void done(ReadyMessage message, SendResult result) {
        given.remove(message);
        work.done(message, result);
        if (result instanceof SendResult.NoServer) {
            ended = true;
            for (ReadyMessage next = given.pollFirst(); next != null; next = given.pollFirst()) {
                work.done(next, result);
            }
        }
    }

    private @Nullable ReadyMessage take() {
        ReadyMessage next = ended ? null : work.next();
        if (next == null) {
            ended = true;
        } else {
            given.addLast(next);
        }
        return next;
    }
}
