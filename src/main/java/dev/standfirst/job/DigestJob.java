package dev.standfirst.job;

import java.util.List;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.support.transaction.ResourcelessTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The whole flow, in run order: Source → Entry → Page → Article → Summary → Story → Edition → Message → Delivery.
 *
 * <p>An execution is identified by (digest, date). Started again, it goes on at the step, and the chunk, where it
 * stopped.
 */
@Configuration(proxyBeanMethods = false)
class DigestJob {

    /** The job that ends before anything is delivered. */
    static final String PREVIEW = "preview";

    private static final int ARTICLES_AT_ONCE = 50;

    /** What has come from the network is stored at once, whatever is still on its way. */
    private static final int WHAT_IS_THERE = 1;

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final AsyncTaskExecutor threads;
    private final RunStart start;
    private final GracefulStop stop;

    DigestJob(
            JobRepository repository,
            PlatformTransactionManager transactions,
            AsyncTaskExecutor itemThreads,
            RunStart start,
            GracefulStop stop) {
        this.repository = repository;
        this.transactions = transactions;
        this.threads = itemThreads;
        this.start = start;
        this.stop = stop;
    }

    /** The steps, in run order. */
    @Component
    record Steps(Step collect, Step extract, Step summarise, Step compose, Step approve, Step deliver) {}

    @Bean
    Job editionJob(Steps steps) {
        return new JobBuilder("digest", repository)
                .listener(start)
                .listener(stop)
                .start(steps.collect())
                .next(steps.extract())
                .next(steps.summarise())
                .next(steps.compose())
                .next(steps.approve())
                .next(steps.deliver())
                .build();
    }

    /** The last step alone, for a finished edition whose ledger has mails to send again. */
    @Bean
    Job deliverAgainJob(Step deliver) {
        return new JobBuilder("deliver-again", repository)
                .listener(start)
                .listener(stop)
                .start(deliver)
                .build();
    }

    /** Up to the frozen edition, for somebody who wants to see the edition first. */
    @Bean
    Job previewJob(Step collect, Step extract, Step summarise, Step compose) {
        return new JobBuilder(PREVIEW, repository)
                .listener(start)
                .listener(stop)
                .start(collect)
                .next(extract)
                .next(summarise)
                .next(compose)
                .build();
    }

    /** Source → Entry. Many sources are asked at once; each is stored when it has answered. */
    @Bean
    Step collect(CollectStep collect) {
        return new StepBuilder("collect", repository)
                .<List<Collected>, List<Collected>>chunk(WHAT_IS_THERE)
                .transactionManager(transactions)
                .reader(collect)
                .writer(collect)
                .listener(collect)
                .build();
    }

    /** Entry → Page → Article. Many pages are fetched at once; each article is stored when it is there. */
    @Bean
    Step extract(ExtractStep extract) {
        return new StepBuilder("extract", repository)
                .<List<Extracted>, List<Extracted>>chunk(WHAT_IS_THERE)
                .transactionManager(transactions)
                .reader(extract)
                .writer(extract)
                .listener(extract)
                .build();
    }

    /** Article → Summary. */
    @Bean
    Step summarise(SummariseStep summarise, ArticleSummariser summariser) {
        return new StepBuilder("summarise", repository)
                .<Long, Summarised>chunk(ARTICLES_AT_ONCE)
                .transactionManager(transactions)
                .reader(summarise)
                .processor(summariser)
                .writer(summarise)
                .taskExecutor(threads)
                .listener(summarise)
                .build();
    }

    /** Articles and summaries → Stories → Edition, frozen together with its audience in one transaction. */
    @Bean
    Step compose(ComposeStep compose) {
        return new StepBuilder("compose", repository)
                .tasklet(compose, transactions)
                .listener(compose)
                .build();
    }

    /** Ends the run where somebody has to look at the edition first; a later run goes on once it is approved. */
    @Bean
    Step approve(ApproveStep approve) {
        return new StepBuilder("approve", repository)
                .tasklet(approve, transactions)
                .listener(approve)
                .build();
    }

    /**
     * Edition → Message → Delivery. The ledger commits by itself: no transaction of the step may undo what was sent.
     */
    @Bean
    Step deliver(DeliverStep deliver) {
        return new StepBuilder("deliver", repository)
                .tasklet(deliver, new ResourcelessTransactionManager())
                .listener(deliver)
                .build();
    }
}
