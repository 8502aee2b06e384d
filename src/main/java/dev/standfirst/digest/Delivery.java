package dev.standfirst.digest;

import java.time.Duration;

/**
 * What a digest says about handing its mails over.
 *
 * @param doubt what becomes of mails of which nobody can know whether they arrived
 * @param tries how long a mail that was refused for now is tried again, counted from the time it was due
 */
public record Delivery(Doubt doubt, Duration tries) {

    /** That of a digest whose file says nothing about it. */
    public static final Delivery USUAL = new Delivery(Doubt.RESEND, Duration.ofHours(24));

    /** What becomes of mails in doubt. */
    public enum Doubt {
        /** They are sent once more, the same mail: somebody may get it twice, nobody goes without. */
        RESEND,
        /** They wait until somebody decides: nobody gets one twice, somebody may go without. */
        HOLD
    }
}
