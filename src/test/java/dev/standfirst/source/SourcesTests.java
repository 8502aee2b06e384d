package dev.standfirst.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.standfirst.TestDatabase;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.digest.SourceSpec.Kind;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SourcesTests {

    private static final Instant NOW = Instant.parse("2026-11-18T06:00:00Z");

    static Stream<TestDatabase> databases() {
        return TestDatabase.each();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void entriesAreCountedByTheDaysBeforeNow(TestDatabase database) {
        Sources sources = new Sources(database.jdbc(), Clock.fixed(NOW, ZoneOffset.UTC));
        long busy = register(sources, "busy");
        long quiet = register(sources, "quiet");
        dated(database, busy, "now", Duration.ZERO);
        dated(database, busy, "hour", Duration.ofHours(1));
        dated(database, busy, "day", Duration.ofDays(1));
        dated(database, busy, "two", Duration.ofHours(47));
        dated(database, busy, "old", Duration.ofDays(3));
        dated(database, busy, "ahead", Duration.ofHours(-1));

        assertThat(sources.daily(3)).isEqualTo(Map.of(busy, List.of(0L, 2L, 2L), quiet, List.of(0L, 0L, 0L)));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatIsHeldAndWhatFailsIsCounted(TestDatabase database) {
        Sources sources = new Sources(database.jdbc(), Clock.fixed(NOW, ZoneOffset.UTC));
        long busy = register(sources, "busy");
        register(sources, "quiet");
        dated(database, busy, "one", Duration.ofHours(1));
        dated(database, busy, "two", Duration.ofDays(90));
        database.jdbc()
                .sql("update entry set state = 'HELD' where guid = 'two'")
                .update();
        database.jdbc()
                .sql("update source set failing_since = current_timestamp where id = ?")
                .param(busy)
                .update();

        assertThat(sources.count()).isEqualTo(2);
        assertThat(sources.failing()).isEqualTo(1);
        assertThat(sources.all())
                .extracting(
                        source -> source.counts().entries(),
                        source -> source.counts().held(),
                        source -> source.counts().lately())
                .containsExactly(tuple(2L, 1L, 1L), tuple(0L, 0L, 0L));
    }

    private static long register(Sources sources, String name) {
        return sources.register(new SourceSpec(name, Kind.FEED, URI.create("https://" + name + ".example/feed"), ""))
                .id();
    }

    private static void dated(TestDatabase database, long source, String guid, Duration ago) {
        database.jdbc()
                .sql("""
                insert into entry (source_id, guid, link, title, first_seen, dated, summary, content, state)
                values (:source, :guid, '', :guid, :at, :at, '', '', 'DONE')
                """)
                .param("source", source)
                .param("guid", guid)
                .param("at", NOW.minus(ago).atOffset(ZoneOffset.UTC))
                .update();
    }
}
