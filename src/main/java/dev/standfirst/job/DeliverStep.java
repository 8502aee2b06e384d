package dev.standfirst.job;

import dev.standfirst.delivery.DeliveryCounts;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.Dispatch;
import dev.standfirst.delivery.Dispatch.Beat;
import dev.standfirst.delivery.Dispatcher;
import dev.standfirst.delivery.EditionMessages;
import dev.standfirst.delivery.JournalException;
import dev.standfirst.delivery.LeaseLostException;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.delivery.MessageFactory;
import dev.standfirst.delivery.Rest;
import dev.standfirst.delivery.Terms;
import dev.standfirst.delivery.TooManyMailsException;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.Imprint;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.relay.Relays;
import dev.standfirst.text.Fact;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Deliver: the frozen edition goes to everybody whose row of the ledger is due. The ledger commits by itself; this step
 * has no transaction of its own and is never fault tolerant, and a refusal is a value. It can be stopped at any moment:
 * the mails that are being handed over then are finished.
 */
@Component
@StepScope
class DeliverStep implements Tasklet, StepExecutionListener {

    /** How long it works before Batch may look whether it was told to stop. */
    private static final Duration TURN = Duration.ofMillis(500);

    private final Ledger ledger;
    private final Dispatcher dispatcher;
    private final Editions editions;
    private final Delivering delivering;
    private final SendingTroubles troubles;
    private final StepReport report;
    private final StoredEdition edition;
    private final Imprint imprint;
    private final EditionMessages messages;
    private final DeliveryProblems problems;
    private final Clock clock;
    private @Nullable Dispatch dispatch;
    private String told = "";
    private long before;
    private long total;

    DeliverStep(
            Ledger ledger,
            Dispatcher dispatcher,
            Editions editions,
            MessageFactory factory,
            Relays relays,
            Delivering delivering,
            SendingTroubles troubles,
            Clock clock,
            StepReports reports,
            @Value("#{stepExecution}") StepExecution step) {
        this.ledger = ledger;
        this.dispatcher = dispatcher;
        this.editions = editions;
        this.delivering = delivering;
        this.troubles = troubles;
        this.clock = clock;
        this.report = reports.of(step);
        EditionKey key = report.run().key();
        this.edition = editions.find(key.digest(), key.date()).orElseThrow();
        this.imprint = editions.imprint(edition.id()).orElseThrow();
        this.messages = factory.of(edition);
        this.problems = new DeliveryProblems(edition, ledger);
        if (!relays.isBuiltIn() && factory.linksLeadNowhere()) {
            report.problem(
                    "the unsubscribe links of these mails lead nowhere; set STANDFIRST_PUBLIC_URL to where readers reach"
                            + " standfirst serve");
        }
    }

    @Override
    public void beforeStep(StepExecution step) {
        Terms terms = delivering.terms(imprint);
        int doubtful = telling(() -> dispatcher.recover(edition.id(), terms));
        if (doubtful > 0) {
            report.problem("%s in doubt, because the program ended while handing over%s"
                    .formatted(
                            Counted.mailsAre(doubtful),
                            terms.repeatsDoubt() ? "; sent again, with the same Message-ID" : ""));
        }
        DeliveryCounts counts = ledger.counts(edition.id());
        before = counts.settled();
        total = counts.audience() - ledger.later(edition.id());
        report.progress(before, total);
        dispatch = telling(() -> delivering.begin(report.run().key(), messages, terms));
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws InterruptedException {
        Optional<Instant> opening = opening();
        if (opening.isPresent()) {
            return rest(contribution.getStepExecution(), opening);
        }
        Dispatch sending = sending();
        long end = System.nanoTime() + TURN.toNanos();
        Beat beat = beat(sending);
        // Batch writes to the database after each turn, and fails where that is gone: no turn ends meanwhile.
        while (beat instanceof Beat.GoesOn && (System.nanoTime() < end || sending.isWithoutDatabase())) {
            beat = beat(sending);
        }
        long seen = before + sending.settled();
        total = Math.max(total, seen);
        report.progress(seen, total);
        tell(sending.standstill());
        if (beat instanceof Beat.Trouble trouble) {
            throw new ProblemException(problems.noServer(trouble.what()));
        }
        if (beat instanceof Beat.Rests rests) {
            return rest(contribution.getStepExecution(), Optional.of(rests.until()));
        }
        return beat instanceof Beat.Through ? finish(contribution.getStepExecution()) : RepeatStatus.CONTINUABLE;
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        if (dispatch != null) {
            dispatch.close();
        }
        if (editions.find(edition.id()).flatMap(StoredEdition::completedAt).isPresent()) {
            dispatcher.forget(edition.id());
        }
        troubles.ended();
        report.done(facts(ledger.counts(edition.id()), rest()));
        return null;
    }

    /** Why nothing goes out is told once, until it is something else. */
    private void tell(Optional<String> standstill) {
        standstill.filter(words -> !words.equals(told)).ifPresent(report::problem);
        told = standstill.orElse("");
    }

    /** Those who wait, and when the edition goes on with them. */
    private Optional<Rest> rest() {
        return ledger.rest(edition.id())
                .map(rest -> editions.goesOn(edition.id()).map(rest::notBefore).orElse(rest));
    }

    /** When the hours begin in which mails leave; empty where it is one of them, or nobody waits. */
    private Optional<Instant> opening() {
        Instant now = clock.instant();
        return Optional.of(imprint.between().nextOpening(now, imprint.zone()))
                .filter(now::isBefore)
                .filter(later -> ledger.counts(edition.id()).open() > 0);
    }

    private Dispatch sending() {
        if (dispatch == null) {
            throw new IllegalStateException("the step was not begun");
        }
        return dispatch;
    }

    /** Moves on; an interrupt is told as what it is, and ends the step. */
    private Beat beat(Dispatch sending) throws InterruptedException {
        Beat beat = telling(() -> {
            try {
                return sending.beat();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Beat.GoesOn();
            }
        });
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException("the delivery was interrupted");
        }
        return beat;
    }

    /** Does it; what ends a delivery is told in words. */
    private <T> T telling(Supplier<T> work) {
        try {
            return work.get();
        } catch (JournalException e) {
            throw new ProblemException(problems.noJournal(e));
        } catch (LeaseLostException e) {
            throw new ProblemException(problems.leaseLost(e));
        } catch (TooManyMailsException e) {
            RunResult.Problem problem = problems.tooMany(e);
            troubles.countsBroken(report.run().key(), problem);
            throw new ProblemException(problem);
        }
    }

    private RepeatStatus finish(StepExecution step) {
        Optional<Rest> rest = ledger.rest(edition.id());
        if (rest.isPresent()) {
            return rest(step, rest.map(Rest::next));
        }
        editions.waitUntil(edition.id(), Optional.empty());
        editions.complete(edition.id());
        troubles.sent();
        return RepeatStatus.FINISHED;
    }

    private RepeatStatus rest(StepExecution step, Optional<Instant> until) {
        editions.waitUntil(edition.id(), until);
        EarlyEnd.REST_LATER.end(step);
        return RepeatStatus.FINISHED;
    }

    private Fact facts(DeliveryCounts counts, Optional<Rest> rest) {
        long sent = counts.of(DeliveryState.SENT);
        long failed = counts.of(DeliveryState.FAILED);
        long left = counts.of(DeliveryState.SUPPRESSED);
        long doubt = counts.of(DeliveryState.DOUBT);
        return rest.map(later -> Fact.of(
                        "fact.deliver.rest",
                        sent,
                        failed,
                        left,
                        doubt,
                        later.people() - later.again(),
                        later.again(),
                        DueTimes.moment(later.next(), clock.instant(), imprint.zone())))
                .orElse(Fact.of("fact.deliver", sent, failed, left, doubt));
    }
}
