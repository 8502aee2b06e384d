package dev.standfirst.job;

import dev.standfirst.article.Article;
import dev.standfirst.article.Articles;
import dev.standfirst.article.Reprints;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.source.Entries;
import dev.standfirst.source.PendingEntry.Waiting;
import dev.standfirst.source.Sources;
import dev.standfirst.source.StoredSource;
import dev.standfirst.text.Fact;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/**
 * Extract: the article of every new entry is fetched, extracted and stored; one that cannot be had is told and left
 * out, and so is one that its source published before.
 */
@Component
@StepScope
class ExtractStep implements ItemReader<List<Extracted>>, ItemWriter<List<Extracted>>, StepExecutionListener {

    /** Most of them wait for their turn at a host, not for a core. */
    private static final int AT_ONCE = 64;

    private static final String FULL = "full";
    private static final String FROM_FEED = "fromFeed";
    private static final String REPRINTS = "reprints";
    private static final String FAILED = "failed";

    private final Entries entries;
    private final Articles articles;
    private final Reprints reprints;
    private final Claims claims;
    private final Clock clock;
    private final StepReport report;
    private final StepExecution step;
    private final NetworkWaits waits = new NetworkWaits();
    private final LookAhead<Waiting, Extracted> ahead;
    private final Map<Long, Reprints.Published> publishedBySource = new HashMap<>();
    private final List<Extracted.NotFound> unreached = new ArrayList<>();
    private final long total;
    private long done;
    private boolean networkAnswers;

    ExtractStep(
            EntryExtractor extractor,
            Entries entries,
            Articles articles,
            Reprints reprints,
            Claims claims,
            Sources sources,
            Clock clock,
            StepReports reports,
            @Value("#{stepExecution}") StepExecution step) {
        this.entries = entries;
        this.articles = articles;
        this.reprints = reprints;
        this.claims = claims;
        this.clock = clock;
        this.step = step;
        this.report = reports.of(step);
        List<Waiting> waiting = entries.pending(ids(sources), clock.instant());
        this.total = waiting.size();
        this.ahead = new LookAhead<>(
                waiting, Waiting::host, one -> extractor.extract(one, waits), AT_ONCE, JobThreads.aheadThreads());
    }

    private List<Long> ids(Sources sources) {
        return report.run().digest().sources().stream()
                .map(SourceSpec::location)
                .flatMap(location -> sources.find(location).stream())
                .map(StoredSource::id)
                .toList();
    }

    @Override
    public @Nullable List<Extracted> read() throws InterruptedException {
        List<Extracted> next = ahead.next(step::isTerminateOnly);
        return next.isEmpty() ? null : next;
    }

    @Override
    public void write(Chunk<? extends List<Extracted>> chunk) {
        chunk.forEach(results -> results.forEach(this::keep));
    }

    private void keep(Extracted extracted) {
        if (extracted instanceof Extracted.Found found) {
            networkAnswers = true;
            store(found);
        } else if (extracted instanceof Extracted.NotFound missing) {
            networkAnswers |= !missing.unreached();
            leaveOut(missing);
        }
        report.progress(++done, total);
    }

    private void store(Extracted.Found found) {
        Article article = found.article();
        Reprints.Published published = publishedBySource.computeIfAbsent(found.sourceId(), reprints::of);
        Optional<String> earlier = published.like(article, found.fingerprint());
        if (earlier.isPresent()) {
            entries.leftOut(
                    found.entryId(), "says the same as \"%s\" before".formatted(earlier.get()), clock.instant());
            report.tally().add(REPRINTS, 1);
        } else if (entries.done(found.entryId(), article.published(), clock.instant())) {
            articles.store(found.entryId(), article, found.fingerprint());
            published.add(found.entryId(), found.fingerprint());
            report.tally().add(article.fullText() ? FULL : FROM_FEED, 1);
        }
    }

    private void leaveOut(Extracted.NotFound missing) {
        report.tally().add(FAILED, 1);
        report.problem("%s %s".formatted(missing.name(), missing.reason()));
        if (missing.unreached()) {
            // Whether this is its fault is known when all have been asked.
            unreached.add(missing);
        } else {
            entries.failed(missing.entryId(), missing.reason(), clock.instant());
        }
    }

    private void settleUnreached() {
        boolean networkDown = !networkAnswers && unreached.size() > 1;
        for (Extracted.NotFound missing : unreached) {
            if (networkDown) {
                entries.unreached(missing.entryId(), missing.reason());
            } else {
                entries.failed(missing.entryId(), missing.reason(), clock.instant());
            }
        }
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution execution) {
        waits.stop();
        claims.release(
                Claims.Of.ENTRY, ahead.abandon().stream().map(Waiting::id).toList());
        settleUnreached();
        report.done(facts());
        return null;
    }

    private Fact facts() {
        Tally tally = report.tally();
        return Fact.of("fact.extract", tally.get(FULL), tally.get(FROM_FEED), tally.get(REPRINTS), tally.get(FAILED));
    }
}
