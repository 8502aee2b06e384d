package dev.standfirst.job;

import dev.standfirst.article.Article;
import dev.standfirst.article.Articles;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.source.Entries;
import dev.standfirst.source.PendingEntry;
import dev.standfirst.source.Sources;
import dev.standfirst.source.StoredSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
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
 * out.
 */
@Component
@StepScope
class ExtractStep implements ItemReader<PendingEntry>, ItemWriter<Extracted>, StepExecutionListener {

    private static final int PAGE = 100;
    private static final String FULL = "full";
    private static final String FROM_FEED = "fromFeed";
    private static final String FAILED = "failed";

    private final Entries entries;
    private final Articles articles;
    private final StepReport report;
    private final List<Long> sourceIds;
    private final Queue<PendingEntry> page = new ArrayDeque<>();
    private final long total;
    private long lastRead;
    private long done;

    ExtractStep(
            Entries entries,
            Articles articles,
            Sources sources,
            StepReports reports,
            @Value("#{stepExecution}") StepExecution step) {
        this.entries = entries;
        this.articles = articles;
        this.report = reports.of(step);
        this.sourceIds = report.run().digest().sources().stream()
                .map(SourceSpec::location)
                .flatMap(location -> sources.find(location).stream())
                .map(StoredSource::id)
                .toList();
        this.total = entries.countPending(sourceIds);
    }

    @Override
    public @Nullable PendingEntry read() {
        if (page.isEmpty()) {
            page.addAll(entries.pending(sourceIds, lastRead, PAGE));
        }
        PendingEntry entry = page.poll();
        lastRead = entry == null ? lastRead : entry.id();
        return entry;
    }

    @Override
    public void write(Chunk<? extends Extracted> chunk) {
        for (Extracted extracted : chunk) {
            if (extracted instanceof Extracted.Found found) {
                store(found.entryId(), found.article());
            } else {
                leaveOut((Extracted.NotFound) extracted);
            }
            report.progress(++done, total);
        }
    }

    private void store(long entryId, Article article) {
        articles.store(entryId, article);
        entries.done(entryId);
        report.tally().add(article.fullText() ? FULL : FROM_FEED, 1);
    }

    private void leaveOut(Extracted.NotFound missing) {
        entries.failed(missing.entryId(), missing.reason());
        report.tally().add(FAILED, 1);
        report.problem("%s %s".formatted(missing.name(), missing.reason()));
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        Tally tally = report.tally();
        String facts = "%,d in full".formatted(tally.get(FULL));
        facts += tally.get(FROM_FEED) == 0 ? "" : ", %,d from the feed summary".formatted(tally.get(FROM_FEED));
        facts += tally.get(FAILED) == 0 ? "" : ", %,d could not be read".formatted(tally.get(FAILED));
        report.done(facts);
        return null;
    }
}
