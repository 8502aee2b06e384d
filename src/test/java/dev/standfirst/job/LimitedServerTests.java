package dev.standfirst.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.MovableClock;
import dev.standfirst.ProgramInTest;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.digest.Days;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Schedule;
import dev.standfirst.digest.Selection;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.SmtpSink;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mail server that takes so many mails an hour, as the settings say, over real SMTP. */
class LimitedServerTests {

    private static final Instant SEVEN = Instant.parse("2026-11-18T07:00:00Z");
    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final MovableClock CLOCK = new MovableClock();

    @TempDir
    private Path home;

    private SmtpSink sink;
    private ConfigurableApplicationContext context;

    @BeforeEach
    void aServerThatTakesFiveAnHourAndEightPeople() throws IOException {
        CLOCK.set(SEVEN);
        sink = new SmtpSink();
        context = ProgramInTest.at(CLOCK)
                .run(
                        "--standfirst.data=" + home.resolve("data"),
                        "--standfirst.mail.host=127.0.0.1",
                        "--standfirst.mail.tls=none",
                        "--standfirst.mail.per-hour=5",
                        "--standfirst.public-url=https://brief.example",
                        "--standfirst.mail.port=" + sink.port());
        for (int i = 1; i <= 8; i++) {
            context.getBean(Subscriptions.class)
                    .add("all", new EmailAddress("p%d@example.org".formatted(i)), "", Reason.of("test"));
        }
        Files.createDirectories(home.resolve("notes"));
        Files.writeString(
                home.resolve("notes/reef.txt"),
                "About the reef\n\nA survey ship has mapped a cold-water reef on the edge of the northern shelf.\n");
    }

    @AfterEach
    void stop() throws IOException {
        context.close();
        sink.close();
    }

    @Test
    void anEditionRestsWhereTheHourIsUsedUpAndGoesOnInTheNext() {
        RunResult.Later first = (RunResult.Later) run();
        assertThat(sink.recipients()).hasSize(5).doesNotHaveDuplicates();
        assertThat(first.counts().of(DeliveryState.PENDING)).isEqualTo(3);
        assertThat(first.rest().next()).isBetween(SEVEN.plus(Duration.ofHours(1)), SEVEN.plus(Duration.ofMinutes(62)));

        CLOCK.set(first.rest().next());
        assertThat(run()).isInstanceOf(RunResult.Sent.class);
        assertThat(sink.recipients()).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void aRunWhoseLeaseSomebodyElseTookSendsNothingMore() {
        sink.watch(recipient -> {
            if (sink.recipients().size() == 1) {
                context.getBean(JdbcClient.class)
                        .sql("update edition_lease set owner = 'elsewhere 4711 0', epoch = epoch + 1")
                        .update();
                awaitLoss();
            }
        });

        assertThat(run())
                .isInstanceOfSatisfying(
                        RunResult.Failed.class,
                        failed -> assertThat(failed.problem().happened())
                                .startsWith("another run took this edition over"));
        assertThat(sink.recipients()).hasSizeLessThanOrEqualTo(2);
    }

    /** The next renewal, five seconds later at most, tells it. */
    private void awaitLoss() {
        Heartbeat heartbeat = context.getBean(Heartbeat.class);
        while (!heartbeat.isLost(new EditionKey("limited", DATE))) {
            Thread.onSpinWait();
        }
    }

    private RunResult run() {
        Digest digest = new Digest(
                "limited",
                "Morning Brief",
                Locale.ENGLISH,
                List.of(new SourceSpec(
                        "Field Notes",
                        SourceSpec.Kind.FOLDER,
                        home.resolve("notes").toUri(),
                        "Science")),
                new Schedule(LocalTime.of(7, 0), ZoneId.of("UTC"), Days.DAILY),
                Optional.empty(),
                new Digest.Length(12, 3, 3, 1, 5),
                Selection.ANY,
                new Digest.Audience(List.of("all"), Optional.empty()),
                new Digest.Sender("Morning Brief", "brief@standfirst.example", Optional.empty(), ""),
                "edition",
                true);
        return context.getBean(Runs.class).run(new RunRequest(digest, DATE), RunListener.NONE);
    }
}
