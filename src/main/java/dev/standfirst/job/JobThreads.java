package dev.standfirst.job;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;

/** The threads that items of a chunk are worked on: virtual ones where the JVM has them. */
@Configuration(proxyBeanMethods = false)
class JobThreads {

    private static final int AT_ONCE = 16;
    private static final int VIRTUAL_SINCE = 21;

    @Bean
    AsyncTaskExecutor itemThreads() {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("item-");
        executor.setConcurrencyLimit(AT_ONCE);
        executor.setVirtualThreads(Runtime.version().feature() >= VIRTUAL_SINCE);
        return executor;
    }
}
