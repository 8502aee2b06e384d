package dev.standfirst.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Filter;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Preferences.Cadence;
import dev.standfirst.subscriber.Preferences.Choice;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriber;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Suppressions;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExporterTests {

    private static final Reason REASON = Reason.of("by hand");
    private static final List<String> NAMES = List.of(
            "=1+1",
            "'=1+1",
            "Bo, \"Bobby\"; B|C",
            "\u202Eevil",
            "\u0627\u0644\u0623\u062E\u0628\u0627\u0631",
            "\uD83D\uDC69\u200D\uD83D\uDCBB",
            "'",
            "+49",
            "<b>",
            "");

    @TempDir
    private Path folder;

    static List<TestDatabase> each() {
        return TestDatabase.each().toList();
    }

    @ParameterizedTest
    @MethodSource("each")
    void anExportComesBackAsItWas(TestDatabase database) throws IOException {
        Transfers here = at(database, "2026-11-12T10:00:00.123456Z");
        for (int i = 0; i < NAMES.size(); i++) {
            here.people.subscriptions.add(
                    "brief", new EmailAddress("p" + i + "@m\u00FCnchen.example"), NAMES.get(i), REASON);
        }
        Transfers later = at(database, "2026-11-13T11:00:00Z");
        later.people.subscriptions.choose(place(later, 0).id(), wants(), REASON);
        later.people.subscriptions.leave(place(later, 1).id(), REASON);
        later.people.subscriptions.ask(
                later.people.lists.require("brief"), new EmailAddress("ask@firma.example"), REASON);
        Subscriber third =
                later.people.subscribers.find(place(later, 2).subscriberId()).orElseThrow();
        later.people.subscribers.update(
                new Subscriber(
                        third.id(),
                        third.address(),
                        third.name(),
                        "{\"b\":\"-1\",\"a\":[1.50,null,\"x,=y\"]}",
                        third.createdAt(),
                        third.changedAt(),
                        third.version()),
                REASON);
        String exported = export(later, "brief");

        Transfers empty = at(new TestDatabase(), "2026-11-20T10:00:00Z");
        Path file = Files.writeString(folder.resolve("export.csv"), exported);
        ImportOutcome outcome =
                empty.importer.apply(ImportRequest.of(file, "brief").agreed("moved here"), line -> {});

        assertThat(outcome).isInstanceOfSatisfying(ImportOutcome.Done.class, done -> {
            assertThat(done.report().shape().program()).isEqualTo("Standfirst");
            assertThat(done.report().counts().rows()).isEqualTo(NAMES.size() + 1);
        });
        assertThat(export(empty, "brief")).isEqualTo(exported);
        assertThat(places(empty)).isEqualTo(places(later));
    }

    @ParameterizedTest
    @MethodSource("each")
    void whoIsNeverMailedStaysSo(TestDatabase database) throws IOException {
        Transfers here = at(database, "2026-11-12T10:00:00Z");
        EmailAddress ada = new EmailAddress("ada@firma.example");
        here.people.subscriptions.add("brief", ada, "Ada", REASON);
        here.people.suppressions.add(ada, Suppressions.Cause.COMPLAINT, REASON);

        assertThat(export(here, "brief")).contains("ada@firma.example,Ada,suppressed,each,");
        assertThat(export(here, "unknown").lines()).hasSize(1);
        Transfers empty = at(new TestDatabase(), "2026-11-20T10:00:00Z");
        Path file = Files.writeString(folder.resolve("export.csv"), export(here, "brief"));
        empty.importer.apply(ImportRequest.of(file, "brief").agreed("moved here"), line -> {});
        assertThat(empty.people.suppressions.find(ada)).isPresent();
    }

    private static Preferences wants() {
        return new Preferences(
                Cadence.DAYS,
                Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY),
                Optional.of(LocalTime.of(6, 30)),
                Optional.of(ZoneId.of("America/St_Johns")),
                Optional.of(Locale.forLanguageTag("pt-BR")),
                new Choice(List.of("economy", "sport, other"), List.of("[x]")),
                new Choice(List.of("+1"), List.of()),
                true,
                true,
                Optional.of(LocalDate.of(2027, 1, 2)));
    }

    private static List<List<Object>> places(Transfers at) {
        return at.people.subscriptions.page("brief", 0, 1000).stream()
                .map(place -> List.<Object>of(
                        place.address(),
                        place.name(),
                        place.status(),
                        place.since(),
                        place.changedAt(),
                        place.preferences(),
                        at.people
                                .subscribers
                                .find(place.subscriberId())
                                .orElseThrow()
                                .attributes(),
                        at.people
                                .subscribers
                                .find(place.subscriberId())
                                .orElseThrow()
                                .createdAt()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("each")
    void ofAFilterOnlyThoseAreWrittenWhomItFinds(TestDatabase database) throws IOException {
        Transfers here = at(database, "2026-11-12T10:00:00Z");
        for (String address : List.of("ada@port.example", "bo@lake.example", "cy@port.example")) {
            here.people.subscriptions.add("brief", new EmailAddress(address), "", REASON);
        }
        here.people.subscriptions.add("other", new EmailAddress("di@port.example"), "", REASON);
        StringWriter out = new StringWriter();
        Filter onOne = ((Filter.Parsed.Valid) Filter.parse("list:brief domain:port.example")).filter();

        assertThat(here.exporter.export(onOne, out)).isEqualTo(2);
        assertThat(out.toString().lines().map(line -> line.split(",")[0]))
                .containsExactly("email", "ada@port.example", "cy@port.example");
    }

    private static Subscription place(Transfers at, int number) {
        return at.people
                .subscriptions
                .find("brief", new EmailAddress("p" + number + "@m\u00FCnchen.example"))
                .orElseThrow();
    }

    private static String export(Transfers from, String list) throws IOException {
        StringWriter out = new StringWriter();
        from.exporter.export(list, out);
        return out.toString();
    }

    private static Transfers at(TestDatabase database, String time) {
        return new Transfers(database.source(), Clock.fixed(Instant.parse(time), ZoneOffset.UTC));
    }
}
