package dev.standfirst.delivery;

import dev.standfirst.bounce.Bounces;
import dev.standfirst.mail.Mailer;
import dev.standfirst.mail.Message;
import dev.standfirst.mail.SendResult;
import dev.standfirst.watch.MailMeter;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sends an edition to the people whose rows wait: claim, send, settle, one after the other over one connection. The
 * message is made before its row is claimed, so that between claim and settlement there is nothing but the server.
 */
@Component
public class Dispatcher {

    private static final int BATCH = 100;

    private final String owner = "pid " + ProcessHandle.current().pid();

    private final Ledger ledger;
    private final Bounces bounces;
    private final MailMeter meter;

    Dispatcher(Ledger ledger, Bounces bounces, MailMeter meter) {
        this.ledger = ledger;
        this.bounces = bounces;
        this.meter = meter;
    }

    /**
     * Sends the next batch.
     *
     * @param messages makes the message of each person
     * @param mailer an open connection
     * @param after the last row of the batch before, or 0
     */
    public Batch send(EditionMessages messages, Mailer mailer, long after) {
        List<Claim> waiting = ledger.waiting(messages.editionId(), after, BATCH);
        Optional<Settlement> last = Optional.empty();
        for (Claim row : waiting) {
            Message message = messages.to(row);
            boolean claimed = ledger.advance(last, row, owner);
            last.ifPresent(this::judge);
            last = Optional.empty();
            if (claimed) {
                long start = System.nanoTime();
                SendResult result = mailer.send(message);
                meter.count(mailer.destination(), result, System.nanoTime() - start);
                last = Optional.of(Settlement.of(row, result));
                if (result instanceof SendResult.NoServer trouble) {
                    last.ifPresent(ledger::settle);
                    return new Batch(row.id(), waiting.size(), Optional.of(trouble));
                }
            }
        }
        last.ifPresent(ledger::settle);
        last.ifPresent(this::judge);
        return waiting.isEmpty()
                ? new Batch(after, 0, Optional.empty())
                : new Batch(waiting.get(waiting.size() - 1).id(), waiting.size(), Optional.empty());
    }

    /** A refusal is judged after its row was settled: should the program end between, the person fails once more. */
    private void judge(Settlement settlement) {
        if (settlement.state() == DeliveryState.FAILED) {
            bounces.refused(settlement.id(), settlement.reply());
        }
    }

    /**
     * How a batch ended.
     *
     * @param last the last row that was looked at
     * @param rows how many were looked at; none where none that is due waits behind the last
     * @param trouble what is wrong with the mail server, if anything; its row waits as before
     */
    public record Batch(long last, int rows, Optional<SendResult.NoServer> trouble) {}
}
