package dev.standfirst.job;

import dev.standfirst.delivery.DeliveryCounts;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.JournalException;
import dev.standfirst.delivery.LeaseLostException;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.delivery.TooManyMailsException;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.mail.SendResult.NoServer;
import java.util.ArrayList;
import java.util.List;

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
        return "%s composed and kept; %s.".formatted(Counted.mailsAre(counts.open()), went(counts));
    }

    /**
     * What became of the others. One that waits to be tried again may have arrived, where its server gave no answer.
     */
    private static String went(DeliveryCounts counts) {
        long sent = counts.of(DeliveryState.SENT);
        boolean tried = counts.of(DeliveryState.RETRY) > 0;
        List<String> facts = new ArrayList<>();
        facts.add(
                sent > 0 ? "%,d went out before".formatted(sent) : tried ? "none was taken for sure" : "none was sent");
        add(facts, counts.of(DeliveryState.FAILED), "refused");
        add(facts, counts.of(DeliveryState.DOUBT), "in doubt");
        return String.join(", ", facts);
    }

    private static void add(List<String> facts, long number, String word) {
        if (number > 0) {
            facts.add("%,d %s".formatted(number, word));
        }
    }
}
