package dev.standfirst.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.MovableClock;
import dev.standfirst.ProgramInTest;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import dev.standfirst.edition.EditionHead;
import dev.standfirst.edition.Editions;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.SmtpSink;
import dev.standfirst.node.Nodes;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.watch.Pulse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The timetable beside a clock that is moved by hand, with a real database and a mail server. */
class TimetableTests {

    private static final MovableClock CLOCK = new MovableClock();

    @TempDir
    private static Path data;

    private static SmtpSink sink;
    private static ConfigurableApplicationContext context;

    @TempDir
    private Path home;

    private String name;

    @BeforeAll
    static void start() throws IOException {
        sink = new SmtpSink();
        context = ProgramInTest.at(CLOCK)
                .run(
                        "--standfirst.data=" + data,
                        "--standfirst.mail.host=127.0.0.1",
                        "--standfirst.mail.tls=none",
                        "--standfirst.public-url=https://brief.example",
                        "--standfirst.mail.port=" + sink.port());
    }

    @AfterAll
    static void stop() throws IOException {
        context.close();
        sink.close();
    }

    @BeforeEach
    void aDigestWithOneReader() throws IOException {
        name = "d" + UUID.randomUUID().toString().substring(0, 8);
        Files.createDirectories(home.resolve("jobs"));
        Files.createDirectories(home.resolve("notes"));
        article("reef", "A survey ship has mapped a cold-water reef on the edge of the northern shelf.");
        EmailAddress reader = new EmailAddress(name + "@reader.example");
        context.getBean(Subscriptions.class).add(name, reader, "", Reason.of("test"));
    }

    @Test
    void itSleepsUntilTheDueTimeAndNeverLongerThanHalfAMinute() throws IOException {
        digest("{time: 07:00, zone: UTC}");
        Timetable timetable = timetable();

        at("2026-11-18T06:59:59.200Z");
        assertThat(timetable.rest()).isEqualTo(Duration.ofMillis(800));
        at("2026-11-18T06:10:00Z");
        assertThat(timetable.rest()).isEqualTo(Duration.ofSeconds(30));
        timetable.destroy();
    }

    @Test
    void anEditionIsComposedAheadWhereSomebodyLooksAtIt() throws IOException {
        digest("{time: 07:00, zone: UTC}\napproval: {ahead: 2h}");
        Timetable timetable = timetable();

        at("2026-11-18T04:59:50Z");
        assertThat(timetable.due(loaded())).isEmpty();
        assertThat(timetable.rest()).isEqualTo(Duration.ofSeconds(10));
        at("2026-11-18T05:00:00Z");
        assertThat(timetable.due(loaded())).extracting(RunRequest::date).containsExactly(LocalDate.of(2026, 11, 18));
        timetable.destroy();
    }

    /** In one moment by the clock: there is nothing to rest from. */
    @Test
    void anEditionThatSomebodyElseHeldIsTakenUpAsSoonAsItIsFree() throws IOException {
        digest("{time: 07:00, zone: UTC}");
        at("2026-11-18T07:00:01Z");
        EditionLease leases = context.getBean(EditionLease.class);
        LeaseOwner other = new LeaseOwner("elsewhere", 4711, 0, "");
        EditionKey key = new EditionKey(name, LocalDate.of(2026, 11, 18));
        leases.take(key, other);
        Timetable timetable = timetable();
        timetable.look();
        leases.release(key, other);

        for (long end = System.nanoTime() + 60_000_000_000L; mailed() == 0 && System.nanoTime() < end; ) {
            timetable.look();
        }
        timetable.destroy();
        assertThat(mailed()).isEqualTo(1);
    }

    @Test
    void aDateGetsNoSecondEditionWhenTheZoneChanges() throws IOException {
        digest("{time: 07:00, zone: UTC}");
        look("2026-11-18T07:00:01Z");
        assertThat(dates()).containsExactly("2026-11-18");

        digest("{time: 07:00, zone: Asia/Tokyo}");
        look("2026-11-18T08:00:00Z");
        assertThat(dates()).containsExactly("2026-11-18");
        digest("{time: 07:00, zone: America/New_York}");
        look("2026-11-18T12:00:01Z");
        assertThat(dates()).containsExactly("2026-11-18");
        assertThat(mailed()).isEqualTo(1);

        article("tram", "The tram to the harbour runs again after the bridge was mended in two nights.");
        digest("{time: 07:00, zone: Asia/Tokyo}");
        look("2026-11-18T22:00:01Z");
        assertThat(dates()).containsExactly("2026-11-19", "2026-11-18");
        assertThat(mailed()).isEqualTo(2);
    }

    @Test
    void aDateWhoseTimeAChangeOfZoneMovedIntoThePastIsNotLost() throws IOException {
        digest("{time: 18:00, zone: UTC}");
        Timetable timetable = timetable();
        at("2026-11-18T16:00:00Z");
        timetable.look();
        assertThat(dates()).isEmpty();

        digest("{time: 18:00, zone: Asia/Tokyo}");
        timetable.look();
        timetable.destroy();

        assertThat(dates()).containsExactly("2026-11-18");
        assertThat(mailed()).isEqualTo(1);
    }

    @Test
    void aClockThatIsSetBackBringsNoSecondEdition() throws IOException {
        digest("{time: 07:00, zone: UTC}");
        look("2026-11-18T07:00:01Z");
        look("2026-11-18T06:00:01Z");
        look("2026-11-18T07:00:00Z");
        look("2026-11-18T06:59:59.500Z");
        look("2026-11-18T07:00:00.500Z");

        assertThat(dates()).containsExactly("2026-11-18");
        assertThat(mailed()).isEqualTo(1);
    }

    @Test
    void aClockThatJumpsOverTheTimeLosesNoEdition() throws IOException {
        digest("{time: 07:00, zone: UTC}");
        look("2026-11-18T06:50:00Z");
        assertThat(dates()).isEmpty();
        look("2026-11-18T09:50:00Z");
        look("2026-11-18T09:50:01Z");

        assertThat(dates()).containsExactly("2026-11-18");
        assertThat(mailed()).isEqualTo(1);
    }

    @Test
    void aSecondThatIsShownTwiceAtMidnightBringsOneEdition() throws IOException {
        digest("{time: 00:00, zone: UTC}");
        look("2026-12-31T23:59:59.900Z");
        look("2027-01-01T00:00:00Z");
        look("2026-12-31T23:59:59.950Z");
        look("2027-01-01T00:00:00Z");

        assertThat(dates()).containsExactly("2027-01-01");
        assertThat(mailed()).isEqualTo(1);
    }

    @Test
    void howLateAnEditionMayBeginIsSaidByTheDigest() throws IOException {
        at("2026-11-18T13:30:00Z");
        assertThat(due("{time: 07:00, zone: UTC}")).isEmpty();
        assertThat(due("{time: 07:00, zone: UTC, late: 12h}")).hasSize(1);
        at("2026-11-18T07:04:00Z");
        assertThat(due("{time: 07:00, zone: UTC, missed: skip}")).hasSize(1);
        at("2026-11-18T07:20:00Z");
        assertThat(due("{time: 07:00, zone: UTC, missed: skip}")).isEmpty();
        assertThat(due("{time: 07:00, zone: UTC, missed: merge}")).isEmpty();
        assertThat(due("{time: 07:00, zone: UTC, except: 2026-11-18}")).isEmpty();
    }

    @Test
    void theNextEditionMakesGoodOfThoseThatWereMissed() throws IOException {
        digest("{time: 07:00, zone: UTC}\nwindow: 24h");
        look("2026-11-18T07:00:00Z");
        at("2026-11-21T07:00:00Z");
        CatchUp catchUp = context.getBean(CatchUp.class);
        RunRequest day = new RunRequest(loaded(), LocalDate.of(2026, 11, 21));

        assertThat(catchUp.of(day).digest().window()).as("of the 19th too").contains(Duration.ofDays(3));
        digest("{time: 07:00, zone: UTC, missed: skip}");
        RunRequest skipping = new RunRequest(loaded(), LocalDate.of(2026, 11, 21));
        assertThat(catchUp.of(skipping).digest().window())
                .as("nothing from before the 20th")
                .contains(Duration.ofHours(24));
        RunRequest dayAfter = new RunRequest(loaded(), LocalDate.of(2026, 11, 19));
        assertThat(catchUp.of(dayAfter)).as("nothing was missed").isEqualTo(dayAfter);
    }

    @Test
    void whatCameOutAlreadyIsNotTheNextEdition() throws IOException {
        digest("{time: 18:00, zone: Asia/Tokyo}");
        look("2026-11-18T09:00:00Z");
        digest("{time: 18:00, zone: America/New_York}");
        Timetable timetable = timetable();

        assertThat(timetable.next())
                .singleElement()
                .satisfies(next -> assertThat(next.due().date()).isEqualTo("2026-11-19"));
        timetable.destroy();
    }

    @Test
    void aCopyRunsNothing(@TempDir Path elsewhere) throws IOException {
        context.getBean(Nodes.class).advance();
        digest("{time: 07:00, zone: UTC}");
        at("2026-11-18T07:00:00Z");
        Nodes other = new Nodes(context.getBean(JdbcClient.class), CLOCK, elsewhere, "", false);
        Timetable timetable = timetable(other);
        timetable.look();
        timetable.destroy();

        assertThat(dates()).isEmpty();
        look("2026-11-18T07:00:00Z");
        assertThat(dates()).hasSize(1);
    }

    private List<RunRequest> due(String schedule) throws IOException {
        digest(schedule);
        Timetable timetable = timetable();
        List<RunRequest> due = timetable.due(loaded());
        timetable.destroy();
        return due;
    }

    /** As a program would that is started at this moment. */
    private void look(String moment) {
        at(moment);
        Timetable timetable = timetable();
        timetable.look();
        timetable.destroy();
    }

    private static void at(String moment) {
        CLOCK.set(Instant.parse(moment));
    }

    private Timetable timetable() {
        return timetable(context.getBean(Nodes.class));
    }

    private Timetable timetable(Nodes nodes) {
        return new Timetable(
                context.getBean(Runs.class),
                context.getBean(Editions.class),
                context.getBean(Ledger.class),
                context.getBean(ApprovalPlans.class),
                context.getBean(Pulse.class),
                nodes,
                CLOCK,
                home,
                Duration.ofHours(6));
    }

    private dev.standfirst.digest.Digest loaded() {
        return ((DigestResult.Loaded) new DigestFiles(home).load(name)).digest();
    }

    private List<String> dates() {
        return context.getBean(Editions.class).page(name, Long.MAX_VALUE, 10).stream()
                .map(EditionHead::date)
                .map(LocalDate::toString)
                .toList();
    }

    private long mailed() {
        return sink.messages().stream()
                .filter(message -> message.contains("To: " + name + "@reader.example"))
                .count();
    }

    private void digest(String schedule) throws IOException {
        Files.writeString(home.resolve("jobs").resolve(name + ".yaml"), """
                title: Morning Brief
                sources:
                  - {name: Field Notes, folder: notes}
                sender: {address: brief@standfirst.example}
                schedule: %s
                """.formatted(schedule));
    }

    private void article(String about, String text) throws IOException {
        Files.writeString(home.resolve("notes").resolve(about + ".txt"), "About the %s%n%n%s%n".formatted(about, text));
    }
}
