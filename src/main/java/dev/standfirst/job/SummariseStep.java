package dev.standfirst.job;

import dev.standfirst.summary.Summaries;
import dev.standfirst.text.Fact;
import java.util.ArrayDeque;
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

/** Summarise: every article that has no summary gets one. */
@Component
@StepScope
class SummariseStep implements ItemReader<Long>, ItemWriter<Summarised>, StepExecutionListener {

    private static final int PAGE = 500;
    private static final String ARTICLES = "articles";
    private static final String SENTENCES = "sentences";

    private final Summaries summaries;
    private final StepReport report;
    private final Queue<Long> page = new ArrayDeque<>();
    private final long total;
    private long lastRead;
    private long done;

    SummariseStep(Summaries summaries, StepReports reports, @Value("#{stepExecution}") StepExecution step) {
        this.summaries = summaries;
        this.report = reports.of(step);
        this.total = summaries.countPending();
    }

    @Override
    public @Nullable Long read() {
        if (page.isEmpty()) {
            page.addAll(summaries.pending(lastRead, PAGE));
        }
        Long article = page.poll();
        lastRead = article == null ? lastRead : article;
        return article;
    }

    @Override
    public void write(Chunk<? extends Summarised> chunk) {
        for (Summarised summarised : chunk) {
            summaries.store(summarised.articleId(), summarised.summary());
            report.tally().add(ARTICLES, 1);
            report.tally().add(SENTENCES, summarised.summary().sentences().size());
            report.progress(++done, total);
        }
    }

    @Override
    public @Nullable ExitStatus afterStep(StepExecution step) {
        Tally tally = report.tally();
        report.done(Fact.of("fact.summarise", tally.get(SENTENCES), tally.get(ARTICLES)));
        return null;
    }
}
