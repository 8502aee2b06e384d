package dev.standfirst.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.MovableClock;
import dev.standfirst.ProgramInTest;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.job.ApprovalDesk;
import dev.standfirst.job.RunListener;
import dev.standfirst.job.RunRequest;
import dev.standfirst.job.RunResult;
import dev.standfirst.job.Runs;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.SmtpSink;
import dev.standfirst.node.Nodes;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.text.Fact;
import dev.standfirst.watch.CallServer;
import dev.standfirst.watch.Meters;
import dev.standfirst.watch.Trouble;
import dev.standfirst.watch.TroubleKind;
import dev.standfirst.watch.Troubles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A digest that is due at seven, looked after: the whole program, over SMTP and HTTP; the clock is moved by hand. */
class WatchmanTests {

    private static final MovableClock CLOCK = new MovableClock();
    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);

    @TempDir
    private Path home;

    private SmtpSink sink;
    private CallServer server;
    private ConfigurableApplicationContext context;

    @BeforeEach
    void aDigestThatIsWatched() throws IOException {
        CLOCK.set(Instant.parse("2026-11-18T06:00:00Z"));
        sink = new SmtpSink();
        server = new CallServer();
        Files.createDirectories(home.resolve("jobs"));
        Files.createDirectories(home.resolve("notes"));
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("jobs/tides.yaml"), """
                title: Tides
                language: en
                sources:
                  - name: Notes
                    folder: notes
                schedule:
                  time: "07:00"
                  zone: UTC
                  days: daily
                audience:
                  list: readers
                sender:
                  address: tides@standfirst.example
                """);
        context = ProgramInTest.at(CLOCK)
                .run(
                        "--standfirst.home=" + home,
                        "--standfirst.data=" + home.resolve("data"),
                        "--standfirst.mail.host=127.0.0.1",
                        "--standfirst.mail.tls=none",
                        "--standfirst.mail.port=" + sink.port(),
                        "--standfirst.alerts.webhook=" + server.at("/hook"),
                        "--standfirst.alerts.ping=" + server.at("/ping"));
        context.getBean(Subscriptions.class).add("readers", new EmailAddress("ada@example.org"), "", Reason.of("test"));
        look();
    }

    @AfterEach
    void stop() throws IOException {
        context.close();
        sink.close();
        server.close();
    }

    @Test
    void anEditionThatDidNotGoOutIsToldOnceAndWhenItDid() throws IOException {
        article();
        CLOCK.set(Instant.parse("2026-11-18T07:29:59Z"));
        assertThat(look().isUp()).as("within its grace").isTrue();
        CLOCK.set(Instant.parse("2026-11-18T07:30:00Z"));
        assertThat(look().isUp()).isFalse();
        look();
        assertThat(told()).containsExactly("began not-sent");
        assertThat(JsonMapper.shared()
                        .readTree(server.calls().get(0).body())
                        .path("happened")
                        .asString())
                .isEqualTo("Tides was due on Wed 18 Nov 07:00, UTC time, and has not gone out.");

        assertThat(run(DATE)).isInstanceOf(RunResult.Sent.class);
        CLOCK.move(Duration.ofMinutes(1));
        assertThat(look().isUp()).isTrue();
        assertThat(told()).containsExactly("began not-sent", "over not-sent");
        assertThat(pings()).containsExactly("/ping");
        assertThat(context.getBean(Meters.class).text("text/plain"))
                .contains(
                        "standfirst_up 1.0\n",
                        "standfirst_editions{state=\"sent\"} 1.0\n",
                        "standfirst_subscriptions{status=\"confirmed\"} 1.0\n",
                        "standfirst_mails_total{outcome=\"2xx\",relay=\"mail\"} 1.0\n",
                        "standfirst_step_time_seconds_count{step=\"deliver\"} 1\n");
    }

    @Test
    void nothingNewIsNoTrouble() {
        CLOCK.set(Instant.parse("2026-11-18T07:01:00Z"));
        assertThat(run(DATE)).isInstanceOf(RunResult.NothingNew.class);
        CLOCK.set(Instant.parse("2026-11-18T09:00:00Z"));

        assertThat(look().isUp()).isTrue();
        assertThat(pings()).containsExactly("/ping");
        assertThat(told()).isEmpty();
    }

    @Test
    void whatWasDueBeforeItWasWatchedIsNobodysTrouble() throws IOException {
        CLOCK.set(Instant.parse("2026-11-18T08:00:00Z"));
        Files.writeString(
                home.resolve("jobs/tides.yaml"),
                Files.readString(home.resolve("jobs/tides.yaml")).replace("07:00", "06:30"));
        look();

        assertThat(look().isUp()).isTrue();
        CLOCK.set(Instant.parse("2026-11-19T07:00:00Z"));
        assertThat(look().isUp()).isFalse();
    }

    @Test
    void aFailedRunIsToldAtOnceAndIsOverWithTheNextThatWorks() throws IOException {
        article();
        int port = sink.port();
        sink.close();
        assertThat(run(DATE)).isInstanceOf(RunResult.Failed.class);

        assertThat(told()).containsExactly("began run-failed");
        assertThat(server.calls().get(0).body()).contains("127.0.0.1:" + port, "standfirst run tides");
        assertThat(pings()).containsExactly("/ping/fail");
        assertThat(look().isUp()).as("it is not late yet").isTrue();
    }

    @Test
    void aServerThatRefusesAllOfOursIsToldOfUntilAnEditionGoesOutThroughIt() throws IOException {
        article();
        sink.behave("--fault", "mail=550 5.7.1 we take nothing from you,times=1");

        assertThat(run(DATE)).isInstanceOf(RunResult.Failed.class);
        assertThat(told()).containsExactlyInAnyOrder("began relay-halted", "began run-failed");
        assertThat(run(DATE)).isInstanceOf(RunResult.Sent.class);
        assertThat(told()).contains("over relay-halted", "over run-failed").hasSize(4);
    }

    @Test
    void countsThatDoNotHoldHaltTheEditionAndAreToldOf() throws IOException {
        article();
        sink.behave("--fault", "connect=554 5.3.2 closed");
        run(DATE);
        sink.behave();
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("update delivery_count set taken = 2").update();

        RunResult.Failed halted = (RunResult.Failed) run(DATE);
        assertThat(halted.problem().happened()).startsWith("mail servers took 2 mails of an edition for 1 people");
        assertThat(sink.recipients()).isEmpty();
        assertThat(told()).contains("began counts-broken");
        assertThat(look().isUp()).isFalse();

        jdbc.sql("update delivery_count set taken = 0").update();
        CLOCK.move(Duration.ofMinutes(1));
        assertThat(run(DATE)).isInstanceOf(RunResult.Sent.class);
        assertThat(told()).contains("over counts-broken");
    }

    @Test
    void anEditionThatWaitsForSomebodyOrWasSkippedIsNotMissing() throws IOException {
        article();
        Files.writeString(
                home.resolve("jobs/tides.yaml"),
                Files.readString(home.resolve("jobs/tides.yaml")) + "approval: required\n");
        assertThat(run(DATE)).isInstanceOf(RunResult.Waits.class);
        CLOCK.set(Instant.parse("2026-11-18T08:00:00Z"));
        assertThat(look().isUp()).isTrue();

        StoredEdition edition = context.getBean(Editions.class).latest("tides").orElseThrow();
        context.getBean(ApprovalDesk.class).skip(edition, "ines");
        assertThat(run(DATE)).isInstanceOf(RunResult.Skipped.class);
        assertThat(look().isUp()).isTrue();
        assertThat(told()).isEmpty();
        assertThat(pings()).isEmpty();
    }

    @Test
    void aSourceThatIsDeadForDaysIsToldOf() throws IOException {
        article();
        Files.move(home.resolve("notes"), home.resolve("moved"));
        CLOCK.set(Instant.parse("2026-11-18T06:59:00Z"));
        run(DATE);
        CLOCK.move(Duration.ofDays(3));
        Report report = context.getBean(Health.class).look();

        assertThat(report.troubles())
                .extracting(trouble -> trouble.kind().key())
                .contains("source-dead");
    }

    @Test
    void anInstallationThatMayNotMailIsNotWellAndItIsSaidHowToConfirmIt() {
        Nodes nodes = context.getBean(Nodes.class);
        Troubles troubles = context.getBean(Troubles.class);
        troubles.begin(new Trouble(
                TroubleKind.NODE_SILENT,
                "other:/data",
                Fact.words("Another one is silent."),
                Fact.words(""),
                Fact.words("")));
        assertThat(look().isUp()).as("another one knows of itself").isTrue();

        context.getBean(JdbcClient.class)
                .sql("update node set machine = 'elsewhere'")
                .update();
        Report silent = look();
        assertThat(silent.isUp()).isFalse();
        assertThat(silent.troubles())
                .singleElement()
                .isEqualTo(new Trouble(
                        TroubleKind.NODE_SILENT,
                        nodes.place(),
                        Fact.words(
                                "Nothing is mailed from %s: the data folder came from another machine or another place, as a copy does."
                                        .formatted(nodes.place())),
                        Fact.words("Nothing is mailed from here, so that nobody gets twice what went out before."),
                        Fact.words("If mails should come from here, say so: standfirst nodes confirm")));
        nodes.confirm();

        assertThat(look().isUp()).isTrue();
        assertThat(troubles.open()).extracting(kept -> kept.trouble().subject()).containsExactly("other:/data");
        assertThat(told()).containsExactly("began node-silent", "began node-silent", "over node-silent");
    }

    private void article() throws IOException {
        Files.writeString(home.resolve("notes/tide.md"), """
                # The tide gauge is back

                The tide gauge at Port Averil works again after three months of repairs. The harbour office said on
                Monday that its figures are published every ten minutes. Ferries had sailed by printed tables since August.
                """);
    }

    private Report look() {
        context.getBean(Watchman.class).look();
        return context.getBean(Health.class).look();
    }

    private RunResult run(LocalDate date) {
        DigestResult.Loaded loaded = (DigestResult.Loaded) new DigestFiles(home).load("tides");
        return context.getBean(Runs.class).run(new RunRequest(loaded.digest(), date), RunListener.NONE);
    }

    private List<String> told() {
        return server.calls().stream()
                .filter(call -> call.path().equals("/hook"))
                .map(call -> JsonMapper.shared().readTree(call.body()))
                .map(json ->
                        json.path("event").asString() + " " + json.path("kind").asString())
                .toList();
    }

    private List<String> pings() {
        return server.calls().stream()
                .map(CallServer.Call::path)
                .filter(path -> path.startsWith("/ping"))
                .toList();
    }
}
