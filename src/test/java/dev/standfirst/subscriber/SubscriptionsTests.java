package dev.standfirst.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.standfirst.TestDatabase;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.History.Event;
import dev.standfirst.subscriber.Preferences.Cadence;
import dev.standfirst.subscriber.Preferences.Choice;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Suppressions.Cause;
import dev.standfirst.subscriber.Suppressions.Kept;
import dev.standfirst.subscriber.Suppressions.Suppression;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** On both databases: there is one SQL text. */
@ParameterizedClass
@MethodSource("dev.standfirst.TestDatabase#each")
class SubscriptionsTests {

    private static final Instant NOW = Instant.parse("2026-11-12T10:00:00Z");
    private static final EmailAddress ADA = new EmailAddress("ada@example.org");
    private static final Reason BY_HAND = Reason.by("Grace", "added by hand");
    private static final Reason LINK = Reason.person("by the link in a mail", "192.0.2.7", "");

    @Parameter
    private TestDatabase database;

    private People people;

    @BeforeEach
    void start() {
        people = new People(database.jdbc(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void aPersonIsOneAddressHoweverItIsWritten() {
        String list = people.freshList();

        assertThat(people.subscriptions.add(list, ADA, "Ada", BY_HAND)).isEqualTo(new Addition.Added());
        assertThat(people.subscriptions.add(list, new EmailAddress("ADA@Example.org"), "", BY_HAND))
                .isEqualTo(new Addition.AlreadyThere(false));
        assertThat(people.subscriptions.reach(List.of(list))).isEqualTo(1);
    }

    @Test
    void whoLeftComesBackByThePersonsOwnWillAlone() {
        String list = people.freshList();
        people.subscriptions.add(list, ADA, "Ada", BY_HAND);
        Subscription place = people.subscriptions.find(list, ADA).orElseThrow();
        people.subscriptions.leave(place.id(), LINK);

        assertThat(people.subscriptions.add(list, ADA, "Ada", BY_HAND)).isEqualTo(new Addition.Left(NOW));
        assertThat(people.subscriptions.bringBack(place.id(), LINK)).isTrue();
        assertThat(people.subscriptions.bringBack(place.id(), LINK)).isFalse();
        assertThat(people.history.of(place.subscriberId()))
                .filteredOn(line -> line.list().equals(Optional.of(list)))
                .extracting(History.Line::event, line -> line.reason().origin())
                .containsExactly(
                        tuple(Event.ADDED, ""), tuple(Event.LEFT, "192.0.2.7"), tuple(Event.CAME_BACK, "192.0.2.7"));
    }

    @Test
    void whoComesBackJoinedThenAndWhoUndoesItJoinedAtFirst() {
        Instant later = Instant.parse("2026-11-19T10:00:00Z");
        People after = new People(database.jdbc(), Clock.fixed(later, ZoneOffset.UTC));
        String list = people.freshList();
        people.subscriptions.add(list, ADA, "Ada", BY_HAND);
        long place = people.subscriptions.find(list, ADA).orElseThrow().id();

        people.subscriptions.leave(place, LINK);
        assertThat(after.subscriptions.undo(place, LINK)).isTrue();
        assertThat(people.subscriptions.find(place).orElseThrow().since()).isEqualTo(NOW);
        assertThat(after.subscriptions.confirm(place, LINK)).isFalse();
        assertThat(people.subscriptions.find(place).orElseThrow().since()).isEqualTo(NOW);

        people.subscriptions.leave(place, LINK);
        assertThat(after.subscriptions.bringBack(place, BY_HAND)).isTrue();
        assertThat(people.subscriptions.find(place).orElseThrow().since()).isEqualTo(later);

        people.subscriptions.leave(place, LINK);
        assertThat(people.subscriptions.confirm(place, LINK)).isTrue();
        assertThat(people.subscriptions.find(place).orElseThrow().since()).isEqualTo(NOW);
    }

    @Test
    void aPlaceThatWasAskedForIsNotMailedBeforeItIsConfirmed() {
        MailingList list = people.lists.require(people.freshList());

        Subscription place = people.subscriptions.ask(list, ADA, Reason.person("asked on the page", "192.0.2.7", ""));

        assertThat(place.status()).isEqualTo(Status.UNCONFIRMED);
        assertThat(people.subscriptions.reach(List.of(list.name()))).isZero();
        assertThat(people.subscriptions.confirm(place.id(), LINK)).isTrue();
        assertThat(people.subscriptions.reach(List.of(list.name()))).isEqualTo(1);
        assertThat(people.lists.counts(list.name())).containsEntry(Status.CONFIRMED, 1L);
    }

    @Test
    void whoIsStoppedByAddressAndByDomainIsLeftOutOfTheReachOnce() {
        String list = people.freshList();
        String other = people.freshList();
        for (String address : List.of("ada@example.org", "ben@gone.example", "cy@gone.example")) {
            people.subscriptions.add(list, new EmailAddress(address), "", BY_HAND);
        }
        people.subscriptions.add(other, ADA, "", BY_HAND);
        people.suppressions.addDomain("gone.example", Suppressions.Cause.OPERATOR, BY_HAND);
        people.suppressions.add(new EmailAddress("ben@gone.example"), Suppressions.Cause.BOUNCE, BY_HAND);

        assertThat(people.subscriptions.reach(List.of(list))).isEqualTo(1);
        assertThat(people.subscriptions.reach(List.of(list, other))).isEqualTo(1);
        assertThat(people.subscriptions.reach(List.of("no-such-list"))).isZero();
    }

    @Test
    void suppressionWinsOverEveryList() {
        String list = people.freshList();
        EmailAddress grace = new EmailAddress("grace@lines.example");
        people.subscriptions.add(list, grace, "", BY_HAND);

        people.suppressions.addDomain("Lines.example", Cause.OPERATOR, Reason.of("their wish"));

        assertThat(people.subscriptions.reach(List.of(list))).isZero();
        assertThat(people.subscriptions.add(list, new EmailAddress("x@lines.example"), "", BY_HAND))
                .isInstanceOfSatisfying(
                        Addition.Suppressed.class,
                        outcome -> assertThat(outcome.by().words()).isEqualTo("their wish"));
        assertThat(people.suppressions.remove("lines.example", BY_HAND)).isTrue();
        assertThat(people.subscriptions.reach(List.of(list))).isEqualTo(1);
    }

    @Test
    void aDomainIsStoppedUnderTheNameThatItsAddressesAreKeptUnder() {
        people.suppressions.add(
                SuppressionEntry.parse("Straße.example").orElseThrow(), Cause.OPERATOR, Reason.of("their wish"));

        assertThat(people.suppressions.find(new EmailAddress("ada@straße.example")))
                .isPresent();
        assertThat(people.suppressions.find(new EmailAddress("ada@strasse.example")))
                .as("another domain, of somebody else")
                .isEmpty();
        assertThat(SuppressionEntry.parse("@ada@example.org"))
                .as("is no domain")
                .isEmpty();
    }

    @Test
    void anErasedAddressIsKeptOutByItsHashAloneAndComesBackByItself() {
        EmailAddress once = new EmailAddress("once@example.org");
        MailingList list = people.lists.require(people.freshList());
        people.suppressions.addFingerprint(once, Cause.ERASED, Reason.of("erased"));

        assertThat(people.suppressions.page(0, 100).toString()).doesNotContain("once@");
        assertThat(people.subscriptions.add(list.name(), new EmailAddress("Once@example.org"), "", BY_HAND))
                .isInstanceOf(Addition.Suppressed.class);

        people.subscriptions.confirm(people.subscriptions.ask(list, once, LINK).id(), LINK);

        assertThat(people.suppressions.find(once)).isEmpty();
    }

    @Test
    void aHashStopsThePersonWeKnowAsWellUntilAnErasedOneConfirms() {
        String list = people.freshList();
        EmailAddress kim = new EmailAddress("kim@example.org");
        people.subscriptions.add(list, kim, "Kim", BY_HAND);
        people.subscriptions.add(list, new EmailAddress("bo@example.org"), "", BY_HAND);
        SuppressionEntry hash =
                SuppressionEntry.parse(people.suppressions.fingerprint(kim)).orElseThrow();

        assertThat(people.suppressions.addAll(all ->
                        all.accept(new Kept(hash, Cause.ERASED, Reason.of("everything was erased"), Optional.of(NOW)))))
                .isEqualTo(1);

        assertThat(people.subscriptions.reach(List.of(list))).isEqualTo(1);
        assertThat(people.suppressions.covering(kim))
                .extracting(Suppression::entry, Suppression::cause, Suppression::words)
                .containsExactly(
                        tuple(hash.text(), Cause.ERASED, "everything was erased"),
                        tuple("kim@example.org", Cause.ERASED, "everything was erased"));
        people.subscriptions.confirm(
                people.subscriptions.find(list, kim).orElseThrow().id(), LINK);
        assertThat(people.suppressions.covering(kim)).isEmpty();
        assertThat(people.suppressions.add(hash, Cause.OPERATOR, BY_HAND)).isTrue();
        assertThat(people.suppressions.find("kim@example.org")).isPresent();
        assertThat(people.suppressions.add(hash, Cause.OPERATOR, BY_HAND)).isFalse();
    }

    @Test
    void whatNoLineCanHoldIsNotKept() {
        String list = people.freshList();
        people.subscriptions.add(list, ADA, "", BY_HAND);
        Subscription place = people.subscriptions.find(list, ADA).orElseThrow();
        Subscriber ada = people.subscribers.find(ADA).orElseThrow();

        people.subscriptions.choose(
                place.id(),
                topics(new Choice(List.of("City\u0000and\u0085more\u2028", "\u0000", "\ud800x"), List.of())),
                LINK);
        people.subscribers.update(
                new Subscriber(
                        ada.id(),
                        ADA,
                        "Ada",
                        "{\"ci\\u0000ty\":\"Port\\nAveril\\u0000\",\"n\":[1.10,\"a\\tb\"],\"path\":\"C:\\\\new\"}",
                        ada.createdAt(),
                        ada.changedAt(),
                        ada.version()),
                BY_HAND);

        assertThat(people.subscriptions
                        .find(place.id())
                        .orElseThrow()
                        .preferences()
                        .topics()
                        .in())
                .containsExactly("City and more", "\ufffdx");
        assertThat(people.subscribers.find(ADA).orElseThrow().attributes())
                .isEqualTo("{\"ci ty\":\"Port Averil\",\"n\":[1.10,\"a b\"],\"path\":\"C:\\\\new\"}");
    }

    private static Preferences topics(Choice topics) {
        return new Preferences(
                Cadence.EACH,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                topics,
                Choice.ALL,
                false,
                false,
                Optional.empty());
    }

    @Test
    void preferencesAreKeptAsTheyWereChosen() {
        String list = people.freshList();
        people.subscriptions.add(list, ADA, "", BY_HAND);
        long place = people.subscriptions.find(list, ADA).orElseThrow().id();
        Preferences chosen = new Preferences(
                Cadence.DAYS,
                Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                Optional.of(LocalTime.of(6, 30)),
                Optional.of(ZoneId.of("America/New_York")),
                Optional.of(Locale.GERMAN),
                new Choice(List.of(), List.of("Culture", "City, and more")),
                new Choice(List.of("reef"), List.of()),
                true,
                true,
                Optional.of(LocalDate.of(2026, 12, 24)));

        people.subscriptions.choose(place, chosen, LINK);

        assertThat(people.subscriptions.find(place))
                .hasValueSatisfying(found -> assertThat(found.preferences()).isEqualTo(chosen));
    }
}
