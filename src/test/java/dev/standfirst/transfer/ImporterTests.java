package dev.standfirst.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standfirst.TestDatabase;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.History.Event;
import dev.standfirst.subscriber.Preferences.Cadence;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Suppressions;
import dev.standfirst.transfer.ImportReport.Counts;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImporterTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-12T10:00:00Z"), ZoneOffset.UTC);
    private static final EmailAddress ADA = new EmailAddress("ada@firma.example");
    private static final EmailAddress BO = new EmailAddress("bo@firma.example");

    @TempDir
    private Path folder;

    static java.util.stream.Stream<Transfers> each() {
        return TestDatabase.each().map(database -> new Transfers(database.source(), CLOCK));
    }

    @ParameterizedTest
    @MethodSource("each")
    void aCheckTellsEveryRowAndChangesNothing(Transfers here) throws IOException {
        here.people.subscriptions.add("brief", ADA, "", Reason.of("by hand"));
        StringWriter skipped = new StringWriter();

        ImportReport report = report(here.importer.check(request("""
                Name;E-Mail;City
                Ada;ada@firma.example;
                Bo;bo@firma.example;Ulm
                Bo again;BO@firma.example;
                =1+1;jonas(at)firma.example;"Bad;Ems"
                Nobody;
                """), skipped));

        assertThat(report.counts()).isEqualTo(new Counts(5, 1, 1, 0, 3, 0));
        assertThat(report.reasons())
                .isEqualTo(Map.of(SkipReason.TWICE, 1L, SkipReason.NOT_AN_ADDRESS, 1L, SkipReason.NO_ADDRESS, 1L));
        assertThat(report.first())
                .containsExactly(
                        new Skipped(4, "BO@firma.example", SkipReason.TWICE, "same address as line 3"),
                        new Skipped(5, "jonas(at)firma.example", SkipReason.NOT_AN_ADDRESS, "there is no @ in it"),
                        new Skipped(6, "(empty)", SkipReason.NO_ADDRESS, "no address in this row"));
        assertThat(skipped.toString()).isEqualTo("""
                Name,E-Mail,City,skipped_line,skipped_reason\r
                Bo again,BO@firma.example,,4,same address as line 3\r
                '=1+1,jonas(at)firma.example,"Bad;Ems",5,there is no @ in it\r
                Nobody,,,6,no address in this row\r
                """);
        assertThat(report.shape().separator()).isEqualTo("semicolon");
        assertThat(here.people.subscriptions.reach(List.of("brief"))).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("each")
    void anImportKeepsAllThatAFileSays(Transfers here) throws IOException {
        ImportRequest request = request("""
                email,first_name,last_name,City,frequency,timezone,topics,language,created_at,attributes
                ada@firma.example,Ada,Lovelace,"Ulm, West",weekly fri,Europe/Berlin,"economy, sport",de,2024-02-03 04:05:06,"{""n"": 1.10}"
                bo@firma.example,Bo,,,,Ulm,,,,
                """);

        assertThat(apply(here, request).counts()).isEqualTo(new Counts(2, 2, 0, 0, 0, 0));

        Subscription ada = here.people.subscriptions.find("brief", ADA).orElseThrow();
        assertThat(ada.name()).isEqualTo("Ada Lovelace");
        assertThat(ada.since()).isEqualTo(Instant.parse("2024-02-03T04:05:06Z"));
        assertThat(ada.preferences()).satisfies(wants -> {
            assertThat(wants.cadence()).isEqualTo(Cadence.WEEKLY);
            assertThat(wants.days()).containsExactly(DayOfWeek.FRIDAY);
            assertThat(wants.zone()).hasToString("Optional[Europe/Berlin]");
            assertThat(wants.topics().in()).containsExactly("economy", "sport");
        });
        assertThat(here.people.subscribers.find(ADA).orElseThrow().attributes())
                .isEqualTo("{\"City\":\"Ulm, West\",\"n\":1.10}");
        assertThat(here.people.subscribers.find(BO).orElseThrow().attributes()).isEqualTo("{\"timezone\":\"Ulm\"}");
        assertThat(here.people.history.of(ada.subscriberId())).singleElement().satisfies(line -> {
            assertThat(line.event()).isEqualTo(Event.ADDED);
            assertThat(line.reason())
                    .isEqualTo(new Reason("imported from people.csv", "Ines", "import 1", "at the fair"));
        });
        assertThat(apply(here, request).counts()).isEqualTo(new Counts(2, 0, 0, 2, 0, 0));
    }

    @ParameterizedTest
    @MethodSource("each")
    void whoLeftOrIsNeverMailedStaysAwayUnlessNamed(Transfers here) throws IOException {
        here.people.subscriptions.add("brief", ADA, "Ada", Reason.of("by hand"));
        long place = here.people.subscriptions.find("brief", ADA).orElseThrow().id();
        here.people.subscriptions.leave(place, Reason.of("by the link in a mail"));
        here.people.suppressions.add(BO, Suppressions.Cause.COMPLAINT, Reason.of("called a mail spam"));
        EmailAddress erased = new EmailAddress("eve@firma.example");
        here.people.suppressions.addFingerprint(erased, Suppressions.Cause.ERASED, Reason.of("asked to be erased"));
        here.people.suppressions.addDomain("closed.example", Suppressions.Cause.OPERATOR, Reason.of("company closed"));
        ImportRequest request =
                request("email\nada@firma.example\nBO@firma.example\neve@firma.example\nx@closed.example\n");

        assertThat(apply(here, request).first())
                .containsExactly(
                        new Skipped(
                                2, "ada@firma.example", SkipReason.LEFT, "left on 12 Nov 2026; import never adds back"),
                        new Skipped(
                                3, "BO@firma.example", SkipReason.SUPPRESSED, "is never mailed: called a mail spam"),
                        new Skipped(
                                4, "eve@firma.example", SkipReason.SUPPRESSED, "is never mailed: asked to be erased"),
                        new Skipped(5, "x@closed.example", SkipReason.SUPPRESSED, "is never mailed: company closed"));

        ImportReport forced = apply(here, request.forcingBack(List.of(ADA, BO, new EmailAddress("x@closed.example"))));
        assertThat(forced.counts()).isEqualTo(new Counts(4, 1, 1, 0, 2, 0));
        assertThat(here.people.subscriptions.reach(List.of("brief"))).isEqualTo(2);
        assertThat(here.people.history.of(
                        here.people.subscribers.find(ADA).orElseThrow().id()))
                .last()
                .satisfies(line -> {
                    assertThat(line.event()).isEqualTo(Event.CAME_BACK);
                    assertThat(line.reason().cause()).isEqualTo("brought back by force, from people.csv");
                    assertThat(line.reason().actor()).isEqualTo("Ines");
                });
    }

    @ParameterizedTest
    @MethodSource("each")
    void whoLeftAnotherProgramsListIsKeptOutForGood(Transfers here) throws IOException {
        here.people.subscriptions.add("brief", BO, "Bo", Reason.of("by hand"));
        String head = "\"Email Address\",\"First Name\",MEMBER_RATING,OPTIN_TIME,LEID,EUID,";
        ImportReport report = apply(here, request(head + """
                UNSUB_TIME
                ada@firma.example,Ada,2,2020-01-01 00:00:00,1,a,2021-01-01 00:00:00
                bo@firma.example,Bo,2,2020-01-01 00:00:00,2,b,2027-01-01 00:00:00
                """));

        assertThat(report.shape().program()).isEqualTo("Mailchimp");
        assertThat(report.counts()).isEqualTo(new Counts(2, 0, 0, 0, 2, 2));
        assertThat(here.people.subscriptions.reach(List.of("brief"))).isZero();
        assertThat(here.people.subscribers.find(ADA).orElseThrow().name()).isEmpty();

        ImportReport cleaned = apply(here, request(head + """
                CLEAN_TIME
                cleo@firma.example,Cleo,2,,3,c,2021-01-01 00:00:00
                """));
        assertThat(cleaned.counts().keptOut()).isEqualTo(1);
        assertThat(here.people.subscribers.find(new EmailAddress("cleo@firma.example")))
                .isEmpty();
        assertThat(apply(here, request("email\nada@firma.example\nbo@firma.example\ncleo@firma.example\n"))
                        .reasons())
                .isEqualTo(Map.of(SkipReason.LEFT, 2L, SkipReason.SUPPRESSED, 1L));
    }

    @ParameterizedTest
    @MethodSource("each")
    void aLaterLineThatSaysSomebodyLeftWins(Transfers here) throws IOException {
        ImportReport report = apply(here, request("""
                email,status
                ada@firma.example,subscribed
                bo@firma.example,pending
                ada@firma.example,unsubscribed
                ada@firma.example,subscribed
                cleo@firma.example,paused
                """));

        assertThat(report.first())
                .extracting(row -> row.line() + " " + row.words())
                .containsExactly(
                        "3 is marked \"pending\" in the file",
                        "4 is marked \"unsubscribed\" in the file; kept out from now on",
                        "5 same address as line 2",
                        "6 is marked \"paused\" in the file, a status that is not known");
        assertThat(here.people.subscriptions.find("brief", ADA).orElseThrow().status())
                .isEqualTo(Status.UNSUBSCRIBED);
    }

    @ParameterizedTest
    @MethodSource("each")
    void anInterruptedImportGoesOnAndReportsAsIfNothingHadBeen(Transfers here) throws IOException {
        String rows = IntStream.range(0, 12_000)
                .mapToObj(n -> n % 1000 == 7 ? "nobody" + n : "u" + n % 11_000 + "@firma.example")
                .collect(Collectors.joining("\n", "email\n", "\n"));
        ImportRequest undisturbed = request(rows);
        ImportReport whole = report(here.importer.apply(undisturbed, line -> {}));
        ImportRequest request =
                ImportRequest.of(undisturbed.file(), "second").by("Ines").agreed("at the fair");
        AtomicInteger pieces = new AtomicInteger();

        assertThatThrownBy(() -> here.importer.apply(request, line -> {
                    if (pieces.incrementAndGet() == 2) {
                        throw new IllegalStateException("the machine stops");
                    }
                }))
                .hasMessage("the machine stops");
        assertThat(here.importer.unfinished("second").orElseThrow().lineDone()).isEqualTo(10_001);
        assertThat(here.importer.apply(elsewhere("email\nzoe@firma.example\n", "second"), line -> {}))
                .isEqualTo(new ImportOutcome.Refused(
                        "the import of people.csv stopped behind line 10,001 and is not finished",
                        "Import that file again to finish it, or give that import up."));
        ImportReport resumed = report(here.importer.apply(request, line -> {}));

        assertThat(resumed.resumedAt()).isEqualTo(OptionalLong.of(10_001));
        assertThat(resumed.counts()).isEqualTo(whole.counts());
        assertThat(resumed.reasons()).isEqualTo(whole.reasons());
        assertThat(resumed.first()).isEqualTo(whole.first());
        assertThat(here.people.subscriptions.reach(List.of("second"))).isEqualTo(10_989);
        assertThat(here.importer.unfinished("second")).isEmpty();
        StringWriter skipped = new StringWriter();
        here.importer.writeSkipped(resumed.number().orElseThrow(), request.file(), skipped);
        assertThat(skipped.toString().lines())
                .hasSize(1 + 1_011)
                .contains("nobody7,9,there is no @ in it", "u999@firma.example,12001,same address as line 1001");
    }

    @ParameterizedTest
    @MethodSource("each")
    void withoutConsentOrWithASlipInItsLastLineNothingIsChanged(Transfers here) throws IOException {
        ImportRequest request = request("email,name\nada@firma.example,Ada\nbo@firma.example,\"Bo\n");

        assertThat(here.importer.apply(request, line -> {}))
                .isInstanceOfSatisfying(
                        ImportOutcome.Refused.class,
                        refused -> assertThat(refused.what()).startsWith("line 3 of people.csv: a quote opens here"));
        assertThat(here.importer.apply(ImportRequest.of(request.file(), "brief"), line -> {}))
                .isEqualTo(new ImportOutcome.Refused(
                        "it is not said how these people agreed to get mail", "Say where and when they did."));
        assertThat(here.importer.check(request("email,name\n")))
                .isInstanceOfSatisfying(
                        ImportOutcome.Refused.class,
                        refused -> assertThat(refused.what()).isEqualTo("there are no people in people.csv"));
        assertThat(here.people.lists.all()).isEmpty();
    }

    private ImportRequest request(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("people.csv"), text, StandardCharsets.UTF_8);
        return ImportRequest.of(file, "brief").by("Ines").agreed("at the fair");
    }

    private ImportRequest elsewhere(String text, String list) throws IOException {
        Path file = Files.writeString(folder.resolve("others.csv"), text, StandardCharsets.UTF_8);
        return ImportRequest.of(file, list).agreed("at the fair");
    }

    private static ImportReport apply(Transfers here, ImportRequest request) throws IOException {
        return report(here.importer.apply(request, line -> {}));
    }

    private static ImportReport report(ImportOutcome outcome) {
        assertThat(outcome).isInstanceOf(ImportOutcome.Done.class);
        return ((ImportOutcome.Done) outcome).report();
    }
}
