package dev.standfirst.mail;

import org.jspecify.annotations.Nullable;

/** One mail as the whole work of a mailer: a letter, a test. */
final class OneMail implements Mailer.Work {

    private @Nullable ReadyMessage waiting;
    private @Nullable SendResult result;

    private OneMail(ReadyMessage mail) {
        this.waiting = mail;
    }

    /** Sends a mail and waits for what comes of it. */
    static SendResult send(Mailer mailer, ReadyMessage mail) {
        OneMail work = new OneMail(mail);
        mailer.send(work);
        SendResult result = work.result;
        if (result == null) {
            throw new IllegalStateException("a mailer to %s lost a mail".formatted(mailer.destination()));
        }
        return result;
    }

    @Override
    public @Nullable ReadyMessage next() {
        ReadyMessage next = waiting;
        waiting = null;
        return next;
    }

    @Override
    public void handing(ReadyMessage message) {
        // Whoever waits for the result asks nobody else.
    }

    @Override
    public void done(ReadyMessage message, SendResult outcome) {
        result = outcome;
    }
}
