package dev.standfirst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.StandfirstApplication;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import picocli.CommandLine;

/** What the commands say about an edition that somebody looks at before it goes out. */
class ApprovalCommandsTests {

    @TempDir
    private Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void anEditionIsComposedLookedAtSkippedTakenBackApprovedAndSent() throws IOException {
        Files.createDirectories(home.resolve("jobs"));
        Files.createDirectories(home.resolve("notes"));
        Files.writeString(
                home.resolve("notes/reef.txt"),
                "About the reef\n\nA survey ship has mapped a cold-water reef on the edge of the northern shelf.\n");
        Files.writeString(home.resolve("people.csv"), "email\nada@example.org\n");
        Files.writeString(home.resolve("jobs/tides.yaml"), """
                title: Tides
                language: en
                sources:
                  - name: Notes
                    folder: notes
                schedule:
                  time: "00:01"
                  zone: UTC
                  days: daily
                approval: required
                audience:
                  list: readers
                  seed: people.csv
                sender:
                  address: tides@standfirst.example
                """);
        Home folder = new Home(home, home.resolve("data"));
        try (Application application = new Application(ApprovalCommandsTests::boot, folder)) {
            assertThat(say(application, 3, "run", "tides", "--date", "2999-12-31"))
                    .startsWith("Tides of Tue 31 Dec 2999 waits for approval until Tue 31 Dec ")
                    .contains(
                            "  For        1 person\n",
                            "  Approve    standfirst approve tides 2999-12-31\n",
                            "  Skip       standfirst skip tides 2999-12-31\n",
                            "standfirst test tides 2999-12-31 --to ADDRESS");
            assertThat(say(application, 0, "test", "tides", "--to", "ines@example.org"))
                    .isEqualTo(
                            "Sent a test of Tides of Tue 31 Dec 2999 to ines@example.org through the built-in mailbox.\n");
            assertThat(say(application, 0, "status"))
                    .contains("Tides of Tue 31 Dec 2999 waits for approval, is skipped");
            assertThat(say(application, 0, "skip", "tides"))
                    .contains("was skipped by command line at", "Nobody is mailed.", "standfirst take-back tides");
            assertThat(say(application, 2, "approve", "tides"))
                    .startsWith("Tides of Tue 31 Dec 2999 cannot be approved: it was skipped by command line");
            assertThat(say(application, 0, "take-back", "tides")).startsWith("Taken back; nobody was mailed.");
            assertThat(say(application, 0, "approve", "tides"))
                    .startsWith(
                            "Approved for Tue 31 Dec 00:01; 1 person.\nTake back until then: standfirst take-back tides");
            assertThat(say(application, 0, "approve", "tides")).contains("was approved by command line at", "already.");
            assertThat(say(application, 0, "send", "tides", "--now")).startsWith("Sent to 1 person through");
            assertThat(say(application, 2, "take-back", "tides")).contains("its first mails left");
            assertThat(say(application, 0, "who", "tides"))
                    .contains("skipped by command line", "taken back by command line", "sent before its hour by");
            assertThat(say(application, 2, "retry", "tides")).startsWith("say which mails: --failed, --doubt, or both");
            assertThat(say(application, 0, "retry", "tides", "--failed", "--doubt"))
                    .isEqualTo("Nobody's mail of Tides of Tue 31 Dec 2999 can be sent once more; nothing was sent.\n");
        }
    }

    private static org.springframework.context.ConfigurableApplicationContext boot(
            boolean web, java.util.Map<String, Object> settings) {
        return new SpringApplicationBuilder(StandfirstApplication.class)
                .web(WebApplicationType.NONE)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    /** What a command prints, or the error it ends with. */
    private String say(Application application, int code, String... arguments) {
        out.reset();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        Console console = new Console(
                stream,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new Style(false),
                new Style(false),
                false);
        Home folder = new Home(home, home.resolve("data"));
        int is = new CommandLine(StandfirstCommand.class, new Commands(console, folder, application))
                .setExecutionExceptionHandler((e, commandLine, parsed) -> {
                    stream.println(e.getMessage());
                    return e instanceof CommandException known ? known.exit().code() : -1;
                })
                .execute(arguments);
        String said = out.toString(StandardCharsets.UTF_8);
        assertThat(is).as(said).isEqualTo(code);
        return said;
    }
}
