package dev.standfirst.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NodesTests {

    private static final String EACH = "dev.standfirst.TestDatabase#each";

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void aDataFolder() throws IOException {
        data = Files.createDirectory(folder.resolve("data"));
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void theFirstOneOfADatabaseMayMailAndIsKnownAgain(TestDatabase database) {
        assertThat(at(database, data).mayMail()).isTrue();
        assertThat(at(database, data).mayMail()).isTrue();
        assertThat(at(database, data).all()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void anotherOneIsSilentUntilItIsConfirmedAndThenBothMail(TestDatabase database) throws IOException {
        at(database, data).advance();
        Path other = Files.createDirectory(folder.resolve("other"));

        assertThat(at(database, other).silence()).contains(Silence.NEW);
        at(database, other).confirm();

        assertThat(at(database, other).mayMail()).isTrue();
        assertThat(at(database, data).mayMail()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void aCopyOfTheFolderIsSilentAndTheOriginalGoesOn(TestDatabase database) throws IOException {
        at(database, data).advance();
        Path copy = Files.createDirectory(folder.resolve("copy"));
        Files.copy(data.resolve("instance"), copy.resolve("instance"));

        assertThat(at(database, copy).silence()).contains(Silence.MOVED);
        assertThat(at(database, data).mayMail()).isTrue();

        at(database, copy).confirm();
        assertThat(at(database, copy).mayMail()).isTrue();
        assertThat(at(database, data).silence()).as("who it is has moved on").contains(Silence.MOVED);
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void aDatabaseFromABackupIsSilentUntilItIsConfirmed(TestDatabase database) {
        Nodes nodes = at(database, data);
        nodes.advance();
        nodes.advance();
        database.jdbc().sql("update node_mark set mark = mark - 1").update();

        assertThat(nodes.silence()).contains(Silence.RESTORED);
        assertThat(at(database, data).mayMail()).isFalse();

        nodes.confirm();
        assertThat(at(database, data).mayMail()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void aBackupOfATimeBeforeThereWereNodesIsNoticedToo(TestDatabase database) {
        at(database, data).advance();
        database.jdbc().sql("delete from node").update();
        database.jdbc().sql("update node_mark set mark = 0").update();
        database.jdbc().sql("""
                insert into edition (digest, local_date, composed_at, title, subject, preheader, stories, articles, html,
                                     body_text)
                values ('morning', date '2026-11-17', timestamp with time zone '2026-11-17 06:00:00+00', '', '', '', 1, 1,
                        '', '')
                """).update();

        assertThat(at(database, data).silence()).contains(Silence.RESTORED);
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void aNewDatabaseForAnOldFolderHasNothingToMailTwice(TestDatabase database) throws IOException {
        Files.writeString(data.resolve("instance"), "id=of-an-earlier-time\nmark=815\n");

        assertThat(at(database, data).mayMail()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void aNameThatTheOperatorGaveIsWhoItIsWhereverItRuns(TestDatabase database) throws IOException {
        assertThat(named(database, data, "harbour-1").mayMail()).isTrue();
        Path other = Files.createDirectory(folder.resolve("other"));

        assertThat(named(database, other, "harbour-1").mayMail()).isTrue();
        assertThat(named(database, other, "harbour-2").silence()).contains(Silence.NEW);
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void aThrowAwayCopyIsFreeAndLeavesNoTrace(TestDatabase database) {
        at(database, data).advance();
        Path nowhere = folder.resolve("nowhere");
        Nodes copy = new Nodes(database.jdbc(), clock(), nowhere, "", true);

        copy.advance();

        assertThat(copy.mayMail()).isTrue();
        assertThat(nowhere).doesNotExist();
        assertThat(at(database, data).all()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void aFileThatIsNoneOfOursMakesItANewOne(TestDatabase database) throws IOException {
        at(database, data).advance();
        Files.writeString(data.resolve("instance"), "id=");

        assertThat(at(database, data).silence()).contains(Silence.NEW);
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void aFolderThatCannotBeWrittenEndsNobodyWhoMails(TestDatabase database) throws IOException {
        Files.createDirectory(data.resolve("instance"));

        at(database, data).advance();
        assertThat(at(database, data).all()).isEmpty();
    }

    @Test
    void whereTheMachineHasNoIdTheFolderIsKnownAndACopyInItsPlaceIsNot() throws IOException {
        Path noId = Files.writeString(folder.resolve("machine-id"), "uninitialized\n");
        String known = Machine.fingerprint(noId, data);
        InstanceFile file = new InstanceFile(data);
        file.write(new InstanceFile.Kept("one", 1));
        file.write(new InstanceFile.Kept("one", 2));
        assertThat(Machine.fingerprint(noId, data)).isEqualTo(known);
        assertThat(data).isDirectoryNotContaining("glob:**.new");

        Path original = Files.move(data, folder.resolve("original"));
        Files.createDirectory(data);
        for (String each : List.of("place", "instance")) {
            Files.copy(original.resolve(each), data.resolve(each));
        }
        assertThat(Machine.fingerprint(noId, data)).isNotEqualTo(known);
    }

    @Test
    void theIdOfTheMachineCountsWhereThereIsOne() throws IOException {
        Path id = Files.writeString(folder.resolve("machine-id"), "0123456789abcdef0123456789abcdef\n");
        String known = Machine.fingerprint(id, data);
        assertThat(data).isEmptyDirectory();

        Files.writeString(id, "fedcba9876543210fedcba9876543210\n");
        assertThat(Machine.fingerprint(id, data)).isNotEqualTo(known);
    }

    private static Nodes at(TestDatabase database, Path data) {
        return named(database, data, "");
    }

    private static Nodes named(TestDatabase database, Path data, String name) {
        return new Nodes(database.jdbc(), clock(), data, name, false);
    }

    private static Clock clock() {
        return Clock.fixed(Instant.parse("2026-11-18T06:00:00Z"), ZoneOffset.UTC);
    }
}
