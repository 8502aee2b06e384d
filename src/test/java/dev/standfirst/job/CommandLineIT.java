package dev.standfirst.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The program as a person meets it: words in, words and an exit code out. What a process of its own adds is tried where
 * the name says so.
 */
class CommandLineIT {

    @TempDir
    private Path folder;

    private Program program;

    @BeforeEach
    void aHome() throws IOException {
        program = new Program(Program.home(folder), Map.of("NO_COLOR", "1"));
    }

    @Test
    void aRunLeavesMailsInTheMailbox() throws Exception {
        program.run("subscribers", "--list", "notes", "add", "ada@example.org", "--name", "Ada");

        Program.Outcome run = program.runProcess("run", "--date", "2026-11-18");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("Sent to 1 person through the built-in mailbox.\n  Subject    About a reef\n");
        assertThat(run.err())
                .contains("collect done: 1 of 1 sources, 1 seen, 1 new")
                .contains("deliver done: 1 sent");
        assertThat(program.run("mailbox").out()).contains("   1  ada@example.org              About a reef");
        assertThat(program.run("run", "--date", "2026-11-18").out())
                .isEqualTo("The edition of Wed 18 Nov 2026 went out before, to 1 person. Nothing was sent now.\n");
        assertThat(program.run("run", "--date", "2026-11-19").out())
                .isEqualTo("Nothing new since the last edition, so nothing was sent.\n");
        assertThat(program.run("runs").out()).contains("2  2026-11-19  notes                nothing new");
    }

    @Test
    void aDryRunWritesTheMailsAndChangesNothing() throws Exception {
        program.run("subscribers", "--list", "notes", "add", "ada@example.org");

        Program.Outcome dry = program.run("run", "--dry-run", "--date", "2026-11-18");
        assertThat(dry.exit()).as(dry.err()).isZero();
        assertThat(folder.resolve("data/dry-run/notes-2026-11-18")).isDirectoryContaining("glob:**ada@example.org.eml");
        assertThat(program.run("run", "--dry-run").exit()).isZero();
        assertThat(program.run("run", "--to", "somebody@example.org").exit()).isZero();
        assertThat(program.run("runs").out()).isEqualTo("Nothing was run yet. The first one: standfirst run\n");
        assertThat(program.run("preview").out())
                .startsWith(
                        "Composed from what is there now. Nothing was sent or stored.\n  Subject    About a reef\n");
        assertThat(program.run("run", "--date", "2026-11-18").out()).startsWith("Sent to 1 person");
    }

    @Test
    void anEditionExplainsWhatItTells() throws Exception {
        program.run("subscribers", "--list", "notes", "add", "ada@example.org");

        assertThat(program.run("explain", "--preview", "notes", "reef").out())
                .startsWith("About a reef\nTold in Notes of ")
                .contains("1.00  freshness");
        program.run("run", "--date", "2026-11-18");
        assertThat(program.run("explain").out())
                .startsWith("Notes of Wed 18 Nov 2026: 1 of 1 story told, from 1 article\n");
        assertThat(program.run("explain", "notes", "2026-11-18", "about", "REEF")
                        .out())
                .startsWith("About a reef\nTold in Notes of Wed 18 Nov 2026, as number 1, among the top stories.\n");
        assertThat(program.run("explain", "1", "1", "--json").out())
                .startsWith("{\"edition\":1,\"digest\":\"notes\",\"date\":\"2026-11-18\",\"article\":1,")
                .contains("\"told\":true");
        Program.Outcome unknown = program.run("explain", "notes", "xyzzy");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).isEqualTo("""
                        error: no article is known with the number, the address or the headline "xyzzy"
                               All that the edition looked at: standfirst explain notes 2026-11-18
                        """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            rnu           | 2 | error: there is no command "rnu"\\n       Did you mean "run"? All of them: standfirst --help\\n
            run noets     | 2 | error: there is no digest called "noets"\\n       Did you mean "notes"? All of them: standfirst digests\\n
            run --dte     | 2 | error: there is no option "--dte"\\n       Did you mean "--date"? All of them: standfirst run --help\\n
            run --date 26.11. | 2 | error: invalid value for option '--date': "26.11." is no date; one is written 2026-11-18\\n       All of them: standfirst run --help\\n
            runs 99       | 2 | error: there is no run 99\\n       All of them: standfirst runs\\n
            explain noets | 2 | error: there is no digest called "noets"\\n       Did you mean "notes"? All of them: standfirst digests\\n
            explain notes | 2 | error: notes has no edition yet\\n       Make one: standfirst run notes\\n       Or look at what it would be: standfirst explain --preview notes\\n
            explain 99    | 2 | error: there is no edition 99\\n       The latest of a digest: standfirst explain DIGEST\\n
            mailbox 1     | 2 | error: there is no mail 1\\n       All of them: standfirst mailbox\\n
            lab splitt    | 2 | error: the lab has no verb "splitt"\\n       Verbs: address, cluster, csv, csv-export, decide, due, extract, header, opml, parse, robots, sanitise, split, summarise\\n
            subscribers --list notes add nobody | 2 | error: "nobody" is not an address: there is no @ in it\\n       Nothing was changed.\\n
            """)
    void mistakesAreToldWithTheWayOut(String line, int exit, String err) throws Exception {
        Program.Outcome outcome = program.run(line.split(" "));

        assertThat(outcome.err()).isEqualTo(err.replace("\\n", "\n"));
        assertThat(outcome.exit()).isEqualTo(exit);
    }

    @Test
    void aProcessEndsWithTheWordsAndTheCodeOfItsCommand() throws Exception {
        Program.Outcome outcome = program.runProcess("run", "noets");

        assertThat(outcome.err()).startsWith("error: there is no digest called \"noets\"\n");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.exit()).isEqualTo(2);
    }

    @Test
    void commandsThatMeetAtANewDatabaseAllComeIn() throws Exception {
        List<Process> met = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            met.add(program.start("status"));
        }

        List<Integer> exits = new ArrayList<>();
        for (Process command : met) {
            exits.add(command.waitFor());
        }
        assertThat(exits).containsOnly(0);
    }

    @Test
    void aBrokenDigestFileIsToldLineByLine() throws Exception {
        Files.writeString(folder.resolve("jobs/notes.yaml"), "titel: x\n");

        Program.Outcome outcome = program.run("run");
        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("error: the digest file is wrong\n")
                .contains("jobs/notes.yaml:1: \"titel\" is not a setting of the file. Did you mean \"title\"?");
    }

    @Test
    void sourcesGoToOtherProgramsAndComeFromThem() throws Exception {
        Files.writeString(folder.resolve("jobs/notes.yaml"), """
                title: Notes
                sources:
                  - {name: Field Notes, folder: notes}
                  - {name: "Coast: Radio", feed: "https://coast.example/feed", topic: Sea}
                sender: {address: notes@standfirst.example}
                """);

        Program.Outcome export = program.run("sources", "export");
        assertThat(export.exit()).isZero();
        assertThat(export.err()).isEqualTo("1 of 2 sources left out: they are no feeds on the web.\n");
        Path list = Files.writeString(folder.resolve("list.opml"), export.out());
        assertThat(program.run("sources", "import", list.toString()).out())
                .isEqualTo("  - name: \"Coast: Radio\"\n    feed: https://coast.example/feed\n    topic: Sea\n");
        Program.Outcome missing = program.run("sources", "import", "/none.opml");
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err()).startsWith("error: /none.opml is not there\n");
    }

    @Test
    void aMailServerThatIsNotThereLosesNothing() throws Exception {
        program.run("subscribers", "--list", "notes", "add", "ada@example.org");
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Program unreachable = new Program(
                folder, Map.of("STANDFIRST_MAIL_HOST", "127.0.0.1", "STANDFIRST_MAIL_PORT", Integer.toString(free)));

        Program.Outcome failed = unreachable.run("run", "--date", "2026-11-18");
        assertThat(failed.exit()).isEqualTo(1);
        assertThat(failed.err())
                .contains("error: 127.0.0.1:" + free + " cannot be reached")
                .contains("1 mail is composed and kept; none was sent.")
                .contains("Then go on: standfirst run notes");
        assertThat(program.run("run", "--date", "2026-11-18").out()).startsWith("Sent to 1 person");
    }

    @Test
    void aSourceThatCannotBeReadIsToldAndTheRestGoesOut() throws Exception {
        Files.writeString(folder.resolve("feed.xml"), "<html><body>Not a feed</body></html>");
        Files.writeString(folder.resolve("jobs/notes.yaml"), """
                title: Notes
                sources:
                  - {name: Field Notes, folder: notes}
                  - {name: Coast Radio, feed: feed.xml}
                  - {name: Nowhere, folder: missing}
                sender: {address: notes@standfirst.example}
                """);
        program.run("subscribers", "--list", "notes", "add", "ada@example.org");

        Program.Outcome run = program.run("run", "--date", "2026-11-18");
        assertThat(run.exit()).isZero();
        assertThat(run.err())
                .contains("collect warning: Coast Radio is a web page, not a feed")
                .contains("collect warning: Nowhere is not there");
        assertThat(program.run("mailbox", "1").out()).contains("Read today: 1 of 3 sources.");
        assertThat(program.run("sources", "--failing").out()).contains("! Coast Radio");
    }
}
