package dev.standfirst.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.StandfirstApplication;
import dev.standfirst.TestDatabase;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.edition.Editions;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.SmtpSink;
import dev.standfirst.node.Nodes;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.watch.Pulse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two programs with one database, both at work at 07:00:00. */
class TwoNodesTests {

    private static final int ROUNDS = 12;
    private static final Clock SEVEN = Clock.fixed(Instant.parse("2026-11-18T07:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path home;

    @Test
    void ofTwoThatFireInOneMomentOneRunsTheEdition() throws Exception {
        TestDatabase server = TestDatabase.postgres();
        server.jdbc().sql("create database two_nodes").update();
        PGSimpleDataSource database = (PGSimpleDataSource) server.source();
        database.setDatabaseName("two_nodes");
        Files.createDirectories(home.resolve("jobs"));
        Files.createDirectories(home.resolve("notes"));
        Files.writeString(
                home.resolve("notes/reef.txt"),
                "About the reef\n\nA survey ship has mapped a cold-water reef on the edge of the northern shelf.\n");
        try (SmtpSink sink = new SmtpSink();
                ConfigurableApplicationContext one = program("one", database.getURL(), sink);
                ConfigurableApplicationContext two = program("two", database.getURL(), sink)) {
            one.getBean(Nodes.class).advance();
            two.getBean(Nodes.class).confirm();
            for (int round = 0; round < ROUNDS; round++) {
                digest("brief-" + round, one);
                fireAtOnce(one, two);
            }

            assertThat(sink.messages()).hasSize(ROUNDS);
            assertThat(finished(one)).isEqualTo(ROUNDS);
        }
    }

    private void fireAtOnce(ConfigurableApplicationContext... programs) throws InterruptedException {
        CyclicBarrier barrier = new CyclicBarrier(programs.length);
        List<Timetable> timetables = Stream.of(programs).map(this::timetable).toList();
        List<Thread> threads = timetables.stream()
                .map(timetable -> new Thread(() -> {
                    try {
                        barrier.await();
                    } catch (InterruptedException | BrokenBarrierException e) {
                        throw new IllegalStateException(e);
                    }
                    timetable.look();
                }))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        timetables.forEach(Timetable::destroy);
    }

    private Timetable timetable(ConfigurableApplicationContext program) {
        return new Timetable(
                program.getBean(Runs.class),
                program.getBean(Editions.class),
                program.getBean(Ledger.class),
                program.getBean(ApprovalPlans.class),
                program.getBean(Pulse.class),
                program.getBean(Nodes.class),
                SEVEN,
                home,
                Duration.ofHours(6));
    }

    private ConfigurableApplicationContext program(String name, String database, SmtpSink sink) {
        return new SpringApplicationBuilder(StandfirstApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--standfirst.data=" + home.resolve(name),
                        "--standfirst.database.url=" + database,
                        "--standfirst.database.username=postgres",
                        "--standfirst.mail.host=127.0.0.1",
                        "--standfirst.mail.tls=none",
                        "--standfirst.public-url=https://brief.example",
                        "--standfirst.mail.port=" + sink.port());
    }

    private void digest(String name, ConfigurableApplicationContext program) throws IOException {
        program.getBean(Subscriptions.class)
                .add(name, new EmailAddress(name + "@reader.example"), "", Reason.of("test"));
        Files.writeString(home.resolve("jobs").resolve(name + ".yaml"), """
                title: Morning Brief
                sources:
                  - {name: Field Notes, folder: notes}
                sender: {address: brief@standfirst.example}
                schedule: {time: 07:00, zone: UTC}
                """);
    }

    private static long finished(ConfigurableApplicationContext program) {
        return program.getBean(JdbcClient.class)
                .sql("select count(*) from edition where completed_at is not null")
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
