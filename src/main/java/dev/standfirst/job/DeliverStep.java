package dev.standfirst.job;

import dev.standfirst.delivery.DeliveryCounts;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.Dispatcher;
import dev.standfirst.delivery.Dispatcher.Batch;
import dev.standfirst.delivery.EditionMessages;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.delivery.MessageFactory;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.mail.MailServer;
import dev.standfirst.mail.Mailer;
import dev.standfirst.mail.SendResult.NoServer;
import java.util.ArrayList;
import java.util.List;
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
    private final EditionMessages messages;
    private final Mailer mailer;
    private long last;

    DeliverStep(
            Ledger ledger,
            Dispatcher dispatcher,
            Editions editions,
            MessageFactory factory,
            MailServer server,
            StepReports reports,
            @Value("#{stepExecution}") StepExecution step) {
        this.ledger = ledger;
        this.dispatcher = dispatcher;
        this.editions = editions;
        this.report = reports.of(step);
        EditionKey key = report.run().request().key();
        this.edition = editions.find(key.digest(), key.date()).orElseThrow();
        this.messages = factory.of(edition, report.run().digest());
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
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        Batch batch = dispatcher.send(messages, mailer, last);
        last = batch.last();
        DeliveryCounts counts = ledger.counts(edition.id());
        report.progress(counts.settled(), counts.audience());
        if (batch.trouble().isPresent()) {
            throw new ProblemException(noServer(batch.trouble().get(), counts));
        }
        if (!batch.finished()) {
            return RepeatStatus.CONTINUABLE;
        }
        finish(counts);
        return RepeatStatus.FINISHED;
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        mailer.close();
        report.done(facts(ledger.counts(edition.id())));
        return null;
    }

    private void finish(DeliveryCounts counts) {
        if (counts.open() > 0) {
            throw new ProblemException(new RunResult.Problem(
                    "%s refused %s for now".formatted(mailer.destination(), Counted.mails(counts.open())),
                    "%s went out and will not be sent again.".formatted(Counted.mails(counts.of(DeliveryState.SENT))),
                    "Start the run again in a while: standfirst run " + edition.digest()));
        }
        editions.complete(edition.id());
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

    private static String facts(DeliveryCounts counts) {
        List<String> facts = new ArrayList<>();
        facts.add("%,d sent".formatted(counts.of(DeliveryState.SENT)));
        add(facts, counts.of(DeliveryState.FAILED), "refused");
        add(facts, counts.of(DeliveryState.SUPPRESSED), "left meanwhile");
        add(facts, counts.of(DeliveryState.DOUBT), "in doubt");
        return String.join(", ", facts);
    }

    private static void add(List<String> facts, long number, String word) {
        if (number > 0) {
            facts.add("%,d %s".formatted(number, word));
        }
    }
}
