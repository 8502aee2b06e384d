package dev.standfirst.job;

import dev.standfirst.delivery.DeliveryCounts;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.Dispatcher;
import dev.standfirst.delivery.Dispatcher.Batch;
import dev.standfirst.delivery.EditionMessages;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.delivery.MessageFactory;
import dev.standfirst.delivery.Rest;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.Imprint;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.mail.MailServer;
import dev.standfirst.mail.Mailer;
import dev.standfirst.mail.SendResult.NoServer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * Deliver: the frozen edition goes to everybody whose row of the ledger waits. The ledger commits by itself, row by
 * row; this step has no transaction of its own and is never fault tolerant, and a refusal is a value. It can be stopped
 * between batches.
 */
@Component
@StepScope
class DeliverStep implements Tasklet, StepExecutionListener {

    private final Ledger ledger;
    private final Dispatcher dispatcher;
    private final Editions editions;
    private final StepReport report;
    private final StoredEdition edition;
    private final Imprint imprint;
    private final EditionMessages messages;
    private final Mailer mailer;
    private final Clock clock;
    private long last;
    private long inPass;
    private long seen;
    private long total;

    DeliverStep(
            Ledger ledger,
            Dispatcher dispatcher,
            Editions editions,
            MessageFactory factory,
            MailServer server,
            Clock clock,
            StepReports reports,
            @Value("#{stepExecution}") StepExecution step) {
        this.ledger = ledger;
        this.dispatcher = dispatcher;
        this.editions = editions;
        this.clock = clock;
        this.report = reports.of(step);
        EditionKey key = report.run().key();
        this.edition = editions.find(key.digest(), key.date()).orElseThrow();
        this.imprint = editions.imprint(edition.id()).orElseThrow();
        this.messages = factory.of(edition);
        this.mailer = server.open();
        if (!server.isBuiltIn() && factory.linksLeadNowhere()) {
            report.problem(
                    "the unsubscribe links of these mails lead nowhere; set STANDFIRST_PUBLIC_URL to where readers reach"
                            + " standfirst serve");
        }
    }

    @Override
    public void beforeStep(StepExecution step) {
        int doubtful = ledger.doubtAbandoned(edition.id());
        if (doubtful > 0) {
            report.problem("%s in doubt: the program ended while handing over".formatted(Counted.mails(doubtful)));
        }
        DeliveryCounts counts = ledger.counts(edition.id());
        seen = counts.settled();
        total = counts.audience() - ledger.later(edition.id());
        report.progress(seen, total);
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        Batch batch = dispatcher.send(messages, mailer, last);
        last = batch.last();
        seen += batch.rows();
        inPass += batch.rows();
        total = Math.max(total, seen);
        report.progress(seen, total);
        if (batch.trouble().isPresent()) {
            throw new ProblemException(noServer(batch.trouble().get(), ledger.counts(edition.id())));
        }
        if (batch.rows() > 0) {
            return RepeatStatus.CONTINUABLE;
        }
        return finish(contribution.getStepExecution());
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        mailer.close();
        report.done(facts(ledger.counts(edition.id()), ledger.rest(edition.id())));
        return null;
    }

    private RepeatStatus finish(StepExecution step) {
        ledger.closeErased(edition.id());
        Optional<Rest> rest = ledger.rest(edition.id());
        boolean missed =
                rest.filter(later -> !later.next().isAfter(clock.instant())).isPresent();
        if (missed && inPass > 0) {
            // Somebody's hour came while others were mailed.
            last = 0;
            inPass = 0;
            return RepeatStatus.CONTINUABLE;
        }
        DeliveryCounts counts = ledger.counts(edition.id());
        if (counts.of(DeliveryState.RETRY) > 0) {
            throw new ProblemException(refusedForNow(counts));
        }
        editions.waitUntil(edition.id(), rest.map(Rest::next));
        if (rest.isPresent()) {
            RestLater.end(step);
        } else {
            editions.complete(edition.id());
        }
        return RepeatStatus.FINISHED;
    }

    private RunResult.Problem refusedForNow(DeliveryCounts counts) {
        return new RunResult.Problem(
                "%s refused %s for now".formatted(mailer.destination(), Counted.mails(counts.of(DeliveryState.RETRY))),
                "%s went out and will not be sent again.".formatted(Counted.mails(counts.of(DeliveryState.SENT))),
                "Start the run again in a while: standfirst run " + edition.digest());
    }

    private RunResult.Problem noServer(NoServer trouble, DeliveryCounts counts) {
        long sent = counts.of(DeliveryState.SENT);
        return new RunResult.Problem(
                trouble.reason(),
                "%s composed and kept; %s."
                        .formatted(
                                Counted.mailsAre(counts.open()),
                                sent == 0 ? "none was sent" : sent + " went out before"),
                trouble.remedy() + " Then go on: standfirst run " + edition.digest());
    }

    private String facts(DeliveryCounts counts, Optional<Rest> rest) {
        List<String> facts = new ArrayList<>();
        facts.add("%,d sent".formatted(counts.of(DeliveryState.SENT)));
        add(facts, counts.of(DeliveryState.FAILED), "refused");
        add(facts, counts.of(DeliveryState.SUPPRESSED), "left or paused meanwhile");
        add(facts, counts.of(DeliveryState.DOUBT), "in doubt");
        rest.ifPresent(later -> {
            add(facts, later.people(), "later");
            facts.add("next at " + DueTimes.show(later.next(), clock.instant(), imprint.zone()));
        });
        return String.join(", ", facts);
    }

    private static void add(List<String> facts, long number, String word) {
        if (number > 0) {
            facts.add("%,d %s".formatted(number, word));
        }
    }
}
