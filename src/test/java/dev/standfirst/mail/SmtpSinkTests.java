package dev.standfirst.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mail server that judges our mails is itself judged here. */
class SmtpSinkTests {

    private static final String A = "MAIL FROM:<x@example.org>\r\nRCPT TO:<a@example.org>\r\nDATA\r\n";
    private static final String MAIL = "EHLO me\r\n" + A;

    @TempDir
    private Path folder;

    @Test
    void itKeepsALineForEachMailBeforeItAnswers() throws IOException {
        Path ledger = folder.resolve("ledger.txt");
        try (SmtpSink sink = new SmtpSink(ledger.toString())) {
            assertThat(say(sink, MAIL, "Message-ID: <1@x>\r\n\r\n..dot\r\n.\r\n"))
                    .endsWith("354 go on|250 2.0.0 taken|");
            assertThat(Files.readString(ledger))
                    .startsWith("a@example.org <1@x> a7b8ed4d")
                    .contains(" <x@example.org> 1 ")
                    .endsWith(" answered\n");
            assertThat(sink.messages()).containsExactly("Message-ID: <1@x>\r\n\r\n.dot\r\n");
            assertThat(sink.violations()).isEmpty();
        }
    }

    @Test
    void whatTheStandardsForbidIsNoted() throws IOException {
        try (SmtpSink sink = new SmtpSink("--without", "PIPELINING")) {
            say(sink, MAIL, "a\nb\rc\r\nt\u00e9\r\n" + "x".repeat(999) + "\r\n.\r\n");
            say(sink, "MAIL FROM:<x@example.org>\r\n");
            assertThat(sink.violations())
                    .contains(
                            "a bare LF in a line of text",
                            "a bare CR in a line of text",
                            "a line of text of 1001 characters",
                            "bytes beyond ASCII that were not told",
                            "commands in a group that was not offered: EHLO",
                            "not in order or not in form: MAIL FROM:<x@example.org>");
        }
    }

    @Test
    void faultsComeWhereAndAsOftenAsTheyAreAskedFor() throws IOException {
        try (SmtpSink sink =
                new SmtpSink("--fault", "rcpt=451 4.2.1 later,match=a@.*", "--fault", "dot=cut,kept=yes")) {
            assertThat(say(sink, MAIL)).endsWith("|451 4.2.1 later|554 5.5.1 no valid recipients|");
            assertThat(say(sink, MAIL, "x\r\n.\r\n")).endsWith("|354 go on|");
            assertThat(sink.recipients()).containsExactly("a@example.org");
            assertThat(say(sink, MAIL, "x\r\n.\r\n")).endsWith("|354 go on|250 2.0.0 taken|");
        }
        try (SmtpSink sink = new SmtpSink("--fault", "connect=cut", "--fault", "ehlo=garbage", "--limit", "1/60000")) {
            assertThat(say(sink, "")).isEmpty();
            assertThat(say(sink, "EHLO me\r\n")).isEqualTo("220 sink ESMTP|\u0001\u0002 this is no answer|");
            assertThat(say(sink, MAIL, "x\r\n.\r\n")).endsWith("|354 go on|250 2.0.0 taken|");
            assertThat(say(sink, MAIL)).contains("|450 4.7.28 too many mails, come again later|");
        }
    }

    @Test
    void aShareOfThePeopleMeetsAFaultTheSameInEachRun() throws IOException {
        assertThat(refused()).isEqualTo(refused()).hasSizeBetween(30, 70);
    }

    private static List<Integer> refused() throws IOException {
        SinkRules rules = new SinkRules(SinkOptions.parse("--seed", "7", "--fault", "rcpt=550,rate=0.05"));
        return IntStream.range(0, 1000)
                .filter(i -> rules.at(SinkFault.Stage.RCPT, "p%d@example.org".formatted(i))
                        .isPresent())
                .boxed()
                .toList();
    }

    @Test
    void itAsksForAPasswordAndEndsAConnectionThatCarriedEnough() throws IOException {
        try (SmtpSink sink = new SmtpSink("--login", "u:p", "--per-connection", "1")) {
            assertThat(say(sink, MAIL)).contains("|250-AUTH PLAIN LOGIN|").contains("|530 5.7.0 log in first|");
            assertThat(say(sink, "EHLO me\r\nAUTH PLAIN AHUAeA==\r\n")).endsWith("|535 5.7.8 wrong user or password|");
            assertThat(say(sink, "EHLO me\r\nAUTH LOGIN\r\n", "dQ==\r\n", "cA==\r\n" + A, "x\r\n.\r\n" + A))
                    .contains("|235 2.7.0 welcome|")
                    .endsWith("|250 2.0.0 taken|421 4.7.0 enough mails for one connection|");
        }
    }

    /** What it answers to these words, each said after an answer to the ones before; lines end with a stroke. */
    private static String say(SmtpSink sink, String... words) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sink.port())) {
            StringBuilder answers = new StringBuilder();
            for (String one : words) {
                answers.append(answer(socket, answers.length() == 0 ? "220" : "354|334"));
                socket.getOutputStream().write(one.getBytes(StandardCharsets.UTF_8));
            }
            socket.shutdownOutput();
            answers.append(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return answers.toString().replace("\r\n", "|");
        }
    }

    /** Reads up to the end of a line that begins so, or to the end of all. */
    private static String answer(Socket socket, String beginning) throws IOException {
        StringBuilder text = new StringBuilder();
        StringBuilder line = new StringBuilder();
        for (int octet = socket.getInputStream().read();
                octet >= 0;
                octet = socket.getInputStream().read()) {
            line.append((char) octet);
            if (octet == '\n') {
                text.append(line);
                if (line.toString().matches("(?s)(" + beginning + ").*")) {
                    break;
                }
                line.setLength(0);
            }
        }
        return text.toString();
    }
}
