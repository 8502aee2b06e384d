package dev.standfirst.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.mail.SmtpSink;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final int CONNECTIONS = 4;
    private static final String DATE = "2026-11-18";

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
                "none",
                "STANDFIRST_MAIL_CONNECTIONS",
                Integer.toString(CONNECTIONS));
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
    void everybodyGetsItAndTwiceOnlyWhoIsListedAsSentAgain() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            killAfter(PEOPLE * kill / (KILLS + 1));
        }
        assertThat(program.run("status").out())
                .as("nobody waits for a lease to run out before it is said")
                .contains("of notes cut off; go on: standfirst run notes")
                .doesNotContain("Running");
        Program.Outcome last = program.run("run", "notes", "--date", DATE, "--json");

        assertThat(last.exit()).as(last.err()).isZero();
        assertThat(number(last.out(), "sent")).as(last.out()).isEqualTo(PEOPLE);
        List<String> mails = mails();
        Map<String, Long> mailed =
                mails.stream().collect(Collectors.groupingBy(mail -> mail.split(" ")[0], Collectors.counting()));
        assertThat(mailed).as("nobody is left out, nobody unasked").hasSize(PEOPLE);
        assertThat(Set.copyOf(mails))
                .as("who got it twice got the same bytes with the same Message-ID")
                .hasSize(PEOPLE);
        assertThat(sentAgain())
                .as("twice alone who is listed")
                .containsAll(mailed.keySet().stream()
                        .filter(one -> mailed.get(one) > 1)
                        .toList())
                .as("one mail a kill and connection at most")
                .hasSizeLessThanOrEqualTo(KILLS * CONNECTIONS);
        System.out.printf("%d people, %d kills: all mailed, %d twice%n", PEOPLE, KILLS, mails.size() - PEOPLE);
    }

    @Test
    void aRunThatIsToldToEndStopsAfterItsBatchAndLeavesNoDoubt() throws Exception {
        Process process = runUntil(PEOPLE / 2);
        process.destroy();

        assertThat(process.waitFor()).isEqualTo(130);
        Program.Outcome last = program.run("run", "notes", "--date", DATE, "--json");
        assertThat(number(last.out(), "sent")).isEqualTo(PEOPLE);
        assertThat(number(last.out(), "doubt")).isZero();
        assertThat(mails()).hasSize(PEOPLE).doesNotHaveDuplicates();
        assertThat(sentAgain()).isEmpty();
    }

    private void killAfter(int mails) throws IOException, InterruptedException {
        runUntil(mails).destroyForcibly().waitFor();
    }

    private Process runUntil(int mails) throws IOException {
        Process process = program.start("run", "notes", "--date", DATE, "--quiet");
        while (Files.notExists(ledger) || Files.readAllLines(ledger).size() < mails) {
            taken.readLine();
        }
        return process;
    }

    /** What the server took, one line a mail: recipient, Message-ID, a hash of all bytes. */
    private List<String> mails() throws IOException {
        return Files.readAllLines(ledger).stream()
                .map(line -> String.join(" ", List.of(line.split(" ")).subList(0, 3)))
                .toList();
    }

    /** Whom the program lists as mailed again, or in doubt. */
    private List<String> sentAgain() {
        return program.run("who", "notes", DATE, "--doubt", "--json")
                .out()
                .lines()
                .map(line -> line.replaceAll(".*\"address\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    private static int number(String json, String field) {
        return Integer.parseInt(json.replaceAll("(?s).*\"" + field + "\":(\\d+).*", "$1"));
    }
}
