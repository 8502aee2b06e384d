package dev.standfirst.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.StandfirstApplication;
import dev.standfirst.bounce.BounceMailbox;
import dev.standfirst.bounce.Bounces;
import dev.standfirst.bounce.Outcome;
import dev.standfirst.digest.Days;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Schedule;
import dev.standfirst.digest.Selection;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.SmtpSink;
import dev.standfirst.mail.SmtpSink.Fault;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.subscriber.Suppressions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The way of a mail out and back, on real parts: SMTP, a file database, a Maildir. */
class ReturnedMailTests {

    private static final EmailAddress ANNA = new EmailAddress("anna@lake.example");
    private static final EmailAddress BERT = new EmailAddress("bert@lake.example");
    private static final EmailAddress CORA = new EmailAddress("cora@lake.example");

    @TempDir
    private Path data;

    @Test
    void whoIsRefusedAtOnceAndWhoseMailComesBackLaterAreBothGivenUp() throws IOException {
        try (SmtpSink sink = new SmtpSink();
                ConfigurableApplicationContext context = start(sink.port())) {
            for (EmailAddress person : List.of(ANNA, BERT, CORA)) {
                context.getBean(Subscriptions.class).add("brief", person, "", Reason.of("test"));
            }
            sink.fault(ANNA.value(), Fault.REFUSE_RCPT);
            context.getBean(Runs.class).run(new RunRequest(digest(), LocalDate.of(2026, 11, 18)), RunListener.NONE);

            assertThat(sink.senders())
                    .hasSize(3)
                    .doesNotHaveDuplicates()
                    .allMatch(sender -> sender.matches("<bounces\\+[0-9a-v]{39}@post\\.example>.*"));
            assertThat(sink.messages().get(0).replaceAll("\r\n\\s", " "))
                    .containsPattern("List-Unsubscribe: <https://brief.example/u/[\\w-]{32}>,\\s*"
                            + "<mailto:bounces\\+leave-[0-9a-v]{39}@post.example\\?subject=unsubscribe>");
            assertThat(suppressed(context)).containsExactly(ANNA);

            returned(sink.senders().get(1).replaceAll("^<|>.*$", ""));
            BounceMailbox.Pass pass = context.getBean(BounceMailbox.class).read();

            assertThat(pass.outcomes()).extracting(Outcome::address).containsExactly(BERT.value());
            assertThat(suppressed(context)).containsExactly(ANNA, BERT);
            assertThat(context.getBean(Bounces.class).of(CORA)).isEmpty();
        }
    }

    private static List<EmailAddress> suppressed(ConfigurableApplicationContext context) {
        Suppressions suppressions = context.getBean(Suppressions.class);
        return List.of(ANNA, BERT, CORA).stream()
                .filter(person -> suppressions.find(person).isPresent())
                .toList();
    }

    private void returned(String to) throws IOException {
        Files.createDirectories(data.resolve("maildir/new"));
        Files.writeString(data.resolve("maildir/new/1.mx"), """
                Return-Path: <>
                Delivered-To: %s
                From: Mail Delivery System <MAILER-DAEMON@mx.lake.example>
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.lake.example

                Final-Recipient: rfc822; passed-on@pond.example
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 user unknown

                --b--
                """.formatted(to));
    }

    private ConfigurableApplicationContext start(int port) {
        return new SpringApplicationBuilder(StandfirstApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--standfirst.data=" + data,
                        "--standfirst.mail.host=127.0.0.1",
                        "--standfirst.mail.tls=none",
                        "--standfirst.mail.port=" + port,
                        "--standfirst.public-url=https://brief.example",
                        "--standfirst.bounces.address=bounces@post.example",
                        "--standfirst.bounces.protocol=maildir",
                        "--standfirst.bounces.maildir=" + data.resolve("maildir"));
    }

    private Digest digest() throws IOException {
        Path folder = Files.createDirectories(data.resolve("articles"));
        Files.writeString(folder.resolve("reef.md"), """
                ---
                title: Survey ship maps a reef
                date: 2026-11-18T05:00:00Z
                ---
                A survey ship has mapped a cold-water reef on the edge of the northern shelf. The crew worked for three weeks.
                """);
        return new Digest(
                "brief",
                "Morning Brief",
                Locale.ENGLISH,
                List.of(new SourceSpec("Field Notes", SourceSpec.Kind.FOLDER, folder.toUri(), "")),
                new Schedule(LocalTime.of(7, 0), ZoneId.of("UTC"), Days.DAILY),
                Optional.empty(),
                new Digest.Length(12, 3, 3, 1, 5),
                Selection.ANY,
                new Digest.Audience(List.of("brief"), Optional.empty()),
                new Digest.Sender("Morning Brief", "brief@standfirst.example", Optional.empty(), ""),
                "edition",
                true);
    }
}
