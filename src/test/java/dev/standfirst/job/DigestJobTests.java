package dev.standfirst.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.StandfirstApplication;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.digest.Days;
import dev.standfirst.digest.Delivery;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Schedule;
import dev.standfirst.digest.Selection;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.edition.Editions;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.SmtpSink;
import dev.standfirst.mail.SmtpSink.Fault;
import dev.standfirst.node.Nodes;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.watch.Pulse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole job on real parts: files in, a database in a file, mails out over SMTP. */
class DigestJobTests {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);

    @TempDir
    private static Path data;

    private static SmtpSink sink;
    private static ConfigurableApplicationContext context;

    @TempDir
    private Path folder;

    private Digest digest;

    @BeforeAll
    static void start() throws IOException {
        sink = new SmtpSink();
        context = new SpringApplicationBuilder(StandfirstApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--standfirst.data=" + data,
                        "--standfirst.mail.host=127.0.0.1",
                        "--standfirst.mail.tls=none",
                        "--standfirst.public-url=https://brief.example",
                        "--standfirst.delivery.retry-after=20ms",
                        "--standfirst.mail.port=" + sink.port());
    }

    @AfterAll
    static void stop() throws IOException {
        context.close();
        sink.close();
    }

    @BeforeEach
    void aDigestForThreePeople() throws IOException {
        String name = "d" + UUID.randomUUID().toString().substring(0, 8);
        digest = new Digest(
                name,
                "Morning Brief",
                Locale.ENGLISH,
                List.of(new SourceSpec("Field Notes", SourceSpec.Kind.FOLDER, folder.toUri(), "")),
                new Schedule(LocalTime.of(7, 0), ZoneId.of("UTC"), Days.DAILY),
                Optional.empty(),
                new Digest.Length(12, 3, 3, 1, 5),
                Selection.ANY,
                new Digest.Audience(List.of(name), Optional.empty()),
                new Digest.Sender("Morning Brief", "brief@standfirst.example", Optional.empty(), ""),
                "edition",
                true);
        for (String who : List.of("a", "b", "c")) {
            context.getBean(Subscriptions.class).add(name, person(who), "", Reason.of("test"));
        }
        article("reef", "A survey ship has mapped a cold-water reef on the edge of the northern shelf.");
    }

    @Test
    void everybodyOnTheListGetsTheEditionOnce() {
        assertThat(run())
                .isInstanceOfSatisfying(
                        RunResult.Sent.class,
                        sent -> assertThat(sent.counts().of(DeliveryState.SENT)).isEqualTo(3));
        assertThat(run()).isInstanceOf(RunResult.AlreadySent.class);
        assertThat(mailed()).containsExactlyInAnyOrder(address("a"), address("b"), address("c"));
        assertThat(sink.messages())
                .last()
                .asString()
                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", "Auto-Submitted: auto-generated");
    }

    @Test
    void howFarARunIsIsSeenFromOutsideWhileItWorks() {
        List<Run.Details> seen = new ArrayList<>();
        context.getBean(Runs.class).run(new RunRequest(digest, DATE), new RunListener() {
            private long run;

            @Override
            public void started(long number, boolean resumed) {
                run = number;
            }

            @Override
            public void progress(Progress progress) {
                if (progress.step() == RunStep.DELIVER) {
                    seen.add(context.getBean(Runs.class).find(run).orElseThrow());
                }
            }
        });

        assertThat(seen)
                .isNotEmpty()
                .allSatisfy(details -> assertThat(details.progress())
                        .hasValueSatisfying(
                                progress -> assertThat(progress.step()).isEqualTo(RunStep.DELIVER)));
        Run over = context.getBean(Runs.class).latest(1).get(0);
        assertThat(context.getBean(Runs.class).progress(over)).isEmpty();
    }

    @Test
    void theStepsTellWhatTheyDid() {
        List<String> told = new ArrayList<>();
        context.getBean(Runs.class).run(new RunRequest(digest, DATE), new RunListener() {
            @Override
            public void stepDone(RunStep step, String facts, Duration took) {
                told.add(step.title() + ": " + facts);
            }
        });

        assertThat(told)
                .satisfiesExactly(
                        collect -> assertThat(collect).isEqualTo("Collect: 1 of 1 sources, 1 seen, 1 new"),
                        extract -> assertThat(extract).isEqualTo("Extract: 1 in full"),
                        summarise -> assertThat(summarise).isEqualTo("Summarise: 1 key sentence of 1 article"),
                        compose -> assertThat(compose)
                                .startsWith("Compose: 1 story, 1 key sentence, each found in its source"),
                        deliver -> assertThat(deliver).isEqualTo("Deliver: 3 sent"));
    }

    @Test
    void withNothingNewNothingIsSentAndTheDayIsNotUsedUp() throws IOException {
        run();
        assertThat(run(DATE.plusDays(1))).isInstanceOf(RunResult.NothingNew.class);
        assertThat(mailed()).hasSize(3);

        article("soil", "Farm soil in the valley is being lost six times faster than it forms, a study says.");
        assertThat(run(DATE.plusDays(1))).isInstanceOf(RunResult.Sent.class);
        assertThat(mailed()).hasSize(6);
    }

    @Test
    void whatIsRefusedForNowGoesOutWithTheNextStart() {
        sink.fault(address("b"), Fault.DEFER_RCPT);
        assertThat(run()).isInstanceOfSatisfying(RunResult.Later.class, later -> {
            assertThat(later.rest().again()).isEqualTo(1);
            assertThat(later.counts().of(DeliveryState.SENT)).isEqualTo(2);
        });

        sink.fault(address("b"), Fault.NONE);
        assertThat(runToTheEnd()).isInstanceOf(RunResult.Sent.class);
        assertThat(mailed()).containsExactlyInAnyOrder(address("a"), address("b"), address("c"));
    }

    @Test
    void oneRefusedAddressDoesNotHoldUpTheOthers() {
        sink.fault(address("a"), Fault.REFUSE_RCPT);

        assertThat(run()).isInstanceOfSatisfying(RunResult.Sent.class, sent -> {
            assertThat(sent.counts().of(DeliveryState.FAILED)).isEqualTo(1);
            assertThat(sent.counts().of(DeliveryState.SENT)).isEqualTo(2);
        });
        long edition = context.getBean(Editions.class)
                .find(digest.name(), DATE)
                .orElseThrow()
                .id();
        assertThat(context.getBean(Ledger.class).lines(edition, DeliveryState.FAILED, 10))
                .singleElement()
                .satisfies(line -> assertThat(line.reply()).isEqualTo("550 5.1.1 mailbox unknown"));
    }

    @Test
    void aMailWhoseAnswerWasLostIsSentAgainWithTheSameBytes() {
        sink.fault(address("c"), Fault.DROP_AFTER_DOT);
        assertThat(run())
                .isInstanceOfSatisfying(
                        RunResult.Later.class,
                        later -> assertThat(later.rest().again()).isEqualTo(1));

        sink.fault(address("c"), Fault.NONE);
        assertThat(runToTheEnd())
                .isInstanceOfSatisfying(
                        RunResult.Sent.class,
                        sent -> assertThat(sent.counts().of(DeliveryState.SENT)).isEqualTo(3));
        assertThat(mailed()).contains(address("a"), address("b"), address("c"));
        assertThat(sink.messages().stream()
                        .filter(message -> message.contains("To: " + address("c")))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void whereNobodyMayGetItTwiceAMailInDoubtIsListed() {
        digest = new Digest(
                digest.name(),
                digest.title(),
                digest.language(),
                digest.sources(),
                digest.schedule(),
                digest.window(),
                digest.length(),
                digest.selection(),
                digest.audience(),
                digest.sender(),
                digest.template(),
                true,
                new Delivery(Delivery.Doubt.HOLD, Duration.ofHours(24)),
                Optional.empty());
        sink.fault(address("c"), Fault.DROP_AFTER_DOT);

        assertThat(run())
                .isInstanceOfSatisfying(
                        RunResult.Sent.class,
                        sent -> assertThat(sent.counts().of(DeliveryState.DOUBT))
                                .isEqualTo(1));
        assertThat(run()).isInstanceOf(RunResult.AlreadySent.class);
        assertThat(mailed()).containsExactlyInAnyOrder(address("a"), address("b"), address("c"));
    }

    @Test
    void anEditionThatSomebodyElseRunsIsLeftAlone() {
        EditionLease leases = context.getBean(EditionLease.class);
        LeaseOwner other = new LeaseOwner("elsewhere", 4711, 0, "");
        leases.take(new EditionKey(digest.name(), DATE), other);

        assertThat(run()).isEqualTo(new RunResult.Held(other));
        assertThat(mailed()).isEmpty();
        leases.release(new EditionKey(digest.name(), DATE), other);
        assertThat(run()).isInstanceOf(RunResult.Sent.class);
    }

    @Test
    void theLeaseOfAProcessThatIsGoneIsTakenOver() {
        EditionLease leases = context.getBean(EditionLease.class);
        LeaseOwner self = LeaseOwner.current();
        leases.take(
                new EditionKey(digest.name(), DATE),
                new LeaseOwner(self.host(), self.pid(), self.started() - 1, self.world()));

        assertThat(run()).isInstanceOf(RunResult.Sent.class);
    }

    @Test
    void anEditionThatWasFrozenByAKilledRunIsSentAndNotComposedAgain() {
        sink.fault(address("b"), Fault.DEFER_RCPT);
        run();
        JobRepository repository = context.getBean(JobRepository.class);
        JobExecution killed =
                repository.getLastJobExecution("digest", new EditionKey(digest.name(), DATE).parameters());
        killed.getStepExecutions().stream()
                .filter(step -> step.getStepName().equals("compose"))
                .forEach(compose -> {
                    compose.setStatus(BatchStatus.FAILED);
                    repository.update(compose);
                });

        sink.fault(address("b"), Fault.NONE);
        assertThat(runToTheEnd()).isInstanceOf(RunResult.Sent.class);
        assertThat(mailed()).containsExactlyInAnyOrder(address("a"), address("b"), address("c"));
    }

    /** As a database leaves it that went away and came back while the run ended. */
    @ParameterizedTest
    @CsvSource({"FAILED, STARTED", "FAILED, STOPPING", "UNKNOWN, UNKNOWN", "STARTED, STARTED"})
    void aRunWhoseEndCouldNotBeWrittenDownIsGoneOnWith(String status, String step) {
        RunResult failed = context.getBean(Runs.class).run(new RunRequest(digest, DATE), new RunListener() {
            @Override
            public void stepStarted(RunStep begun) {
                if (begun == RunStep.DELIVER) {
                    throw new IllegalStateException("the terminal is gone");
                }
            }
        });
        assertThat(failed).isInstanceOf(RunResult.Failed.class);
        long run = ((RunResult.Failed) failed).run();
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("update BATCH_JOB_EXECUTION set STATUS = ? where JOB_EXECUTION_ID = ?")
                .params(status, run)
                .update();
        jdbc.sql("update BATCH_STEP_EXECUTION set STATUS = ? where JOB_EXECUTION_ID = ? and STEP_NAME = 'deliver'")
                .params(step, run)
                .update();

        assertThat(run()).isInstanceOf(RunResult.Sent.class);
    }

    @Test
    void anEditionForNobodyIsNotMade() {
        for (String who : List.of("a", "b", "c")) {
            subscriptions().leave(place(digest, who), Reason.of("test"));
        }
        assertThat(run())
                .isInstanceOfSatisfying(
                        RunResult.Failed.class,
                        failed -> assertThat(failed.problem().happened())
                                .isEqualTo("nobody is on the list \"%s\"".formatted(digest.name())));

        subscriptions().bringBack(place(digest, "a"), Reason.of("test"));
        assertThat(run()).isInstanceOf(RunResult.Sent.class);
        assertThat(mailed()).containsExactlyInAnyOrder(address("a"));
    }

    @Test
    void anEditionIsDueUntilItIsFinished() {
        Clock nine = Clock.fixed(DATE.atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        Timetable timetable = new Timetable(
                context.getBean(Runs.class),
                context.getBean(Editions.class),
                context.getBean(Ledger.class),
                context.getBean(ApprovalPlans.class),
                context.getBean(Pulse.class),
                context.getBean(Nodes.class),
                nine,
                folder,
                Duration.ofHours(6));

        assertThat(timetable.due(digest)).contains(new RunRequest(digest, DATE));
        run();
        assertThat(timetable.due(digest)).isEmpty();
        timetable.destroy();
    }

    @Test
    void anEditionThatIsTooLateIsLeft() {
        Clock evening = Clock.fixed(DATE.atTime(20, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        Timetable timetable = new Timetable(
                context.getBean(Runs.class),
                context.getBean(Editions.class),
                context.getBean(Ledger.class),
                context.getBean(ApprovalPlans.class),
                context.getBean(Pulse.class),
                context.getBean(Nodes.class),
                evening,
                folder,
                Duration.ofHours(6));

        assertThat(timetable.due(digest)).isEmpty();
        timetable.destroy();
    }

    @Test
    void aBrokenArticleIsToldAndTheRestGoesOut() throws IOException {
        Files.writeString(folder.resolve("menu.html"), "<ul><li><a href='/'>Home</a></li></ul>");

        RunResult.Sent sent = (RunResult.Sent) run();

        assertThat(context.getBean(Runs.class).find(sent.run()).orElseThrow().problems())
                .containsExactly("\"menu.html\" has no text that reads like an article");
        assertThat(mailed()).hasSize(3);
    }

    /** Until nobody waits any more who was refused for now. */
    private RunResult runToTheEnd() {
        RunResult result = run();
        while (result instanceof RunResult.Later) {
            result = run();
        }
        return result;
    }

    private RunResult run() {
        return run(DATE);
    }

    private RunResult run(LocalDate date) {
        return context.getBean(Runs.class).run(new RunRequest(digest, date), RunListener.NONE);
    }

    private List<String> mailed() {
        return sink.recipients().stream()
                .filter(recipient -> recipient.contains(digest.name()))
                .toList();
    }

    private EmailAddress person(String who) {
        return new EmailAddress(address(who));
    }

    private String address(String who) {
        return who + "-" + digest.name() + "@example.org";
    }

    private void article(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".txt"), "About the " + name + "\n\n" + text + "\n");
    }

    private static Subscriptions subscriptions() {
        return context.getBean(Subscriptions.class);
    }

    private long place(Digest digest, String who) {
        return subscriptions().find(digest.name(), person(who)).orElseThrow().id();
    }
}
