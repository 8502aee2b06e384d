package dev.standfirst.job;

import dev.standfirst.delivery.DeliveryCounts;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.JournalException;
import dev.standfirst.delivery.LeaseLostException;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.delivery.TooManyMailsException;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.mail.SendResult.NoServer;

/** What ends the delivery of an edition before its end, in words: what happened, what is safe, what to do. */
final class DeliveryProblems {

    private final StoredEdition edition;
    private final Ledger ledger;

    DeliveryProblems(StoredEdition edition, Ledger ledger) {
        this.edition = edition;
        this.ledger = ledger;
    }

    RunResult.Problem noServer(NoServer trouble) {
        return new RunResult.Problem(trouble.reason(), safe(), trouble.remedy() + goOn());
    }

    RunResult.Problem noJournal(JournalException journal) {
        return new RunResult.Problem(
                String.valueOf(journal.getMessage()),
                "Sending stopped before anything could be lost; " + safe(),
                "Make room there, or make the folder writable." + goOn());
    }

    RunResult.Problem leaseLost(LeaseLostException lost) {
        return new RunResult.Problem(
                String.valueOf(lost.getMessage()),
                "This run sends nothing more; the other one goes on with what waits.",
                "See how far it is: standfirst status");
    }

    RunResult.Problem tooMany(TooManyMailsException halted) {
        return new RunResult.Problem(
                String.valueOf(halted.getMessage()),
                "Sending was halted at once, and this edition does not go on by itself.",
                "Look who got it: standfirst who %s %s. Tell whoever keeps this program, with the log."
                        .formatted(edition.digest(), edition.date()));
    }

    private String goOn() {
        return " Then go on: standfirst run " + edition.digest();
    }

    private String safe() {
        DeliveryCounts counts = ledger.counts(edition.id());
        long sent = counts.of(DeliveryState.SENT);
        return "%s composed and kept; %s."
                .formatted(
                        Counted.mailsAre(counts.open()),
                        sent == 0 ? "none was sent" : "%,d went out before".formatted(sent));
    }
}
