package dev.standfirst.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.MovableClock;
import dev.standfirst.ProgramInTest;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.digest.Days;
import dev.standfirst.digest.Delivery;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Schedule;
import dev.standfirst.digest.Selection;
import dev.standfirst.digest.SourceSpec;
import dev.standfirst.edition.Approval;
import dev.standfirst.edition.ApprovalLine;
import dev.standfirst.edition.ApprovalLine.Act;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.edition.EditionChecks;
import dev.standfirst.edition.EditionChecks.Check;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.Ruling;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.SmtpSink;
import dev.standfirst.mail.SmtpSink.Fault;
import dev.standfirst.node.Nodes;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Preferences.Cadence;
import dev.standfirst.subscriber.Preferences.Choice;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.subscriber.Suppressions;
import dev.standfirst.text.Fact;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Editions that somebody looks at before they go out, over SMTP; the clock is moved by hand. */
class ApprovalTests {

    private static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    private static final Instant HALF_PAST_SIX = Instant.parse("2026-11-18T06:30:00Z");
    private static final Instant SEVEN = Instant.parse("2026-11-18T07:00:00Z");
    private static final Instant TOO_LATE = Instant.parse("2026-11-18T13:00:00Z");
    private static final MovableClock CLOCK = new MovableClock();
    private static final Reason TEST = Reason.of("test");
    private static final dev.standfirst.digest.Approval SKIP =
            new dev.standfirst.digest.Approval(Duration.ofMinutes(30), dev.standfirst.digest.Approval.Otherwise.SKIP);
    private static final dev.standfirst.digest.Approval SEND =
            new dev.standfirst.digest.Approval(Duration.ofMinutes(30), dev.standfirst.digest.Approval.Otherwise.SEND);

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
                        "--standfirst.public-url=https://brief.example",
                        "--standfirst.mail.port=" + sink.port());
    }

    @AfterAll
    static void stop() throws IOException {
        context.close();
        sink.close();
    }

    @BeforeEach
    void aDigestAtSevenThatSomebodyLooksAt() throws IOException {
        CLOCK.set(HALF_PAST_SIX);
        digest = digest("d" + UUID.randomUUID().toString().substring(0, 8), SKIP);
        Files.writeString(
                folder.resolve("reef.txt"),
                "About the reef\n\nA survey ship has mapped a cold-water reef on the edge of the northern shelf.\n");
    }

    @Test
    void anApprovedEditionGoesOutAtItsHourAndNotBefore() {
        add("ada", Preferences.NONE);
        add("noon", at("12:00"));

        RunResult.Waits waits = (RunResult.Waits) run();
        assertThat(waits.people()).isEqualTo(2);
        assertThat(ApprovalWords.of(waits.approval(), CLOCK.instant(), ZoneId.of("UTC")))
                .isEqualTo("waits for approval until 13:00 and is skipped then");
        assertThat(runs().find(waits.run().getAsLong()).orElseThrow().run().state())
                .isEqualTo(Run.State.WAITS);
        assertThat(((RunResult.Waits) run()).run())
                .as("there is nothing to run")
                .isEmpty();
        assertThat(goOn()).isInstanceOf(RunResult.Waits.class);

        Ruling ruling = desk().approve(edition(), "command line", Set.of());
        assertThat(ApprovalWords.goesOut(ruling.approval(), CLOCK.instant(), ZoneId.of("UTC")))
                .isEqualTo("at 07:00");
        assertThat(desk().people(edition().id(), ruling.approval())).isEqualTo(new ApprovalDesk.People(2, 1));
        assertThat(goOn()).isInstanceOf(RunResult.Later.class);
        assertThat(mailed()).isEmpty();

        CLOCK.set(SEVEN);
        look();
        assertThat(mailed()).containsExactly("ada");
        CLOCK.set(Instant.parse("2026-11-18T12:00:00Z"));
        look();
        assertThat(mailed()).containsExactly("ada", "noon");
        assertThat(edition().completedAt()).isPresent();
        assertThat(runs().find(waits.run().getAsLong()).orElseThrow().run().state())
                .as("it did all it could")
                .isEqualTo(Run.State.DONE);
    }

    @Test
    void theRunGoesOnFromApprovalAndTellsWhoApproved() {
        add("ada", Preferences.NONE);
        run();
        CLOCK.set(SEVEN);
        desk().approve(edition(), "token press", Set.of());

        List<String> told = new ArrayList<>();
        RunResult result = runs().run(new RunRequest(digest, DATE), new RunListener() {
            @Override
            public void stepDone(RunStep step, String facts, Duration took) {
                told.add(step.title() + ": " + facts);
            }
        });

        assertThat(result).isInstanceOf(RunResult.Sent.class);
        assertThat(told).containsExactly("Approve: approved by token press", "Deliver: 1 sent");
    }

    @Test
    void aDigestThatAsksForNoApprovalTellsOfNone() {
        digest = digest.withoutApproval();
        add("ada", Preferences.NONE);
        List<RunStep> steps = new ArrayList<>();
        RunResult result = runs().run(new RunRequest(digest, DATE), new RunListener() {
            @Override
            public void stepStarted(RunStep step) {
                steps.add(step);
            }
        });

        assertThat(result).isInstanceOf(RunResult.Sent.class);
        assertThat(steps).doesNotContain(RunStep.APPROVE);
        assertThat(desk().skip(edition(), "command line"))
                .isInstanceOfSatisfying(
                        Ruling.Impossible.class,
                        impossible -> assertThat(impossible.why()).isEqualTo("its digest asks for no approval"));
    }

    @Test
    void itIsComposedAheadOnce() {
        add("ada", Preferences.NONE);
        CLOCK.set(HALF_PAST_SIX.minusSeconds(1));
        assertThat(due()).isEmpty();
        CLOCK.set(HALF_PAST_SIX);
        assertThat(due()).containsExactly(new RunRequest(digest, DATE));
        run();
        assertThat(due()).isEmpty();
        CLOCK.set(SEVEN);
        assertThat(due()).as("it waits").isEmpty();
    }

    @Test
    void whereTheRuleIsToSendItGoesOutAtItsHourUnapproved() {
        digest = digest(digest.name(), SEND);
        add("ada", Preferences.NONE);
        run();
        look();
        assertThat(mailed()).isEmpty();

        CLOCK.set(SEVEN);
        look();
        assertThat(mailed()).containsExactly("ada");
        assertThat(approval().by()).isEqualTo("the digest's rule");
    }

    @Test
    void whatNobodyApprovedInTimeIsSkippedAndARestoredBackupMailsNobody() {
        digest = digest(digest.name(), SEND);
        add("ada", Preferences.NONE);
        run();

        CLOCK.set(TOO_LATE);
        look();
        assertThat(mailed()).isEmpty();
        assertThat(approval().state()).isEqualTo(Approval.State.SKIPPED);
        assertThat(ApprovalWords.of(approval(), CLOCK.instant(), ZoneId.of("UTC")))
                .isEqualTo("was skipped by standfirst at 13:00: nobody approved it in time");
        assertThat(desk().takeBack(edition(), "command line"))
                .isInstanceOfSatisfying(
                        Ruling.Impossible.class,
                        impossible -> assertThat(impossible.why()).isEqualTo("its time is over"));
    }

    @Test
    void whoLooksAfterTheHourStillSendsAtOnce() {
        add("ada", Preferences.NONE);
        run();
        CLOCK.set(SEVEN.plusSeconds(1800));
        look();
        assertThat(approval().state()).isEqualTo(Approval.State.WAITING);

        Ruling ruling = desk().approve(edition(), "command line", Set.of());
        assertThat(desk().isDue(ruling.approval())).isTrue();
        assertThat(goOn()).isInstanceOf(RunResult.Sent.class);
        assertThat(mailed()).containsExactly("ada");
    }

    @Test
    void oneThatIsComposedLateCanBeLookedAtForAsLongAsAnyOther() {
        CLOCK.set(Instant.parse("2026-11-18T20:00:00Z"));
        digest = digest(digest.name(), SEND);
        add("ada", Preferences.NONE);
        run();
        look();
        assertThat(approval().state()).isEqualTo(Approval.State.WAITING);
        assertThat(approval().plan().orElseThrow().decides()).isEqualTo("2026-11-18T20:30:00Z");

        desk().approve(edition(), "command line", Set.of());
        look();
        assertThat(mailed()).containsExactly("ada");
    }

    @Test
    void theArticlesOfASkippedEditionComeIntoTheNext() {
        add("ada", Preferences.NONE);
        add("weekly", weekly());
        run();
        assertThat(desk().skip(edition(), "command line")).isInstanceOf(Ruling.Done.class);
        assertThat(run()).isInstanceOf(RunResult.Skipped.class);
        assertThat(goOn()).isInstanceOf(RunResult.Skipped.class);
        assertThat(desk().skip(edition(), "another")).isInstanceOf(Ruling.Already.class);
        assertThat(runs().latest(1))
                .extracting(Run::state)
                .as("its run is not called done")
                .containsExactly(Run.State.SKIPPED);

        CLOCK.set(HALF_PAST_SIX.plus(Duration.ofDays(1)));
        StoredEdition skipped = edition();
        RunResult.Waits next = (RunResult.Waits) runs().run(new RunRequest(digest, DATE.plusDays(1)), RunListener.NONE);
        assertThat(next.people()).as("it was nobody's mail of the week").isEqualTo(2);
        assertThat(editions().find(next.edition()).orElseThrow().articles()).isEqualTo(1);
        assertThat(desk().takeBack(skipped, "command line"))
                .isInstanceOfSatisfying(
                        Ruling.Impossible.class,
                        impossible -> assertThat(impossible.why()).isEqualTo("its time is over"));
        assertThat(mailed()).isEmpty();
    }

    @Test
    void whatWasDecidedIsTakenBackAndTold() {
        digest = digest(digest.name(), SEND);
        add("ada", Preferences.NONE);
        run();
        desk().skip(edition(), "ines");
        desk().takeBack(edition(), "ines");
        desk().approve(edition(), "ines", Set.of());
        assertThat(desk().takeBack(edition(), "omar")).isInstanceOf(Ruling.Done.class);
        assertThat(desk().takeBack(edition(), "omar")).isInstanceOf(Ruling.Already.class);

        CLOCK.set(SEVEN);
        look();
        assertThat(mailed()).as("what was taken back goes out by no rule").isEmpty();

        desk().approve(edition(), "omar", Set.of());
        goOn();
        assertThat(mailed()).containsExactly("ada");
        assertThat(desk().takeBack(edition(), "ines"))
                .isInstanceOfSatisfying(
                        Ruling.Impossible.class,
                        impossible -> assertThat(impossible.why()).isEqualTo("its first mails left"));
        assertThat(records().history(edition().id()))
                .extracting(ApprovalLine::act)
                .containsExactly(Act.SKIPPED, Act.TAKEN_BACK, Act.APPROVED, Act.TAKEN_BACK, Act.APPROVED);
    }

    @Test
    void sentNowItGoesToThoseWhoChoseNoHourOfTheirOwn() {
        add("ada", Preferences.NONE);
        add("noon", at("12:00"));
        run();
        assertThat(desk().sendNow(edition(), "command line", Set.of())).isInstanceOf(Ruling.Done.class);
        assertThat(goOn()).isInstanceOf(RunResult.Later.class);
        assertThat(mailed()).containsExactly("ada");
    }

    @Test
    void aFailedCheckBlocksApprovalAndTheRuleUnlessItIsNamed() {
        digest = digest(digest.name(), SEND);
        add("ada", Preferences.NONE);
        run();
        Check check = new Check(EditionChecks.Name.SIZE, false, Fact.words("91,204 bytes of HTML, at most 80,000"));
        records().keepFailed(edition().id(), List.of(check));

        CLOCK.set(SEVEN);
        look();
        assertThat(mailed()).isEmpty();
        assertThat(desk().approve(edition(), "command line", Set.of(EditionChecks.Name.LINKS)))
                .isEqualTo(new Ruling.Blocked(approval(), List.of(check)));
        assertThat(desk().approve(edition(), "command line", Set.of(EditionChecks.Name.SIZE)))
                .isInstanceOf(Ruling.Done.class);
        assertThat(approval().why()).isEqualTo("despite size");
    }

    @Test
    void aTestIsOneMailWhoseLinksChangeNothing() {
        add("ada", Preferences.NONE);
        run();
        context.getBean(Suppressions.class).add(address("ines"), Suppressions.Cause.COMPLAINT, TEST);
        assertThat(desk().test(edition(), address("ines"))).isEmpty();
        sink.fault(address("omar").value(), Fault.REFUSE_RCPT);
        assertThat(desk().test(edition(), address("omar")).orElseThrow()).startsWith("550");

        assertThat(mailed()).containsExactly("ines");
        assertThat(sink.messages().stream()
                        .filter(message -> message.contains("To: " + address("ines")))
                        .findFirst()
                        .orElseThrow())
                .contains("Subject: Test: ", "https://brief.example/u/test")
                .doesNotContain("List-Unsubscribe");
        assertThat(context.getBean(Ledger.class).counts(edition().id()).of(DeliveryState.PENDING))
                .isEqualTo(1);
    }

    /** Ten times a moment at which twenty decide, half of them this and half of them that. */
    @Test
    void ofManyWhoDecideAtOnceOneDoesAndTheOthersAreToldWhatIs() {
        add("ada", Preferences.NONE);
        run();
        StoredEdition edition = edition();
        for (int round = 0; round < 10; round++) {
            List<Ruling> rulings = atOnce(IntStream.range(0, 20)
                    .<Supplier<Ruling>>mapToObj(i ->
                            i % 2 == 0 ? () -> desk().approve(edition, "a", Set.of()) : () -> desk().skip(edition, "b"))
                    .toList());
            Approval is = approval();
            assertThat(rulings).filteredOn(Ruling.Done.class::isInstance).hasSize(1);
            assertThat(rulings).filteredOn(Ruling.Already.class::isInstance).hasSize(9);
            assertThat(rulings)
                    .allSatisfy(ruling -> assertThat(ruling.approval()).isEqualTo(is));
            assertThat(desk().takeBack(edition, "c")).isInstanceOf(Ruling.Done.class);
        }
        assertThat(records().history(edition.id())).hasSize(20);
    }

    @Test
    void whatWasRefusedIsSentOnceMoreAndNothingElse() {
        digest = digest.withoutApproval();
        CLOCK.set(SEVEN);
        add("ada", Preferences.NONE);
        add("ben", Preferences.NONE);
        long left = add("eve", Preferences.NONE);
        sink.fault(address("ben").value(), Fault.REFUSE_RCPT);
        sink.fault(address("eve").value(), Fault.REFUSE_RCPT);
        run();
        subscriptions().leave(left, TEST);
        sink.fault(address("ben").value(), Fault.NONE);
        assertThat(retry(DeliveryState.FAILED))
                .as("an address that does not exist is never mailed again by itself")
                .isInstanceOf(RunResult.AlreadySent.class);
        context.getBean(Suppressions.class).remove(address("ben").normal(), TEST);

        RunResult.Sent sent = (RunResult.Sent) retry(DeliveryState.FAILED);
        assertThat(sent.counts().of(DeliveryState.SENT)).isEqualTo(2);
        assertThat(sent.counts().of(DeliveryState.FAILED)).isEqualTo(1);
        assertThat(mailed()).containsExactly("ada", "ben");
        assertThat(retry(DeliveryState.FAILED)).isInstanceOf(RunResult.AlreadySent.class);
        assertThat(edition().completedAt()).isPresent();
    }

    @Test
    void whatIsSentOnceMoreAfterDaysIsTriedForAsLongAsAtFirst() {
        digest = digest.withoutApproval();
        CLOCK.set(SEVEN);
        add("ada", Preferences.NONE);
        sink.fault(address("ada").value(), Fault.REFUSE_RCPT);
        run();
        context.getBean(Suppressions.class).remove(address("ada").normal(), TEST);

        CLOCK.set(SEVEN.plus(Duration.ofDays(5)));
        sink.fault(address("ada").value(), Fault.DEFER_RCPT);
        RunResult.Later later = (RunResult.Later) retry(DeliveryState.FAILED);
        assertThat(later.rest().again()).isEqualTo(1);
        assertThat(later.rest().next()).isAfter(CLOCK.instant());

        sink.fault(address("ada").value(), Fault.NONE);
        CLOCK.set(later.rest().next());
        look();
        assertThat(mailed()).containsExactly("ada");
        assertThat(edition().completedAt()).isPresent();
    }

    private static List<Ruling> atOnce(List<Supplier<Ruling>> deciders) {
        CyclicBarrier start = new CyclicBarrier(deciders.size());
        List<CompletableFuture<Ruling>> all = new ArrayList<>();
        for (Supplier<Ruling> decider : deciders) {
            CompletableFuture<Ruling> one = new CompletableFuture<>();
            all.add(one);
            new Thread(() -> {
                        try {
                            start.await();
                            one.complete(decider.get());
                        } catch (Exception e) {
                            one.completeExceptionally(e);
                        }
                    })
                    .start();
        }
        return all.stream().map(CompletableFuture::join).toList();
    }

    private Digest digest(String name, dev.standfirst.digest.Approval approval) {
        return new Digest(
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
                true,
                Delivery.USUAL,
                Optional.of(approval));
    }

    /** The timetable looks once, and what it started is over. */
    private void look() {
        Timetable timetable = timetable();
        timetable.look();
        timetable.destroy();
    }

    /** What of this morning is due; yesterday's edition would be late. */
    private List<RunRequest> due() {
        Timetable timetable = timetable();
        List<RunRequest> due = timetable.due(digest);
        timetable.destroy();
        return due;
    }

    private Timetable timetable() {
        return new Timetable(
                runs(),
                editions(),
                context.getBean(Ledger.class),
                plans(),
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

    private RunResult retry(DeliveryState state) {
        return runs().retry(new EditionKey(digest.name(), DATE), Set.of(state), RunListener.NONE);
    }

    private StoredEdition edition() {
        return editions().find(digest.name(), DATE).orElseThrow();
    }

    private Approval approval() {
        return records().of(edition().id());
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

    private static ApprovalDesk desk() {
        return context.getBean(ApprovalDesk.class);
    }

    private static ApprovalRecords records() {
        return context.getBean(ApprovalRecords.class);
    }

    private static ApprovalPlans plans() {
        return context.getBean(ApprovalPlans.class);
    }

    private static Editions editions() {
        return context.getBean(Editions.class);
    }

    private static Subscriptions subscriptions() {
        return context.getBean(Subscriptions.class);
    }

    private static Preferences at(String hour) {
        return preferences(Cadence.EACH, Set.of(), Optional.of(LocalTime.parse(hour)));
    }

    private static Preferences weekly() {
        return preferences(Cadence.WEEKLY, Set.of(java.time.DayOfWeek.WEDNESDAY), Optional.empty());
    }

    private static Preferences preferences(Cadence cadence, Set<java.time.DayOfWeek> days, Optional<LocalTime> hour) {
        return new Preferences(
                cadence,
                days,
                hour,
                hour.map(at -> ZoneId.of("UTC")),
                Optional.empty(),
                Choice.ALL,
                Choice.ALL,
                false,
                false,
                Optional.empty());
    }
}
