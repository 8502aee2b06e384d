package dev.standfirst.job;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** The threads that items are worked on: virtual ones where the JVM has them. */
@Configuration(proxyBeanMethods = false)
class JobThreads {

    private static final int AT_ONCE = 16;
    private static final int VIRTUAL_SINCE = 21;

    /** For the items of a chunk. */
    @Bean
    AsyncTaskExecutor itemThreads() {
        SimpleAsyncTaskExecutor executor = threads("item-");
        executor.setConcurrencyLimit(AT_ONCE);
        return executor;
    }

    /** For one step that works ahead of its reader, and bounds by itself how far. */
    static AsyncTaskExecutor aheadThreads() {
        return threads("ahead-");
    }

    private static SimpleAsyncTaskExecutor threads(String name) {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(name);
        executor.setVirtualThreads(Runtime.version().feature() >= VIRTUAL_SINCE);
        return executor;
    }
}
