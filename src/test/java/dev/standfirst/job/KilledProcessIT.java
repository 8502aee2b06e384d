package dev.standfirst.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.mail.SmtpSink;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process leaves behind when it is killed in the middle of sending, told by the mail server's own ledger. */
class KilledProcessIT {

    private static final int PEOPLE = Integer.getInteger("kill.people", 400);
    private static final int KILLS = Integer.getInteger("kill.times", 3);

    @TempDir
    private Path folder;

    private Process sink;
    private BufferedReader taken;
    private Path ledger;
    private Program program;

    @BeforeEach
    void aMailServerInItsOwnProcessAndAListOfPeople() throws Exception {
        ledger = folder.resolve("ledger.txt");
        sink = Program.java(List.of(), SmtpSink.class, ledger.toString()).start();
        taken = Program.output(sink);
        Map<String, String> mail = Map.of(
                "STANDFIRST_MAIL_HOST",
                "127.0.0.1",
                "STANDFIRST_MAIL_PORT",
                taken.readLine(),
                "STANDFIRST_MAIL_TLS",
                "none");
        program = new Program(Program.home(folder), mail);
        String people = IntStream.range(0, PEOPLE)
                .mapToObj("p%d@example.org"::formatted)
                .collect(Collectors.joining("\n"));
        Files.writeString(folder.resolve("people.csv"), people + "\n");
        assertThat(program.run(
                                "subscribers",
                                "--list",
                                "notes",
                                "import",
                                folder.resolve("people.csv").toString(),
                                "--apply",
                                "--consent",
                                "asked for it at the fair")
                        .exit())
                .isZero();
    }

    @AfterEach
    void endTheMailServer() {
        sink.destroyForcibly();
    }

    @Test
    void everybodyGetsItOnceOrIsListedAsInDoubt() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            killAfter(PEOPLE * kill / (KILLS + 1));
        }
        Program.Outcome last = program.run("run", "notes", "--date", "2026-11-18", "--json");

        assertThat(last.exit()).as(last.err()).isZero();
        List<String> lines = Files.readAllLines(ledger);
        Set<String> mailed =
                lines.stream().map(line -> line.split(" ")[0]).collect(Collectors.toCollection(HashSet::new));
        assertThat(lines).as("nobody is mailed twice").hasSameSizeAs(mailed);
        int doubtful = number(last.out(), "doubt");
        assertThat(number(last.out(), "sent") + doubtful)
                .as("everybody is accounted for")
                .isEqualTo(PEOPLE);
        assertThat(doubtful).as("one mail a kill at the most").isLessThanOrEqualTo(KILLS);
        assertThat(PEOPLE - mailed.size()).as("who was not mailed is in doubt").isLessThanOrEqualTo(doubtful);
        System.out.printf("%d people, %d kills: %d mailed once, %d in doubt%n", PEOPLE, KILLS, mailed.size(), doubtful);
    }

    @Test
    void aRunThatIsToldToEndStopsAfterItsBatchAndLeavesNoDoubt() throws Exception {
        Process process = runUntil(PEOPLE / 2);
        process.destroy();

        assertThat(process.waitFor()).isEqualTo(130);
        Program.Outcome last = program.run("run", "notes", "--date", "2026-11-18", "--json");
        assertThat(number(last.out(), "sent")).isEqualTo(PEOPLE);
        assertThat(number(last.out(), "doubt")).isZero();
        assertThat(Files.readAllLines(ledger)).hasSize(PEOPLE).doesNotHaveDuplicates();
    }

    private void killAfter(int mails) throws IOException, InterruptedException {
        runUntil(mails).destroyForcibly().waitFor();
    }

    private Process runUntil(int mails) throws IOException {
        Process process = program.start("run", "notes", "--date", "2026-11-18", "--quiet");
        while (Files.notExists(ledger) || Files.readAllLines(ledger).size() < mails) {
            taken.readLine();
        }
        return process;
    }

    private static int number(String json, String field) {
        return Integer.parseInt(json.replaceAll("(?s).*\"" + field + "\":(\\d+).*", "$1"));
    }
}
