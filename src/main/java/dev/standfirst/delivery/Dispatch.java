package dev.standfirst.delivery;

import dev.standfirst.mail.SendResult;
import dev.standfirst.relay.Relays;
import dev.standfirst.watch.MailMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The sending of one edition: claims rows in batches, hands them to the connections of the relays, and settles what
 * came of them in groups. It moves by {@link #beat}, which its owner calls until it says that the edition is through,
 * or that it cannot go on now. Closed, it waits for the mails that are being handed over, and gives back what it
 * claimed.
 */
public final class Dispatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);

    private static final int TOGETHER = Feeding.TOGETHER;

    /** For what becomes of rows, in milliseconds. */
    private static final long WAIT = 100;

    /** Who left meanwhile is looked for as often as rows are claimed. */
    private static final Duration RECALL = Duration.ofSeconds(1).dividedBy(Feeding.A_SECOND);

    private static final Duration AT_THE_END = Duration.ofSeconds(20);

    private final Run run;
    private final Dispatcher.Parts parts;
    private final Clock clock;
    private final Relays relays;
    private final Outgoing outgoing;
    private final Feeding feeding;
    private final Crew crew;
    private final Standstill standstill;
    private final List<Outgoing.Outcome> unsettled = new ArrayList<>();
    private long settled;
    private long recalledAt = System.nanoTime();
    private Set<Long> waited = Set.of();
    private OptionalLong databaseGoneSince = OptionalLong.empty();

    Dispatch(Run run, Dispatcher.Parts parts, Lease lease) {
        this.run = run;
        this.parts = parts;
        this.clock = run.terms().clock();
        this.relays = parts.relays();
        this.outgoing = new Outgoing(lease, clock);
        this.crew = new Crew(run, parts.journals(), outgoing);
        this.feeding = new Feeding(parts.ledger().due(run.edition(), run.owner()), outgoing, relays, clock);
        this.standstill = new Standstill(relays, outgoing);
        relays.begin();
    }

    /**
     * What all its threads need to know.
     *
     * @param messages makes the mails
     * @param terms what answers mean
     * @param owner who claims, as the ledger keeps it
     * @param meter counts what servers answer
     */
    record Run(EditionMessages messages, Terms terms, String owner, MailMeter meter) {

        long edition() {
            return messages.editionId();
        }
    }

    /** How it stands after a beat. */
    public sealed interface Beat {

        /** It goes on. */
        record GoesOn() implements Beat {}

        /** Everything that is due by now is settled. */
        record Through() implements Beat {}

        /** The limits of the mail servers are reached; it goes on then. */
        record Rests(Instant until) implements Beat {}

        /** No mail server takes mail. */
        record Trouble(SendResult.NoServer what) implements Beat {}
    }

    /** Whether the database did not answer to the last beat; what was sent meanwhile is written down. */
    public boolean isWithoutDatabase() {
        return databaseGoneSince.isPresent();
    }

    /** Why nothing goes out at this moment, in words: "mail.example.org:587 does not answer since 07:03". */
    public Optional<String> standstill() {
        return standstill.words(clock.instant());
    }

    /** How many rows it settled. */
    public long settled() {
        return settled;
    }

    /**
     * Moves on, for a fraction of a second. A database that is gone is waited for.
     *
     * @throws JournalException if what is sent cannot be written down; nothing more is sent then
     * @throws LeaseLostException if somebody else has the edition by now
     * @throws TooManyMailsException if more mails were taken than there are people
     * @throws NestedRuntimeException if the database does not come back
     */
    public Beat beat() throws InterruptedException {
        outgoing.throwFailure();
        outgoing.await(TOGETHER, WAIT);
        unsettled.addAll(outgoing.outcomes(TOGETHER));
        try {
            Beat beat = moveOn();
            databaseGoneSince = OptionalLong.empty();
            return beat;
        } catch (DataAccessException | TransactionException e) {
            awaitDatabase(e);
            return new Beat.GoesOn();
        }
    }

    private Beat moveOn() {
        settle();
        if (outgoing.isLost()) {
            throw new LeaseLostException();
        }
        recall();
        Optional<Beat> stands = standstill.look(settled, clock.instant());
        if (stands.isPresent()) {
            return stands.get();
        }
        feeding.feed();
        relays.all().forEach(crew::open);
        if (feeding.isAtTheEnd() && isThrough()) {
            return new Beat.Through();
        }
        return new Beat.GoesOn();
    }

    /**
     * Nothing of ours is in hand. Rows that somebody else holds by the ledger are those of a run that lost the edition,
     * and claimed them before it knew.
     */
    private boolean isThrough() {
        boolean givenBack = parts.recovery().giveBackLost(run.edition(), run.owner()) > 0;
        boolean recovered = parts.recovery().isInHand(run.edition())
                && parts.recovery().recoverOthers(run.edition(), run.terms(), run.owner());
        boolean through = !givenBack && !recovered && !parts.ledger().isWaiting(run.edition());
        if (!through) {
            feeding.again();
        }
        return through;
    }

    private void settle() {
        if (unsettled.isEmpty()) {
            return;
        }
        List<Settlement> settlements =
                unsettled.stream().map(Outgoing.Outcome::settlement).toList();
        parts.settling().settle(run.edition(), run.owner(), settlements);
        unsettled.forEach(Outgoing.Outcome::isSettled);
        long tried = settlements.stream().filter(one -> one.attempts() > 0).count();
        feeding.settled(tried, settlements.size() - tried);
        settled += tried;
        outgoing.settled(unsettled.size());
        unsettled.clear();
        crew.closeEnded();
    }

    /**
     * Who left since a row was claimed is not mailed, though the row waits here: one that waited the last time too,
     * since most go out sooner than that.
     */
    private void recall() {
        if (!isPast(RECALL, recalledAt)) {
            return;
        }
        recalledAt = System.nanoTime();
        List<Claimed> all = outgoing.waiting();
        List<Claimed> waiting =
                all.stream().filter(row -> waited.contains(row.id())).toList();
        waited = all.stream().map(Claimed::id).collect(Collectors.toSet());
        List<Settlement> recalled = new ArrayList<>();
        for (Waiting.Verdict gone : feeding.gone(waiting)) {
            waiting.stream()
                    .filter(row -> row.id() == gone.id() && outgoing.remove(row))
                    .forEach(row -> recalled.add(Settlement.closed(row.turn(), String.valueOf(gone.reason()))));
        }
        if (!recalled.isEmpty()) {
            parts.settling().settle(run.edition(), run.owner(), recalled);
            outgoing.settled(recalled.size());
        }
    }

    private void awaitDatabase(NestedRuntimeException gone) throws InterruptedException {
        if (databaseGoneSince.isEmpty()) {
            log.warn("the database does not answer; what is sent is written down and settled when it does", gone);
            databaseGoneSince = OptionalLong.of(System.nanoTime());
        }
        if (FullDisk.isBehind(gone) || isPast(Standstill.PATIENCE, databaseGoneSince.getAsLong())) {
            throw gone;
        }
        Thread.sleep(5 * WAIT);
    }

    /** By a clock that nobody sets. */
    private static boolean isPast(Duration time, long since) {
        return System.nanoTime() - since > time.toNanos();
    }

    /** What a relay refused before it turned out to refuse everybody is nobody's fault but ours: those wait again. */
    private void forgiveRefusedInVain() {
        List<Long> rows = relays.all().stream()
                .flatMap(relay -> relay.refusedInVain().stream())
                .toList();
        if (!rows.isEmpty()) {
            parts.repeats().forgive(run.edition(), rows);
        }
    }

    /**
     * Waits for the mails that are being handed over, for a while; what a server does not answer in that time stays in
     * hand, and the next run finds in the journal how far it came.
     */
    @Override
    public void close() {
        outgoing.close();
        try {
            long end = System.nanoTime() + AT_THE_END.toNanos();
            while (!crew.isOver() && System.nanoTime() < end) {
                outgoing.await(1, WAIT);
                unsettled.addAll(outgoing.outcomes(TOGETHER));
                settle();
            }
            unsettled.addAll(outgoing.outcomes(Integer.MAX_VALUE));
            settle();
            List<Settlement> back = outgoing.waiting().stream()
                    .map(row -> Settlement.back(row.turn()))
                    .toList();
            parts.settling().settle(run.edition(), run.owner(), back);
            forgiveRefusedInVain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException | TransactionException e) {
            log.warn("the database is gone; the next run settles what the journals tell", e);
        } finally {
            crew.close();
        }
    }
}
