package dev.standfirst.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    private final Console console = new Console(stream, stream, new Style(false), new Style(true), false);

    @Test
    void aHeadlineInAnErrorIsNotObeyedByTheTerminal() {
        console.error(
                "2 articles are like \"lamp\u001b[2J\"",
                List.of("    12  Lamp\u009b31m burns\u202e again, Harbour\tTimes", "    13  Lamp\nerror: out"));

        assertThat(shown()).isEqualTo("""
                \u001b[31merror:\u001b[0m 2 articles are like "lamp\uFFFD[2J"
                           12  Lamp\uFFFD31m burns\uFFFD again, Harbour Times
                           13  Lamp error: out
                """);
    }

    @Test
    void scriptsKeepWhatJoinsTheirLetters() {
        console.error("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", List.of());

        assertThat(shown()).endsWith(" \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645\n");
    }

    @Test
    void jsonEscapesWhatATerminalWouldObeyAndNothingElse() {
        console.json(Map.of("headline", "L\u00e4mp\u001b[2J\u009b31m\u202e \ud83d\udea2 \udb40\udc01"));

        assertThat(shown()).isEqualToIgnoringCase("""
                {"headline":"L\u00e4mp\\u001b[2J\\u009b31m\\u202e \ud83d\udea2 \\udb40\\udc01"}
                """);
    }

    @Test
    void aMailKeepsItsLinesAndIsNotObeyed() {
        assertThat(Printable.lines("Tides\u001b]0;owned\u0007\r\n\r\n\tThe tide\u202e came in.\n"))
                .isEqualToNormalizingNewlines("Tides\uFFFD]0;owned\uFFFD\n\n The tide\uFFFD came in.");
    }

    private String shown() {
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
