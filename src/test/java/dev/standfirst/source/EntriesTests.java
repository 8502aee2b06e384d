package dev.standfirst.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.digest.SourceSpec;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntriesTests {

    private static final Instant NOW = Instant.parse("2026-11-18T06:00:00Z");
    private static final SourceSpec SPEC =
            new SourceSpec("Harbour Times", SourceSpec.Kind.FEED, URI.create("https://news.example/feed"), "");

    private final TestDatabase database = new TestDatabase();
    private final Sources sources = new Sources(database.jdbc(), Clock.fixed(NOW, ZoneOffset.UTC));
    private final Entries entries = new Entries(database.jdbc());

    @Test
    void whatASourceListsTwiceIsStoredOnce() {
        long source = sources.register(SPEC).id();

        assertThat(entries.store(source, List.of(entry("1"), entry("2")), NOW)).isEqualTo(2);
        assertThat(entries.store(source, List.of(entry("2"), entry("3")), NOW)).isEqualTo(1);
        assertThat(entries.countPending(List.of(source))).isEqualTo(3);
    }

    @Test
    void namesOfAnyLengthAreToldApart() {
        long source = sources.register(SPEC).id();

        assertThat(entries.store(source, List.of(entry("x".repeat(3000) + "1"), entry("x".repeat(3000) + "2")), NOW))
                .isEqualTo(2);
    }

    @Test
    void anEntryIsGivenUpAfterThreeTries() {
        long source = sources.register(SPEC).id();
        entries.store(source, List.of(entry("1")), NOW);
        long id = entries.pending(List.of(source), 0, 10).get(0).id();

        entries.failed(id, "did not answer within 10 s");
        entries.failed(id, "did not answer within 10 s");
        assertThat(entries.countPending(List.of(source))).isEqualTo(1);
        entries.failed(id, "did not answer within 10 s");
        assertThat(entries.countPending(List.of(source))).isZero();
    }

    @Test
    void aSourceRemembersSinceWhenItFails() {
        long id = sources.register(SPEC).id();

        sources.failed(id, "answered 503 Service Unavailable");
        assertThat(sources.find(SPEC.location())).get().satisfies(source -> {
            assertThat(source.failingSince()).contains(NOW);
            assertThat(source.problem()).isEqualTo("answered 503 Service Unavailable");
        });
        sources.succeeded(id, new Validators("\"abc\"", ""));
        assertThat(sources.find(SPEC.location())).get().satisfies(source -> {
            assertThat(source.failingSince()).isEmpty();
            assertThat(source.validators().etag()).isEqualTo("\"abc\"");
        });
    }

    private static Entry entry(String id) {
        return new Entry(
                id, URI.create("https://news.example/a"), "T", null, null, "", "", "", null, List.of(), List.of());
    }
}
