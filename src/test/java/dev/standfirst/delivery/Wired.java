package dev.standfirst.delivery;

import dev.standfirst.TestDatabase;
import dev.standfirst.bounce.Bounces;
import dev.standfirst.bounce.Returns;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** People and the ledger as the application wires them, with transactions and what is done again. */
public final class Wired implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /**
     * Wires them.
     *
     * @param source whose connections they share
     * @param data folder of mails
     */
    public Wired(DataSource source, Clock clock, Path data) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "standfirst.mailbox",
                                data.resolve("mailbox").toString(),
                                "standfirst.data",
                                data.toString())));
        JdbcTransactionManager transactions = new JdbcTransactionManager(source);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(PlatformTransactionManager.class, () -> transactions);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(source));
        context.registerBean(Bounces.class, () -> Returns.bounces(JdbcClient.create(source), clock));
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        context.register(Parts.class);
        context.refresh();
    }

    /** The same over one database. */
    public Wired(TestDatabase database, Clock clock, Path data) {
        this(database.source(), clock, data);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan("dev.standfirst.subscriber")
    @ComponentScan(
            basePackages = "dev.standfirst.mail",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*KeptMails"))
    @Import({Ledger.class, LedgerCounts.class, Settling.class, Departures.class, SentMails.class})
    private static class Parts {}
}
