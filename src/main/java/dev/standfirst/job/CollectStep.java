package dev.standfirst.job;

import dev.standfirst.digest.SourceSpec;
import dev.standfirst.source.Listing;
import dev.standfirst.source.SourceKeeper;
import dev.standfirst.source.SourceWords;
import dev.standfirst.source.Sources;
import dev.standfirst.text.Fact;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** Collect: every source of the digest that may be asked is read, and what it lists is stored, each thing once. */
@Component
@StepScope
class CollectStep implements ItemReader<List<Collected>>, ItemWriter<List<Collected>>, StepExecutionListener {

    private static final int AT_ONCE = 64;
    private static final String SEEN = "seen";
    private static final String NEW = "new";

    private final SourceKeeper keeper;
    private final Sources sources;
    private final Claims claims;
    private final StepReport report;
    private final StepExecution step;
    private final List<SourceSpec> specs;
    private final SourceWords words;
    private final NetworkWaits waits = new NetworkWaits();
    private final LookAhead<SourceSpec, Collected> ahead;
    private final List<Collected> unreached = new ArrayList<>();
    private int done;
    private int read;
    private int resting;
    private boolean networkAnswers;

    CollectStep(
            SourceCollector collector,
            SourceKeeper keeper,
            Sources sources,
            Claims claims,
            Clock clock,
            StepReports reports,
            @Value("#{stepExecution}") StepExecution step) {
        this.keeper = keeper;
        this.sources = sources;
        this.claims = claims;
        this.step = step;
        this.report = reports.of(step);
        this.specs = report.run().digest().sources();
        this.words = new SourceWords(
                clock.instant(), report.run().digest().schedule().zone());
        this.ahead = new LookAhead<>(
                specs, CollectStep::host, spec -> collector.collect(spec, waits), AT_ONCE, JobThreads.aheadThreads());
    }

    @Override
    public @Nullable List<Collected> read() throws InterruptedException {
        List<Collected> next = ahead.next(step::isTerminateOnly);
        return next.isEmpty() ? null : next;
    }

    @Override
    public void write(Chunk<? extends List<Collected>> chunk) {
        chunk.forEach(results -> results.forEach(this::keep));
    }

    private void keep(Collected collected) {
        networkAnswers |= collected.answered();
        if (collected.unreached()) {
            // Whether this is its fault is known when all have been asked.
            unreached.add(collected);
        } else if (collected.listing() instanceof Listing.Resting) {
            rest(collected);
        } else {
            store(collected);
        }
        report.progress(++done, specs.size());
    }

    private void rest(Collected collected) {
        resting++;
        if (collected.source().failingSince().isPresent()) {
            report.problem(collected.spec().name() + " " + words.resting(collected.source()));
        }
    }

    private void store(Collected collected) {
        String name = collected.spec().name();
        SourceKeeper.Kept kept = keeper.keep(
                collected.source(), collected.listing(), report.run().digest().window());
        report.tally().add(SEEN, kept.seen());
        report.tally().add(NEW, kept.fresh());
        if (collected.listing() instanceof Listing.Listed listed) {
            listed.problems().forEach(problem -> report.problem(name + ": " + problem));
        }
        if (kept.held() > 0) {
            report.problem(held(name, kept.held()));
        }
        // How it is now tells also what is wrong with a listing that was kept in part.
        sources.find(collected.spec().location())
                .filter(now -> now.failingSince().isPresent())
                .ifPresentOrElse(now -> report.problem(name + " " + words.resting(now)), () -> read++);
    }

    private static String held(String name, int held) {
        return "%s lists %,d entries that look old under new ids or addresses. They are held back; let them go with: standfirst sources release \"%s\", or leave them out with: standfirst sources drop \"%s\""
                .formatted(name, held, name, name);
    }

    /** Where nothing at all was reached, the network is down, and no source is to blame. */
    private void settleUnreached() {
        boolean networkDown = !networkAnswers && unreached.size() > 1;
        for (Collected collected : unreached) {
            Listing.Failed failed = (Listing.Failed) collected.listing();
            if (networkDown) {
                keeper.unreached(collected.source(), failed);
            } else {
                keeper.keep(collected.source(), failed, report.run().digest().window());
            }
            sources.find(collected.spec().location())
                    .ifPresent(now -> report.problem(collected.spec().name() + " " + words.resting(now)));
        }
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution execution) {
        waits.stop();
        claims.release(
                Claims.Of.SOURCE,
                ahead.abandon().stream()
                        .flatMap(spec -> sources.find(spec.location()).stream())
                        .map(source -> source.id())
                        .toList());
        settleUnreached();
        report.done(facts());
        return null;
    }

    private Fact facts() {
        Tally tally = report.tally();
        return Fact.of("fact.collect", read, specs.size(), tally.get(SEEN), tally.get(NEW), resting);
    }

    private static String host(SourceSpec spec) {
        String host = spec.location().getHost();
        return host == null ? LookAhead.FREE : host.toLowerCase(Locale.ROOT);
    }
}
