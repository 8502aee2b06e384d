package dev.standfirst.job;

import dev.standfirst.digest.SourceSpec;
import dev.standfirst.source.Entries;
import dev.standfirst.source.Listing;
import dev.standfirst.source.Sources;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Collect: every source of the digest is read, and what it lists is stored, each thing once. */
@Component
@StepScope
class CollectStep implements ItemReader<SourceSpec>, ItemWriter<Collected>, StepExecutionListener {

    private static final String ANSWERED = "answered";
    private static final String SEEN = "seen";
    private static final String NEW = "new";

    private final Sources sources;
    private final Entries entries;
    private final Clock clock;
    private final StepReport report;
    private final List<SourceSpec> specs;
    private final Iterator<SourceSpec> next;
    private int done;

    CollectStep(
            Sources sources,
            Entries entries,
            Clock clock,
            StepReports reports,
            @Value("#{stepExecution}") StepExecution step) {
        this.sources = sources;
        this.entries = entries;
        this.clock = clock;
        this.report = reports.of(step);
        this.specs = report.run().digest().sources();
        this.next = specs.iterator();
    }

    @Override
    public @Nullable SourceSpec read() {
        return next.hasNext() ? next.next() : null;
    }

    @Override
    public void write(Chunk<? extends Collected> chunk) {
        for (Collected collected : chunk) {
            store(collected.spec(), collected.sourceId(), collected.listing());
            report.progress(++done, specs.size());
        }
    }

    private void store(SourceSpec spec, long id, Listing listing) {
        if (listing instanceof Listing.Failed failed) {
            sources.failed(id, failed.reason());
            report.problem(spec.name() + " " + failed.reason());
            return;
        }
        report.tally().add(ANSWERED, 1);
        if (listing instanceof Listing.Listed listed) {
            report.tally().add(SEEN, listed.entries().size());
            report.tally().add(NEW, entries.store(id, listed.entries(), clock.instant()));
            sources.succeeded(id, listed.validators());
            listed.problems().forEach(problem -> report.problem(spec.name() + ": " + problem));
        } else {
            sources.unchanged(id);
        }
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        Tally tally = report.tally();
        report.done("%d of %d sources, %,d seen, %,d new"
                .formatted(tally.get(ANSWERED), specs.size(), tally.get(SEEN), tally.get(NEW)));
        return null;
    }
}
