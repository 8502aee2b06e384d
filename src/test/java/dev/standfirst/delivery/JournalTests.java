package dev.standfirst.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JournalTests {

    @TempDir
    private Path data;

    static Stream<TestDatabase> databases() {
        return TestDatabase.each();
    }

    @Test
    void aFileThatEndsAnywhereTellsWhatWasWholeByThen() throws IOException {
        Journals here = new Journals(data);
        Journal journal = here.open(7, "c-1", "host 1 2");
        journal.handing(row(1));
        journal.result(row(1), sent(1));
        journal.handing(row(2));
        Path file = onlyFile();
        byte[] whole = Files.readAllBytes(file);

        List<Map<Long, Journals.Said>> seen = new ArrayList<>();
        for (int length = whole.length; length >= 0; length--) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            Journals.Left left = here.left(7).get("host 1 2");
            Map<Long, Journals.Said> mails = left == null ? Map.of() : left.mails();
            if (seen.isEmpty() || !seen.get(seen.size() - 1).equals(mails)) {
                seen.add(mails);
            }
        }

        assertThat(seen)
                .containsExactly(
                        Map.of(1L, said(Optional.of(sent(1))), 2L, said(Optional.empty())),
                        Map.of(1L, said(Optional.of(sent(1)))),
                        Map.of(1L, said(Optional.empty())),
                        Map.of());
    }

    @Test
    void aByteThatFlippedEndsTheFileThere() throws IOException {
        Journals here = new Journals(data);
        Journal journal = here.open(7, "c-1", "host 1 2");
        journal.handing(row(1));
        journal.handing(row(2));
        byte[] bytes = Files.readAllBytes(onlyFile());
        bytes[bytes.length - 6] ^= 1;
        Files.write(onlyFile(), bytes);

        assertThat(here.left(7).get("host 1 2").mails()).containsOnlyKeys(1L);
    }

    @Test
    void whatIsSettledLeavesNoFile() {
        Journal journal = new Journals(data).open(7, "c-1", "host 1 2");
        for (long id = 1; id <= 5_000; id++) {
            journal.handing(row(id));
            journal.result(row(id), sent(id));
            journal.settled(1);
        }
        assertThat(data.resolve("journal/7")).isDirectoryContaining("glob:**c-1-000002.journal");
        assertThat(files()).hasSize(1);

        journal.close();

        assertThat(files()).isEmpty();
    }

    @Test
    void whatIsNotSettledStays() {
        Journal journal = new Journals(data).open(7, "c-1", "host 1 2");
        journal.handing(row(1));
        journal.close();

        assertThat(files()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aRunThatDiedLeavesOnlyTheMailOnItsWayInDoubt(TestDatabase database) {
        Books books = new Books(database, Clock.fixed(Books.DUE, ZoneOffset.UTC));
        books.anEditionFor(4);
        books.claim("host 1 2", 4);
        Journal journal = new Journals(data).open(7, "c-1", "host 1 2");
        journal.handing(row(1));
        journal.result(row(1), sent(1));
        journal.handing(row(2));
        journal.result(row(2), new Settlement(2, DeliveryState.FAILED, "550 5.1.1 gone", Books.DUE, 1, 0, false));
        journal.handing(row(3));

        assertThat(books.recovery(data).recover(7, books.terms(false))).isEqualTo(1);

        assertThat(books.states()).containsExactly("SENT", "FAILED", "DOUBT", "PENDING");
        assertThat(books.ledger.counts(7).byState()).isEqualTo(books.counted());
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aMailInDoubtIsSentAgainWhereThatIsWanted(TestDatabase database) {
        Books books = new Books(database, Clock.fixed(Books.DUE, ZoneOffset.UTC));
        books.anEditionFor(2);
        books.claim("host 1 2", 1);
        new Journals(data).open(7, "c-1", "host 1 2").handing(row(1));

        assertThat(books.recovery(data).recover(7, books.terms(true))).isEqualTo(1);

        assertThat(books.claim("host 3 4", 10))
                .extracting(row -> row.turn().doubts())
                .containsExactlyInAnyOrder(0, 1);
        assertThat(books.counts.of(7).repeats()).isEqualTo(1);
    }

    @Test
    void whatWasSettledBeforeTheFileWasDeletedCountsOnce() {
        Books books = new Books(new TestDatabase(), Clock.fixed(Books.DUE, ZoneOffset.UTC));
        books.anEditionFor(2);
        Claimed row = books.claim("host 1 2", 1).get(0);
        Journal journal = new Journals(data).open(7, "c-1", "host 1 2");
        journal.handing(row.turn());
        Settlement doubtful = books.terms(true).doubtful(row.turn(), "no answer", Books.DUE);
        journal.result(row.turn(), doubtful);
        books.settle("host 1 2", doubtful);

        assertThat(books.recovery(data).recover(7, books.terms(true))).isZero();

        assertThat(books.claim("host 3 4", 10))
                .filteredOn(one -> one.id() == row.id())
                .extracting(one -> one.turn().doubts())
                .containsExactly(1);
        assertThat(books.counts.of(7).repeats()).isEqualTo(1);
    }

    @Test
    void rowsInTheHandOfAnotherMachineAreInDoubt() {
        Books books = new Books(new TestDatabase(), Clock.fixed(Books.DUE, ZoneOffset.UTC));
        books.anEditionFor(2);
        books.claim("elsewhere 1 2", 1);

        assertThat(books.recovery(data).recover(7, books.terms(false))).isEqualTo(1);

        assertThat(books.states()).containsExactly("DOUBT", "PENDING");
    }

    @Test
    void theMachineThatComesBackKnowsBetter() {
        Books books = new Books(new TestDatabase(), Clock.fixed(Books.DUE, ZoneOffset.UTC));
        books.anEditionFor(3);
        books.claim("host 1 2", 3);
        Journal journal = new Journals(data).open(7, "c-1", "host 1 2");
        journal.handing(row(1));
        journal.result(row(1), sent(1));
        journal.handing(row(2));
        books.recovery(data.resolve("elsewhere")).recover(7, books.terms(false));
        assertThat(books.states()).containsExactly("DOUBT", "DOUBT", "DOUBT");

        books.recovery(data).recover(7, books.terms(false));

        assertThat(books.states()).containsExactly("SENT", "DOUBT", "DOUBT");
    }

    @ParameterizedTest
    @CsvSource({"c-1,c-2", "c-2,c-1"})
    void whatOneConnectionBeganCountsMoreThanThatAnotherWasRefused(String refused, String began) {
        Journals here = new Journals(data);
        Journal one = here.open(7, refused, "host 1 2");
        one.handing(row(1));
        one.result(row(1), Settlement.back(new Waiting(1, Books.DUE, 0, 0)));
        here.open(7, began, "host 1 2").handing(row(1));

        assertThat(here.left(7).get("host 1 2").mails()).containsEntry(1L, said(Optional.empty()));
    }

    private static Journals.Said said(Optional<Settlement> result) {
        return new Journals.Said(1, result);
    }

    private static Waiting row(long id) {
        return new Waiting(id, Books.DUE, 0, 0);
    }

    private static Settlement sent(long id) {
        return new Settlement(id, DeliveryState.SENT, "250 2.0.0 ok", Books.DUE, 1, 0, true);
    }

    private Path onlyFile() {
        return files().get(0);
    }

    private List<Path> files() {
        Path folder = data.resolve("journal/7");
        try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
