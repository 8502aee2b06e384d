package dev.standfirst.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.MovableClock;
import dev.standfirst.ProgramInTest;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.delivery.LedgerLine;
import dev.standfirst.digest.Days;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Schedule;
import dev.standfirst.digest.Selection;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.SmtpSink;
import dev.standfirst.mail.SmtpSink.Fault;
import dev.standfirst.node.Nodes;
import dev.standfirst.subscriber.PersonalData;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Preferences.Cadence;
import dev.standfirst.subscriber.Preferences.Choice;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.subscriber.Suppressions;
import dev.standfirst.subscriber.Suppressions.Cause;
import dev.standfirst.watch.Pulse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One edition, to each person at that person's hour, over SMTP; the clock is moved by hand. */
class EachAtOnesHourTests {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final Instant SEVEN = Instant.parse("2026-11-18T07:00:05Z");
    private static final MovableClock CLOCK = new MovableClock();
    private static final Reason TEST = Reason.of("test");

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
        context = ProgramInTest.at(CLOCK)
                .run(
                        "--standfirst.data=" + data,
                        "--standfirst.mail.host=127.0.0.1",
                        "--standfirst.mail.tls=none",
                        "--standfirst.mail.connections=1",
                        "--standfirst.public-url=https://brief.example",
                        "--standfirst.mail.port=" + sink.port());
    }

    @AfterAll
    static void stop() throws IOException {
        context.close();
        sink.close();
    }

    @BeforeEach
    void aDigestAtSeven() throws IOException {
        CLOCK.set(SEVEN);
        sink.watch(recipient -> {});
        String name = "d" + UUID.randomUUID().toString().substring(0, 8);
        digest = new Digest(
                name,
                "Morning Brief",
                Locale.ENGLISH,
                List.of(new SourceSpec("Field Notes", SourceSpec.Kind.FOLDER, folder.toUri(), "Science")),
                new Schedule(LocalTime.of(7, 0), ZoneId.of("UTC"), Days.DAILY),
                Optional.empty(),
                new Digest.Length(12, 3, 3, 1, 5),
                Selection.ANY,
                new Digest.Audience(List.of(name), Optional.empty()),
                new Digest.Sender("Morning Brief", "brief@standfirst.example", Optional.empty(), ""),
                "edition",
                true);
        Files.writeString(
                folder.resolve("reef.txt"),
                "About the reef\n\nA survey ship has mapped a cold-water reef on the edge of the northern shelf.\n");
    }

    @Test
    void eachPersonGetsTheEditionOnceAtTheChosenHour() {
        add("now", Preferences.NONE);
        add("noon", at("12:00", "UTC"));
        add("tokyo", at("07:00", "Asia/Tokyo"));

        RunResult.Later later = (RunResult.Later) run();
        assertThat(later.rest().people()).isEqualTo(2);
        assertThat(later.rest().next()).isEqualTo("2026-11-18T12:00:00Z");
        assertThat(mailed()).containsExactly("now");
        assertThat(edition().completedAt()).isEmpty();

        CLOCK.set(Instant.parse("2026-11-18T12:00:00Z"));
        assertThat(goOn()).isInstanceOf(RunResult.Later.class);
        assertThat(mailed()).containsExactly("now", "noon");

        CLOCK.set(Instant.parse("2026-11-18T22:00:00Z"));
        assertThat(goOn()).isInstanceOf(RunResult.Sent.class);
        assertThat(mailed()).containsExactly("now", "noon", "tokyo");
        assertThat(run()).isInstanceOf(RunResult.AlreadySent.class);
        assertThat(edition().completedAt()).isPresent();
    }

    @Test
    void theStepsTellWhoComesLaterAndTheRunEndsWell() {
        add("now", Preferences.NONE);
        add("evening", at("18:00", "UTC"));
        add("nothing", topics(List.of("Sport")));
        List<String> told = new ArrayList<>();

        RunResult.Later later = (RunResult.Later) runs().run(new RunRequest(digest, DATE), new RunListener() {
            @Override
            public void stepDone(RunStep step, String facts, Duration took) {
                told.add(step.title() + ": " + facts);
            }
        });

        assertThat(told.get(3)).endsWith("1 now, 1 later, 1 wants none of it");
        assertThat(told.get(4)).isEqualTo("Deliver: 1 sent, 1 later, next at 18:00");
        assertThat(runs().find(later.run().getAsLong()).orElseThrow().run().state())
                .isEqualTo(Run.State.REST_LATER);
    }

    @Test
    void startedByHandBeforeTheHourItSaysWhenAndRunsNothing() {
        add("now", Preferences.NONE);
        add("evening", at("18:00", "UTC"));
        run();

        RunResult.Later again = (RunResult.Later) run();
        assertThat(again.run()).isEmpty();
        assertThat(again.rest().next()).isEqualTo("2026-11-18T18:00:00Z");
        CLOCK.set(Instant.parse("2026-11-18T18:30:00Z"));
        assertThat(run()).isInstanceOf(RunResult.Sent.class);
        assertThat(mailed()).containsExactly("now", "evening");
    }

    @Test
    void whoLeavesPausesOrIsSuppressedMeanwhileGetsNothing() {
        add("now", Preferences.NONE);
        long left = add("left", at("18:00", "UTC"));
        long paused = add("paused", at("18:00", "UTC"));
        add("refused", at("18:00", "UTC"));
        long back = add("back", at("18:00", "UTC"));
        run();
        subscriptions().leave(left, TEST);
        subscriptions().choose(paused, Preferences.NONE.pausedUntil(DATE.plusDays(1)), TEST);
        context.getBean(Suppressions.class).add(address("refused"), Cause.COMPLAINT, TEST);
        subscriptions().leave(back, TEST);
        subscriptions().bringBack(back, TEST);

        CLOCK.set(Instant.parse("2026-11-18T18:00:00Z"));
        assertThat(goOn()).isInstanceOf(RunResult.Sent.class);
        assertThat(mailed()).containsExactly("now", "back");
        assertThat(context.getBean(Ledger.class).lines(edition().id(), DeliveryState.SUPPRESSED, 10))
                .extracting(LedgerLine::reply)
                .containsExactly(
                        "left before it went out",
                        "paused before it went out",
                        "put among those who are never mailed, before it went out");
    }

    /** While a mail is on its way to the first, the next three leave, pause and are suppressed. */
    @Test
    void leavingPausingAndSuppressingHoldForAnEditionThatIsGoingOutThisMinute() {
        for (int i = 0; i < 30; i++) {
            add("a" + i, Preferences.NONE);
        }
        long left = add("left", Preferences.NONE);
        long paused = add("paused", Preferences.NONE);
        add("refused", Preferences.NONE);
        sink.watch(recipient -> {
            if (recipient.equals(address("a0").value())) {
                subscriptions().choose(paused, Preferences.NONE.pausedUntil(DATE.plusDays(7)), TEST);
                context.getBean(Suppressions.class).add(address("refused"), Cause.OPERATOR, TEST);
                // It returns when nothing is in hand any more for who left.
                subscriptions().leave(left, TEST);
            }
        });

        RunResult.Sent sent = (RunResult.Sent) run();
        assertThat(sent.counts().of(DeliveryState.SUPPRESSED)).isEqualTo(3);
        assertThat(mailed()).hasSize(30).doesNotContain("left", "paused", "refused");
    }

    /**
     * While a mail is on its way to the first: what nobody is to get any more is in nobody's hand when that is said.
     */
    @Test
    void whoIsErasedOrStoppedWhileTheEditionGoesOutGetsNothingOnceThatIsSaid() {
        for (int i = 0; i < 30; i++) {
            add("a" + i, Preferences.NONE);
        }
        add("erased", Preferences.NONE);
        add("stopped", Preferences.NONE);
        AtomicLong inHand = new AtomicLong(-1);
        sink.watch(recipient -> {
            if (recipient.equals(address("a0").value())) {
                context.getBean(Suppressions.class).add(address("stopped"), Cause.COMPLAINT, TEST);
                context.getBean(PersonalData.class).erase(address("erased"), TEST);
                inHand.set(context.getBean(JdbcClient.class)
                        .sql("""
                                select count(*) from delivery d left join subscriber u on u.id = d.subscriber_id
                                where d.edition_id = ? and d.state = 'CLAIMED' and (u.id is null or u.address like 'stopped%')
                                """)
                        .param(edition().id())
                        .query((row, number) -> row.getLong(1))
                        .single());
            }
        });

        RunResult.Sent sent = (RunResult.Sent) run();
        assertThat(inHand).hasValue(0);
        assertThat(sent.counts().of(DeliveryState.SUPPRESSED)).isEqualTo(2);
        assertThat(mailed()).hasSize(30).doesNotContain("erased", "stopped");
    }

    @Test
    void whoIsAllowedMailAgainBeforeTheHourGetsTheEdition() {
        add("now", Preferences.NONE);
        add("evening", at("18:00", "UTC"));
        run();
        Suppressions suppressions = context.getBean(Suppressions.class);
        suppressions.add(address("evening"), Cause.OPERATOR, TEST);
        assertThat(context.getBean(Ledger.class).lines(edition().id(), DeliveryState.SUPPRESSED, 10))
                .extracting(LedgerLine::reply)
                .containsExactly("put among those who are never mailed, before it went out");
        suppressions.remove(address("evening").normal(), TEST);

        CLOCK.set(Instant.parse("2026-11-18T18:00:00Z"));
        assertThat(goOn()).isInstanceOf(RunResult.Sent.class);
        assertThat(mailed()).containsExactly("now", "evening");
    }

    @Test
    void theTimetableGoesOnWhenTheNextAreDueWithoutTheDigestsFile() {
        add("now", Preferences.NONE);
        add("night", at("00:30", "UTC"));
        run();
        Timetable timetable = timetable();
        assertThat(timetable.due(digest)).as("it is neither late nor failed").isEmpty();
        assertThat(timetable.waiting())
                .filteredOn(edition -> edition.digest().equals(digest.name()))
                .singleElement()
                .satisfies(edition -> assertThat(edition.next()).isEqualTo("2026-11-19T00:30:00Z"));

        CLOCK.set(Instant.parse("2026-11-19T00:30:10Z"));
        timetable.look();
        timetable.destroy();

        assertThat(mailed()).containsExactly("now", "night");
        assertThat(edition().completedAt()).isPresent();
    }

    @Test
    void whoIsDueFirstIsMailedAtOnceWhereTheRunEndedBeforeItMailedAnybody() {
        add("now", Preferences.NONE);
        add("evening", at("18:00", "UTC"));
        AtomicLong number = new AtomicLong();
        RunResult stopped = runs().run(new RunRequest(digest, DATE), new RunListener() {
            @Override
            public void started(long run, boolean resumed) {
                number.set(run);
            }

            @Override
            public void stepDone(RunStep step, String facts, Duration took) {
                if (step == RunStep.COMPOSE) {
                    runs().stop(number.get());
                }
            }
        });
        assertThat(stopped).isInstanceOf(RunResult.Stopped.class);
        assertThat(mailed()).isEmpty();

        Timetable timetable = timetable();
        timetable.look();
        timetable.destroy();

        assertThat(mailed()).containsExactly("now");
        assertThat(timetable.waiting())
                .filteredOn(edition -> edition.digest().equals(digest.name()))
                .singleElement()
                .satisfies(edition -> assertThat(edition.next()).isEqualTo("2026-11-18T18:00:00Z"));
    }

    @Test
    void aRunThatBeginsWhileTheProgramEndsStopsAtOnceAndGoesOnInTheNext() {
        add("now", Preferences.NONE);
        runs().stopAll();
        assertThat(run()).isInstanceOf(RunResult.Stopped.class);
        assertThat(mailed()).isEmpty();

        context.getBean(GracefulStop.class).start();
        assertThat(run()).isInstanceOf(RunResult.Sent.class);
        assertThat(mailed()).containsExactly("now");
    }

    @Test
    void whatIsLateStillComesForADayAndIsLeftThen() {
        add("now", Preferences.NONE);
        add("noon", at("12:00", "UTC"));
        add("evening", at("23:00", "UTC"));
        run();

        CLOCK.set(Instant.parse("2026-11-18T19:00:00Z"));
        Timetable late = timetable();
        late.look();
        late.destroy();

        assertThat(mailed()).as("seven hours late").containsExactly("now", "noon");
        assertThat(late.waiting())
                .filteredOn(edition -> edition.digest().equals(digest.name()))
                .singleElement()
                .satisfies(edition -> assertThat(edition.next()).isEqualTo("2026-11-18T23:00:00Z"));

        CLOCK.set(Instant.parse("2026-12-18T19:00:00Z"));
        Timetable restored = timetable();
        restored.look();
        restored.look();
        restored.destroy();

        assertThat(mailed()).as("a month late").containsExactly("now", "noon");
        assertThat(restored.waiting()).noneMatch(edition -> edition.digest().equals(digest.name()));
    }

    @Test
    void aMailIsTheSameOnEveryTryWhateverBecomesOfTheDigestsFile() {
        add("a", topics(List.of("Science")));
        sink.fault(address("a").value(), Fault.DROP_AFTER_DOT);
        run();
        sink.fault(address("a").value(), Fault.NONE);
        CLOCK.set(SEVEN.plus(Duration.ofMinutes(10)));
        Digest changed = new Digest(
                digest.name(),
                "Evening Brief",
                Locale.GERMAN,
                digest.sources(),
                new Schedule(LocalTime.of(19, 0), ZoneId.of("Asia/Tokyo"), Days.WEEKENDS),
                Optional.empty(),
                digest.length(),
                Selection.ANY,
                digest.audience(),
                new Digest.Sender("Other", "other@standfirst.example", Optional.of("x@standfirst.example"), ""),
                "edition",
                true);
        runs().run(new RunRequest(changed, DATE), RunListener.NONE);

        assertThat(mailed()).containsExactly("a", "a");
        assertThat(sink.messages().stream()
                        .filter(message -> message.contains("To: " + address("a")))
                        .distinct())
                .hasSize(1)
                .first()
                .asString()
                .contains(
                        "List-Id: Morning Brief <" + digest.name() + ".brief.example>\r\n",
                        "List-Archive: <https://brief.example/archive/" + digest.name() + ">\r\n",
                        "List-Owner: <mailto:brief@standfirst.example>\r\n",
                        "Feedback-ID: 2026-11-18:" + digest.name() + ":" + digest.name() + ":standfirstexamp");
    }

    private Timetable timetable() {
        return new Timetable(
                runs(),
                context.getBean(Editions.class),
                context.getBean(Ledger.class),
                context.getBean(ApprovalPlans.class),
                context.getBean(Pulse.class),
                context.getBean(Nodes.class),
                CLOCK,
                folder,
                Duration.ofHours(6));
    }

    private RunResult run() {
        return runs().run(new RunRequest(digest, DATE), RunListener.NONE);
    }

    private RunResult goOn() {
        return runs().goOn(new EditionKey(digest.name(), DATE), RunListener.NONE);
    }

    private StoredEdition edition() {
        return context.getBean(Editions.class).find(digest.name(), DATE).orElseThrow();
    }

    private List<String> mailed() {
        String rest = "-" + digest.name() + "@example.org";
        return sink.recipients().stream()
                .filter(recipient -> recipient.endsWith(rest))
                .map(recipient -> recipient.replace(rest, ""))
                .toList();
    }

    private long add(String who, Preferences preferences) {
        subscriptions().add(digest.name(), address(who), "", TEST);
        long id =
                subscriptions().find(digest.name(), address(who)).orElseThrow().id();
        subscriptions().choose(id, preferences, TEST);
        return id;
    }

    private EmailAddress address(String who) {
        return new EmailAddress(who + "-" + digest.name() + "@example.org");
    }

    private static Runs runs() {
        return context.getBean(Runs.class);
    }

    private static Subscriptions subscriptions() {
        return context.getBean(Subscriptions.class);
    }

    private static Preferences at(String hour, String zone) {
        return preferences(Optional.of(LocalTime.parse(hour)), Optional.of(ZoneId.of(zone)), Choice.ALL);
    }

    private static Preferences topics(List<String> in) {
        return preferences(Optional.empty(), Optional.empty(), new Choice(in, List.of()));
    }

    private static Preferences preferences(Optional<LocalTime> hour, Optional<ZoneId> zone, Choice topics) {
        return new Preferences(
                Cadence.EACH,
                Set.of(),
                hour,
                zone,
                Optional.empty(),
                topics,
                Choice.ALL,
                false,
                false,
                Optional.empty());
    }
}
