package dev.standfirst.subscriber;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.delivery.Wired;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Suppressions.Cause;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Many at once, on both databases. */
@ParameterizedClass
@MethodSource("dev.standfirst.TestDatabase#each")
class RaceTests {

    private static final int THREADS = 16;
    private static final int PEOPLE = 50;
    private static final Reason BY_HAND = Reason.by("Grace", "added by hand");

    @Parameter
    private TestDatabase database;

    @TempDir
    private Path folder;

    @Test
    void whoIsAddedByManyAtOnceIsThereOnce() throws Exception {
        try (Wired wired = new Wired(database, Clock.systemUTC(), folder)) {
            Subscriptions subscriptions = wired.get(Subscriptions.class);

            List<List<Addition>> outcomes = atOnce(thread -> people(thread).stream()
                    .map(address -> subscriptions.add("race", address, "Name", BY_HAND))
                    .toList());

            assertThat(outcomes.stream().flatMap(List::stream))
                    .hasSize(THREADS * PEOPLE)
                    .areExactly(PEOPLE, new org.assertj.core.api.Condition<>(Addition.Added.class::isInstance, "added"))
                    .allMatch(outcome ->
                            outcome instanceof Addition.Added || outcome.equals(new Addition.AlreadyThere(false)));
            assertThat(count("list where name = 'race'")).isEqualTo(1);
            assertThat(count("subscriber")).isEqualTo(PEOPLE);
            assertThat(count("subscription where status = 'CONFIRMED'")).isEqualTo(PEOPLE);
            assertThat(count("history")).isEqualTo(PEOPLE);
        }
    }

    @Test
    void whoIsStoppedErasedAndAddedAtOnceEndsInOneStateAndNothingFails() throws Exception {
        try (Wired wired = new Wired(database, Clock.systemUTC(), folder)) {
            EmailAddress ada = new EmailAddress("ada@example.org");
            Subscriptions subscriptions = wired.get(Subscriptions.class);
            PersonalData data = wired.get(PersonalData.class);

            atOnce(thread -> thread % 4 == 0
                    ? data.erase(ada, BY_HAND)
                    : thread % 4 == 1
                            ? wired.get(Suppressions.class).addDomain("other.example", Cause.OPERATOR, BY_HAND)
                            : subscriptions.add("crowd", ada, "", BY_HAND));
            data.erase(ada, BY_HAND);

            assertThat(count("subscriber where normal = 'ada@example.org'")).isZero();
            assertThat(count("suppression where entry = 'other.example'")).isEqualTo(1);
        }
    }

    @Test
    void aRowThatIsRefusedDoesNotEndTheChangeAroundIt() {
        try (Wired wired = new Wired(database, Clock.systemUTC(), folder)) {
            Race race = wired.get(Race.class);
            Lists lists = wired.get(Lists.class);
            String insert = "insert into list (name, created_at) values ('once', current_timestamp)";

            wired.get(TransactionTemplate.class).executeWithoutResult(status -> {
                assertThat(race.insert(database(wired).sql(insert))).isTrue();
                assertThat(race.insert(database(wired).sql(insert))).isFalse();
                assertThat(lists.find("once")).isPresent();
            });

            assertThat(lists.find("once")).isPresent();
        }
    }

    private static org.springframework.jdbc.core.simple.JdbcClient database(Wired wired) {
        return wired.get(org.springframework.jdbc.core.simple.JdbcClient.class);
    }

    private interface Work<T> {
        T by(int thread) throws Exception;
    }

    private static <T> List<T> atOnce(Work<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        try {
            List<Callable<T>> calls = IntStream.range(0, THREADS)
                    .<Callable<T>>mapToObj(thread -> () -> {
                        start.await();
                        return work.by(thread);
                    })
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The same people, in another order for each thread. */
    private static List<EmailAddress> people(int thread) {
        List<EmailAddress> people = new ArrayList<>(IntStream.range(0, PEOPLE)
                .mapToObj(n -> new EmailAddress("p%d@race.example".formatted(n)))
                .toList());
        Collections.shuffle(people, new Random(thread / 2));
        return people;
    }

    private long count(String rows) {
        return database.jdbc()
                .sql("select count(*) from " + rows)
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
