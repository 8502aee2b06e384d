package dev.standfirst.delivery;

import dev.standfirst.relay.Relays;
import dev.standfirst.watch.MailMeter;
import org.springframework.stereotype.Component;

/** Begins the sending of an edition: brings the ledger up to what is known of an earlier run, then starts. */
@Component
public class Dispatcher {

    private final Parts parts;

    Dispatcher(
            Ledger ledger,
            Settling settling,
            Recovery recovery,
            Journals journals,
            Repeats repeats,
            Relays relays,
            MailMeter meter) {
        this.parts = new Parts(ledger, settling, recovery, journals, repeats, relays, meter);
    }

    /** What a dispatch works with. */
    record Parts(
            Ledger ledger,
            Settling settling,
            Recovery recovery,
            Journals journals,
            Repeats repeats,
            Relays relays,
            MailMeter meter) {}

    /**
     * Settles what a run of the edition left that died. Call it only while holding the edition's lease.
     *
     * @return how many mails are in doubt by it, whether they are sent again or not
     * @throws TooManyMailsException if more mails were taken than there are people
     */
    public int recover(long editionId, Terms terms) {
        int doubtful = parts.recovery().recover(editionId, terms);
        parts.settling().hold(editionId);
        return doubtful;
    }

    /** Forgets what journals tell of an edition that went out to everybody. */
    public void forget(long editionId) {
        parts.recovery().forget(editionId);
    }

    /**
     * Begins to send.
     *
     * @param messages makes the mails of the edition
     * @param owner who sends, as the ledger keeps it: no other run has the same
     * @param lease the right to do so
     */
    public Dispatch begin(EditionMessages messages, Terms terms, String owner, Lease lease) {
        return new Dispatch(new Dispatch.Run(messages, terms, owner, parts.meter()), parts, lease);
    }
}
