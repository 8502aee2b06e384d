package dev.standfirst.delivery;

import dev.standfirst.mail.Mailer;
import dev.standfirst.mail.ReadyMessage;
import dev.standfirst.mail.SendResult;
import dev.standfirst.relay.Permit;
import dev.standfirst.relay.Relay;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * One connection at work, in a thread of its own: takes rows, makes their mails, hands them over, and writes down in
 * its journal what it is about to do and what came of it. It ends when the run does, or when its server does not take
 * mail any more.
 */
final class Connection implements Mailer.Work, Runnable {

    private static final Logger log = LoggerFactory.getLogger(Connection.class);

    /** For the next row, in milliseconds: so long it takes at most until a connection notices that the run ends. */
    private static final long PATIENCE = 200;

    /** Without anything to send for so long, a server's own patience may end: better part in peace. */
    private static final Duration IDLE = Duration.ofSeconds(20);

    private static final Duration WITHOUT_DATABASE = Duration.ofSeconds(1);

    private final Outgoing outgoing;
    private final Relay relay;
    private final Dispatch.Run run;
    private final Clock clock;
    private final Journal journal;
    private final Deque<Given> given = new ArrayDeque<>();
    private final Set<Long> handed = new HashSet<>();
    private @Nullable Claimed first;
    private boolean broken;
    private volatile boolean over;

    Connection(Outgoing outgoing, Relay relay, Dispatch.Run run, Journal journal) {
        this.outgoing = outgoing;
        this.relay = relay;
        this.run = run;
        this.clock = run.terms().clock();
        this.journal = journal;
    }

    /** A row whose mail is being handed over, since then. */
    private record Given(Claimed row, long since) {}

    Relay relay() {
        return relay;
    }

    Journal journal() {
        return journal;
    }

    /** Whether its thread has ended; whatever it was given came to something by then. */
    boolean isOver() {
        return over;
    }

    @Override
    public void run() {
        outgoing.atWork(relay, 1);
        try (Mailer mailer = relay.open()) {
            work(mailer);
        } catch (LeaseLostException e) {
            log.warn("a connection to {} was closed: {}", relay.name(), e.getMessage());
        } catch (RuntimeException e) {
            log.error("a connection to {} broke off", relay.name(), e);
            outgoing.fail(e);
        } finally {
            outgoing.atWork(relay, -1);
            leave();
        }
    }

    private void work(Mailer mailer) {
        long last = System.nanoTime();
        while (isWanted() && System.nanoTime() - last < IDLE.toNanos()) {
            Claimed row = outgoing.take(relay, PATIENCE);
            if (row != null && mayGo(row)) {
                first = row;
                mailer.send(this);
                last = System.nanoTime();
            }
        }
    }

    /** A relay that narrowed parts with connections; one that rests for a short while keeps them. */
    private boolean isWanted() {
        return !broken
                && !outgoing.isClosed()
                && outgoing.atWork(relay, 0) <= relay.width()
                && !outgoing.restOf(relay).isAfter(clock.instant().plus(IDLE));
    }

    @Override
    public @Nullable ReadyMessage next() {
        for (Claimed row = following(); row != null; row = following()) {
            try {
                ReadyMessage message = run.messages().to(row.claim());
                given.add(new Given(row, System.nanoTime()));
                return message;
            } catch (DataAccessException | TransactionException e) {
                log.debug("the mail of row {} waits for the database", row.id(), e);
                relay.unused(row.domain());
                outgoing.park(row, clock.instant().plus(WITHOUT_DATABASE));
            } catch (RuntimeException e) {
                // One mail that cannot be made holds up nobody else's.
                relay.unused(row.domain());
                log.error("the mail of row {} could not be made", row.id(), e);
                finish(row, new SendResult.Refused(554, "", "the mail could not be made: " + e.getMessage()));
            }
        }
        return null;
    }

    private @Nullable Claimed following() {
        Claimed row = first;
        first = null;
        if (row != null) {
            return row;
        }
        for (row = outgoing.take(relay, 0); row != null; row = outgoing.take(relay, 0)) {
            if (mayGo(row)) {
                return row;
            }
        }
        return null;
    }

    private boolean mayGo(Claimed row) {
        Permit permit = ask(row.domain());
        if (permit instanceof Permit.Later later) {
            if (later.wholeRelay()) {
                outgoing.rest(relay, later.at());
                outgoing.putBack(relay, row);
            } else {
                outgoing.park(row, later.at());
            }
            return false;
        }
        return true;
    }

    /** Permits are kept in the database, which may be gone for a moment. */
    private Permit ask(String domain) {
        try {
            return relay.ask(domain);
        } catch (DataAccessException | TransactionException e) {
            log.debug("no permit for a mail to {}", domain, e);
            return new Permit.Later(clock.instant().plus(WITHOUT_DATABASE), true);
        }
    }

    @Override
    public void handing(ReadyMessage message) {
        if (!outgoing.isOurs()) {
            // This process was halted: the mail may be somebody else's by now. Its dot is not sent.
            throw new LeaseLostException();
        }
        // Told again where a server said that it did not take the mail: one word of it is enough.
        if (handed.add(message.id())) {
            journal.handing(rowOf(message).turn());
        }
    }

    @Override
    public boolean wasTried(ReadyMessage message) {
        return rowOf(message).turn().attempts() > 0;
    }

    /** At most two are given at a time. */
    private Claimed rowOf(ReadyMessage message) {
        return given.stream()
                .map(Given::row)
                .filter(row -> row.id() == message.id())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void done(ReadyMessage message, SendResult result) {
        Given oldest = given.remove();
        Claimed row = oldest.row();
        if (row.id() != message.id()) {
            throw new IllegalStateException(
                    "an answer to row %d came where one to row %d was due".formatted(message.id(), row.id()));
        }
        tell(oldest, message, result);
        finish(row, result);
    }

    /**
     * Whatever the relay makes of an answer, the row gets it; and the relay knows of it when the run ends by it. A mail
     * that again has no answer is to blame for that itself, and no reason to leave the relay alone.
     */
    private void tell(Given what, ReadyMessage message, SendResult result) {
        try {
            if (result instanceof SendResult.Unknown && what.row().turn().doubts() > 0) {
                relay.used(what.row().domain());
            } else {
                relay.tell(message, result);
            }
            run.meter().count(relay.name(), result, System.nanoTime() - what.since());
        } catch (RuntimeException e) {
            log.warn("{} could not take note of an answer", relay.name(), e);
        }
    }

    private void finish(Claimed row, SendResult result) {
        Settlement settlement = run.terms().settle(row.turn(), result);
        boolean journaled = handed.remove(row.id());
        if (result instanceof SendResult.NoServer trouble) {
            outgoing.trouble(relay, trouble);
        }
        broken |= result instanceof SendResult.NoServer || result instanceof SendResult.Unknown;
        if (journaled) {
            write(row, settlement);
        }
        outgoing.done(new Outgoing.Outcome(row, settlement, journaled ? journal : null));
    }

    /** An answer that cannot be written down is known all the same: the run ends, the database may still take it. */
    private void write(Claimed row, Settlement settlement) {
        try {
            journal.result(row.turn(), settlement);
        } catch (JournalException e) {
            outgoing.fail(e);
        }
    }

    /** Where this thread broke off: rows whose dot may be on its way are in doubt, the others go back. */
    private void leave() {
        try {
            if (first != null) {
                relay.unused(first.domain());
                outgoing.putBack(relay, first);
            }
            given.stream().map(Given::row).forEach(this::leave);
        } finally {
            over = true;
        }
    }

    private void leave(Claimed row) {
        relay.unused(row.domain());
        if (handed.contains(row.id())) {
            finish(row, new SendResult.Unknown("the connection broke off while it was handed over"));
        } else {
            outgoing.done(new Outgoing.Outcome(row, Settlement.back(row.turn()), null));
        }
    }
}
