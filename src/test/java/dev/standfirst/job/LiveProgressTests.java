package dev.standfirst.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class LiveProgressTests {

    private static final Instant NOON = Instant.parse("2026-11-18T12:00:00Z");

    static Stream<TestDatabase> databases() {
        return TestDatabase.each();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anotherProcessSeesHowFarARunIsWhileAChunkIsAtWork(TestDatabase database) {
        LiveProgress here = new LiveProgress(database.jdbc(), new DataSourceTransactionManager(database.source()));
        LiveProgress there = new LiveProgress(database.jdbc(), new DataSourceTransactionManager(database.source()));
        Progress collect = new Progress(RunStep.COLLECT, 3, 14, 0.5, NOON, NOON, "");
        Progress deliver =
                new Progress(RunStep.DELIVER, 664, 988, 39.25, NOON, NOON.plusSeconds(20), "p3@example.org refused");

        database.transactions().executeWithoutResult(chunk -> {
            here.write(31, collect);
            assertThat(there.find(31)).contains(collect);
            here.write(31, deliver);
            assertThat(there.find(31)).contains(deliver);
            chunk.setRollbackOnly();
        });

        assertThat(there.find(31)).contains(deliver);
        assertThat(there.find(32)).isEmpty();
    }
}
