package dev.standfirst.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.MovableClock;
import dev.standfirst.TestDatabase;
import dev.standfirst.mail.SmtpSink;
import dev.standfirst.mail.SmtpSink.Fault;
import dev.standfirst.relay.RelaysAt;
import dev.standfirst.text.Fact;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Letters over SMTP and calls over HTTP, as somebody gets them; the clock is moved by hand. */
class AlertsTests {

    private static final String ADDRESS = "ines@standfirst.example";

    private static final Trouble LATE = new Trouble(
            TroubleKind.NOT_SENT,
            "tides of 2026-11-18",
            Fact.words("Tides was due on Wed 18 Nov 07:00, and has not gone out."),
            Fact.words("Nothing of it was sent."),
            Fact.words("See why: standfirst runs."));

    private final MovableClock clock = new MovableClock();
    private SmtpSink sink;
    private CallServer hook;

    @BeforeEach
    void start() throws IOException {
        sink = new SmtpSink();
        hook = new CallServer();
    }

    @AfterEach
    void stop() throws IOException {
        sink.close();
        hook.close();
    }

    static Stream<TestDatabase> databases() {
        return TestDatabase.each();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aTroubleIsToldOnceWhenItBeginsAndOnceWhenItIsOverWhoeverLooks(TestDatabase database) {
        Troubles troubles = troubles(database);
        troubles.begin(LATE);
        troubles.begin(LATE);
        alerts(database, sink.port()).tell();
        clock.move(Duration.ofMinutes(5));
        // After a restart, or on another node.
        alerts(database, sink.port()).tell();

        assertThat(sink.recipients()).containsExactly(ADDRESS);
        assertThat(sink.messages().get(0).replace("\r\n ", " "))
                .contains(
                        "Subject: Standfirst: Tides was due on Wed 18 Nov 07:00, and has not gone out.",
                        "Message-ID: <alert-",
                        "Auto-Submitted: auto-generated",
                        "Nothing of it was sent.",
                        "See why: standfirst runs.");
        assertThat(hook.calls()).hasSize(1);

        troubles.found(kept -> kept.kind() == TroubleKind.NOT_SENT, List.of());
        troubles.over(LATE.kind(), LATE.subject());
        alerts(database, sink.port()).tell();
        alerts(database, sink.port()).tell();

        assertThat(sink.messages()).hasSize(2);
        assertThat(sink.messages().get(1)).contains("Subject: Over: Tides was due", "It is over: Tides was due");
        assertThat(hook.calls()).hasSize(2);
        assertThat(json(1).path("event").asString()).isEqualTo("over");
    }

    @Test
    void aCallTellsWhatHappenedAndIsSigned() throws Exception {
        TestDatabase database = new TestDatabase();
        troubles(database).begin(LATE);
        alerts(database, sink.port()).tell();

        JsonNode json = json(0);
        assertThat(json.path("event").asString()).isEqualTo("began");
        assertThat(json.path("kind").asString()).isEqualTo("not-sent");
        assertThat(json.path("subject").asString()).isEqualTo("tides of 2026-11-18");
        assertThat(json.path("happened").asString()).isEqualTo(LATE.happened());
        assertThat(json.path("safe").asString()).isEqualTo("Nothing of it was sent.");
        assertThat(json.path("began").asString()).isEqualTo("2026-11-18T06:00:00Z");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("tide".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] body = hook.calls().get(0).body().getBytes(StandardCharsets.UTF_8);
        assertThat(hook.calls().get(0).signature())
                .isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(body)));
    }

    @Test
    void aMailServerThatIsTheTroubleHoldsTheCallUpNot() throws IOException {
        TestDatabase database = new TestDatabase();
        int nobody = freePort();
        troubles(database).begin(LATE);

        alerts(database, nobody).tell();
        assertThat(hook.calls()).hasSize(1);
        alerts(database, sink.port()).tell();
        assertThat(sink.messages()).as("it rests for a minute").isEmpty();
        clock.move(Duration.ofMinutes(1));
        alerts(database, sink.port()).tell();

        assertThat(sink.messages()).hasSize(1);
        assertThat(hook.calls()).hasSize(1);
    }

    @Test
    void whatIsOverBeforeTheLetterWentOutIsToldInOneLetter() throws IOException {
        TestDatabase database = new TestDatabase();
        Troubles troubles = troubles(database);
        troubles.begin(LATE);
        alerts(database, freePort()).tell();
        troubles.over(LATE.kind(), LATE.subject());
        clock.move(Duration.ofHours(1));
        alerts(database, sink.port()).tell();
        alerts(database, sink.port()).tell();

        assertThat(sink.messages()).singleElement().asString().contains("Subject: Over: Tides was due");
    }

    @Test
    void aCallThatFailsIsMadeAgainLaterAndLater() {
        TestDatabase database = new TestDatabase();
        hook.answers(500, 302);
        troubles(database).begin(LATE);
        alerts(database, sink.port()).tell();
        clock.move(Duration.ofMinutes(1));
        alerts(database, sink.port()).tell();
        clock.move(Duration.ofMinutes(1));
        alerts(database, sink.port()).tell();
        assertThat(hook.calls()).hasSize(2);
        clock.move(Duration.ofMinutes(1));
        alerts(database, sink.port()).tell();
        alerts(database, sink.port()).tell();

        assertThat(hook.calls()).extracting(CallServer.Call::path).containsExactly("/hook", "/hook", "/hook");
        assertThat(hook.calls())
                .extracting(call ->
                        JsonMapper.shared().readTree(call.body()).path("id").asString())
                .containsOnly(json(0).path("id").asString());
        assertThat(sink.messages()).hasSize(1);
    }

    @Test
    void oneThatComesAndGoesIsToldOnceAnHour() {
        TestDatabase database = new TestDatabase();
        Troubles troubles = troubles(database);
        for (int i = 0; i < 10; i++) {
            troubles.begin(LATE);
            alerts(database, sink.port()).tell();
            troubles.over(LATE.kind(), LATE.subject());
            clock.move(Duration.ofMinutes(1));
            alerts(database, sink.port()).tell();
        }
        assertThat(hook.calls()).as("that it began and is over").hasSize(2);

        clock.move(Duration.ofHours(1));
        troubles.begin(LATE);
        alerts(database, sink.port()).tell();
        assertThat(hook.calls()).hasSize(3);
    }

    @Test
    void manyTroublesAtOnceAreToldAFewInAnHour() {
        TestDatabase database = new TestDatabase();
        Troubles troubles = troubles(database);
        IntStream.range(0, 30)
                .forEach(i -> troubles.begin(new Trouble(
                        TroubleKind.SOURCE_DEAD,
                        "feed " + i,
                        Fact.words("Feed " + i),
                        Fact.words(""),
                        Fact.words(""))));
        alerts(database, sink.port()).tell();
        assertThat(sink.messages()).hasSize(20);

        clock.move(Duration.ofMinutes(61));
        alerts(database, sink.port()).tell();
        assertThat(sink.messages()).hasSize(30);
    }

    @Test
    void aRefusedLetterHurtsNobody() {
        TestDatabase database = new TestDatabase();
        sink.fault(ADDRESS, Fault.REFUSE_RCPT);
        troubles(database).begin(LATE);
        alerts(database, sink.port()).tell();

        assertThat(sink.messages()).isEmpty();
        assertThat(hook.calls()).hasSize(1);
    }

    @Test
    void aSilentDatabaseIsToldOfWithoutIt() {
        Trouble silent = new Trouble(
                TroubleKind.DATABASE_SILENT,
                "",
                Fact.words("The database does not answer."),
                Fact.words(""),
                Fact.words(""));
        Alerts alerts = alerts(new TestDatabase(), sink.port());
        alerts.overWithoutDatabase(silent);
        alerts.tellWithoutDatabase(silent);
        alerts.tellWithoutDatabase(silent);
        alerts.overWithoutDatabase(silent);

        assertThat(hook.calls())
                .extracting(call ->
                        JsonMapper.shared().readTree(call.body()).path("event").asString())
                .containsExactly("began", "over");
        assertThat(sink.messages()).hasSize(2);
    }

    @Test
    void wordsFromOutsideBreakNoLineOfALetterHead() {
        TestDatabase database = new TestDatabase();
        troubles(database)
                .begin(new Trouble(
                        TroubleKind.SOURCE_DEAD,
                        "x",
                        Fact.words("Feed\r\nBcc: eve@example.org\r\n\r\nhello"),
                        Fact.words(""),
                        Fact.words("")));
        alerts(database, sink.port()).tell();

        assertThat(sink.recipients()).containsExactly(ADDRESS);
        assertThat(sink.messages().get(0)).contains("Subject: Standfirst: Feed Bcc: eve@example.org hello");
    }

    @Test
    void onACopyNobodyIsTold() {
        TestDatabase database = new TestDatabase();
        troubles(database).begin(LATE);
        alerts(database, sink.port(), true).tell();

        assertThat(hook.calls()).isEmpty();
        assertThat(sink.messages()).isEmpty();
    }

    private JsonNode json(int call) {
        return JsonMapper.shared().readTree(hook.calls().get(call).body());
    }

    private Troubles troubles(TestDatabase database) {
        return new Troubles(database.jdbc(), new DataSourceTransactionManager(database.source()), clock);
    }

    private Alerts alerts(TestDatabase database, int port) {
        return alerts(database, port, false);
    }

    private Alerts alerts(TestDatabase database, int port, boolean silent) {
        WatchSettings settings = new WatchSettings(
                ADDRESS, "", hook.at("/hook"), "tide", null, Duration.ofMinutes(30), Duration.ofDays(3), 20, silent);
        return new Alerts(
                List.of(new Webhook(settings, new Calls()), new AlertLetters(settings, RelaysAt.port(port), clock)),
                new AlertQueue(database.jdbc(), clock),
                settings,
                clock);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
