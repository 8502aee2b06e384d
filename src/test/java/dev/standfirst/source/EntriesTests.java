package dev.standfirst.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.source.EntryStore.Stored;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntriesTests {

    private static final Instant NOW = Instant.parse("2026-11-18T06:00:00Z");
    private static final Optional<Instant> YESTERDAY = Optional.of(NOW.minus(Duration.ofDays(1)));
    private static final Instant LONG_AGO = Instant.parse("2026-08-01T06:00:00Z");
    private static final SourceSpec SPEC =
            new SourceSpec("Harbour Times", SourceSpec.Kind.FEED, URI.create("https://news.example/feed"), "");

    private final TestDatabase database = new TestDatabase();
    private final EntryStore store = new EntryStore(database.jdbc(), database.template());
    private final Entries entries = new Entries(database.jdbc());
    private final long source = new Sources(database.jdbc(), Clock.fixed(NOW, ZoneOffset.UTC))
            .register(SPEC)
            .id();

    @Test
    void whatASourceListsTwiceIsStoredOnce() {
        assertThat(stored(entry("1"), entry("2"))).isEqualTo(2);
        assertThat(stored(entry("2"), entry("3"))).isEqualTo(1);
        assertThat(pending()).isEqualTo(3);
    }

    @Test
    void namesOfAnyLengthAreToldApart() {
        assertThat(stored(entry("x".repeat(3000) + "1"), entry("x".repeat(3000) + "2")))
                .isEqualTo(2);
    }

    @Test
    void textThatNoDatabaseTakesIsStoredWithoutIt() {
        assertThat(stored(new Entry(
                        "1\0",
                        URI.create("https://news.example/a"),
                        "A\0title",
                        null,
                        null,
                        "",
                        "\0",
                        "",
                        null,
                        List.of(),
                        List.of())))
                .isEqualTo(1);
    }

    @Test
    void anEntryIsTriedADayApartAndGivenUpAfterThreeTries() {
        stored(entry("1"));
        long id = entries.pending(List.of(source), NOW).get(0).id();

        entries.failed(id, "did not answer within 10 s", NOW);
        assertThat(entries.pending(List.of(source), NOW.plus(Duration.ofHours(23))))
                .isEmpty();
        assertThat(entries.pending(List.of(source), NOW.plus(Duration.ofHours(24))))
                .hasSize(1);
        entries.failed(id, "did not answer within 10 s", NOW);
        entries.failed(id, "did not answer within 10 s", NOW);
        assertThat(entries.pending(List.of(source), NOW.plus(Duration.ofDays(9))))
                .isEmpty();
    }

    @Test
    void anArticleIsKnownByItsAddressWhateverItsIdAndTitle() {
        stored(entry("1", "https://news.example/reef", "Reef mapped off the northern shelf"));

        for (String same : List.of(
                "http://news.example/reef",
                "https://www.news.example/reef/",
                "https://NEWS.example/reef#comments",
                "https://news.example:443/reef?utm_source=feed&fbclid=x")) {
            assertThat(stored(entry("id of " + same, same, "A cold-water reef")))
                    .as(same)
                    .isZero();
        }
        assertThat(stored(entry("2", "https://news.example/reef?page=2", "Reef, second part")))
                .isEqualTo(1);
    }

    @Test
    void anAddressThatAllEntriesShareTellsNone() {
        String page = "https://news.example/changes";
        assertThat(stored(
                        entry("1", page + "#1", "Release one of the harbour app"),
                        entry("2", page + "#2", "Release two of the harbour app")))
                .isEqualTo(2);
        assertThat(stored(
                        entry("3", page + "#3", "Release three of the harbour app"),
                        entry("2", page + "#2", "Release two of the harbour app")))
                .isEqualTo(1);
        assertThat(stored(entry("a", "https://comic.example/", "Gulls at breakfast")))
                .isEqualTo(1);
        assertThat(stored(entry("b", "https://comic.example/", "Gulls at supper")))
                .isEqualTo(1);
    }

    @Test
    void aSiteThatMovesHouseIsNotNews() {
        Entry[] before = listing("https://news.example/old/", NOW.minus(Duration.ofDays(10)));
        Entry[] after = listing("https://news.example/new/", NOW.minus(Duration.ofDays(10)));
        assertThat(store(Optional.empty(), Optional.empty(), before).fresh()).isEqualTo(20);

        assertThat(stored(after)).isZero();
    }

    @Test
    void aFloodOfOldEntriesUnderNewIdsAndDatesIsHeldAndToldOnce() {
        store(Optional.empty(), Optional.empty(), listing("https://news.example/old/", NOW.minus(Duration.ofDays(10))));
        Entry[] flood = listing("https://news.example/new/", NOW.minus(Duration.ofHours(3)));

        assertThat(store(YESTERDAY, Optional.empty(), flood)).isEqualTo(new Stored(0, 20));
        assertThat(store(YESTERDAY, Optional.empty(), flood)).isEqualTo(new Stored(0, 0));
        assertThat(pending()).isEqualTo(20);
        assertThat(entries.release(source)).isEqualTo(20);
        assertThat(pending()).isEqualTo(40);
    }

    @Test
    void aFloodOfEntriesWithOldDatesIsHeldAndCanBeDropped() {
        stored(entry("1"));
        Entry[] archive = IntStream.range(0, 30)
                .mapToObj(
                        i -> entry("n" + i, "https://news.example/n" + i, "Volume " + i + " of the archive", LONG_AGO))
                .toArray(Entry[]::new);

        assertThat(store(YESTERDAY, Optional.empty(), archive)).isEqualTo(new Stored(0, 30));
        assertThat(entries.drop(source)).isEqualTo(30);
        assertThat(entries.release(source)).isZero();
        assertThat(pending()).isEqualTo(1);
    }

    @Test
    void aFewBackdatedEntriesAreNews() {
        stored(entry("1"));

        assertThat(stored(entry("2", "https://news.example/b", "A report that came late", LONG_AGO)))
                .isEqualTo(1);
    }

    @Test
    void aNewSourceBringsItsWindowAndNotItsHistory() {
        Stored first = store(
                Optional.empty(),
                Optional.of(Duration.ofHours(36)),
                entry("1", "https://news.example/1", "Today", NOW.minus(Duration.ofHours(2))),
                entry("2", "https://news.example/2", "Last summer", LONG_AGO),
                entry("3", "https://news.example/3", "Some time", null));
        assertThat(first).isEqualTo(new Stored(2, 0));

        assertThat(stored(entry("2", "https://news.example/2", "Last summer", LONG_AGO)))
                .isZero();
    }

    @Test
    void withoutAWindowANewSourceBringsItsFiftyNewest() {
        Entry[] history = IntStream.range(0, 200)
                .mapToObj(i -> entry(
                        "n" + i, "https://news.example/n" + i, "Article number " + i, NOW.minus(Duration.ofDays(i))))
                .toArray(Entry[]::new);

        assertThat(store(Optional.empty(), Optional.empty(), history)).isEqualTo(new Stored(50, 0));
        assertThat(entries.pending(List.of(source), NOW).stream()
                        .map(waiting -> entries.findPending(waiting.id()).orElseThrow())
                        .map(pending -> pending.entry().id()))
                .contains("n0", "n49")
                .doesNotContain("n50");
    }

    @Test
    void datesThatCannotBeAreNone() {
        stored(
                entry("1", "https://news.example/1", "From the future", Instant.parse("2041-01-01T00:00:00Z")),
                entry("2", "https://news.example/2", "From the epoch", Instant.EPOCH),
                entry("3", "https://news.example/3", "From nowhere", null));

        assertThat(database.jdbc()
                        .sql("select count(*) from entry where published is null and dated = first_seen")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void aListingOfAThousandKnownEntriesCostsAFewStatements() {
        Entry[] thousand = IntStream.range(0, 1000)
                .mapToObj(i -> entry("n" + i, "https://news.example/n" + i, "Article number " + i, NOW))
                .toArray(Entry[]::new);

        assertThat(stored(thousand)).isEqualTo(1000);
        assertThat(stored(thousand)).isZero();
    }

    private int stored(Entry... listing) {
        return store(YESTERDAY, Optional.empty(), listing).fresh();
    }

    private Stored store(Optional<Instant> lastSuccess, Optional<Duration> window, Entry... listing) {
        return store.store(source, List.of(listing), NOW, lastSuccess, window);
    }

    private int pending() {
        return entries.pending(List.of(source), NOW).size();
    }

    private static Entry[] listing(String site, Instant newest) {
        return IntStream.range(0, 20)
                .mapToObj(i -> entry(
                        site + i,
                        site + i,
                        "Report number %d from the harbour".formatted(i),
                        newest.minus(Duration.ofHours(i))))
                .toArray(Entry[]::new);
    }

    private static Entry entry(String id) {
        return entry(id, "https://news.example/" + id, "Title of " + id);
    }

    private static Entry entry(String id, String link, String title) {
        return entry(id, link, title, null);
    }

    private static Entry entry(String id, String link, String title, @Nullable Instant published) {
        return new Entry(id, URI.create(link), title, published, null, "", "", "", null, List.of(), List.of());
    }
}
