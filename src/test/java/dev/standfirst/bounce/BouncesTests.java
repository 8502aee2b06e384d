package dev.standfirst.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.History;
import dev.standfirst.subscriber.PersonalData;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriber;
import dev.standfirst.subscriber.Suppressions;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows from refusals, on both databases. */
class BouncesTests {

    private static final String ANNA = "anna@lake.example";
    private static final EmailAddress ADDRESS = new EmailAddress(ANNA);
    private static final String FULL = "552 5.2.2 mailbox full";

    static Stream<TestDatabase> databases() {
        return TestDatabase.each();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void anUnknownMailboxIsGivenUpAtOnce(TestDatabase database) {
        House house = new House(database, Map.of());
        Subscriber anna = house.person(ANNA);

        house.bounces.refused(house.delivered(anna, "FAILED"), "550 5.1.1 mailbox unknown");

        assertThat(house.people.suppressions.find(ADDRESS)).hasValueSatisfying(entry -> {
            assertThat(entry.cause()).isEqualTo(Suppressions.Cause.BOUNCE);
            assertThat(entry.words()).isEqualTo("mail came back: there is no such mailbox (5.1.1)");
        });
        assertThat(house.people.history.of(anna.id()))
                .extracting(History.Line::event)
                .contains(History.Event.BOUNCED, History.Event.SUPPRESSED);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aFullMailboxIsGivenUpAfterFiveEditions(TestDatabase database) {
        House house = new House(database, Map.of());
        Subscriber anna = house.person(ANNA);
        for (int edition = 1; edition <= 4; edition++) {
            house.bounces.refused(house.delivered(anna, "FAILED"), FULL);
            assertThat(house.bounces.score(ADDRESS)).isEqualTo(edition);
        }
        assertThat(house.isSuppressed(ANNA)).isFalse();

        house.bounces.refused(house.delivered(anna, "FAILED"), FULL);

        assertThat(house.isSuppressed(ANNA)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void oneEditionCountsOnceHoweverOftenItComesBack(TestDatabase database) {
        House house = new House(database, Map.of());
        long delivery = house.sent(house.person(ANNA));
        for (int i = 0; i < 10; i++) {
            house.bounces.refused(delivery, FULL);
        }

        assertThat(house.bounces.score(ADDRESS)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void goodEditionsLowerTheScore(TestDatabase database) {
        House house = new House(database, Map.of());
        Subscriber anna = house.person(ANNA);
        for (int i = 0; i < 4; i++) {
            house.bounces.refused(house.delivered(anna, "FAILED"), FULL);
        }
        house.sent(anna);
        house.sent(anna);
        house.bounces.refused(house.delivered(anna, "FAILED"), FULL);

        assertThat(house.bounces.score(ADDRESS)).isEqualTo(3);
        assertThat(house.isSuppressed(ANNA)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatIsOurOwnFaultNeverCounts(TestDatabase database) {
        House house = new House(database, Map.of());
        Subscriber anna = house.person(ANNA);
        for (int i = 0; i < 9; i++) {
            house.bounces.refused(house.delivered(anna, "FAILED"), "550 5.7.26 not authenticated");
            house.bounces.refused(house.delivered(anna, "FAILED"), "554 5.7.1 blocked using list.example");
            house.bounces.refused(house.delivered(anna, "FAILED"), "the message could not be built: no boundary");
        }

        assertThat(house.isSuppressed(ANNA)).isFalse();
        assertThat(house.bounces.score(ADDRESS)).isZero();
        assertThat(house.bounces.of(ADDRESS)).hasSize(27).allMatch(line -> line.kind() == Outcome.Kind.OURS);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aResetBeginsAnewAndLateReportsOfBeforeDoNotCount(TestDatabase database) {
        House house = new House(database, Map.of());
        long old = house.sent(house.person(ANNA));
        house.bounces.refused(old, "550 5.1.1 mailbox unknown");

        assertThat(house.bounces.reset(ADDRESS, Reason.by("sam", "the person wrote")))
                .isTrue();
        house.bounces.refused(old, "550 5.1.1 mailbox unknown");

        assertThat(house.isSuppressed(ANNA)).isFalse();
        assertThat(house.bounces.score(ADDRESS)).isZero();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aComplaintIsNotTakenBackByAReset(TestDatabase database) {
        House house = new House(database, Map.of());
        Subscriber anna = house.person(ANNA);
        long delivery = house.sent(anna);
        house.bounces.refused(delivery, "550 5.1.1 mailbox unknown");
        house.bounces.complained(
                house.records.byDelivery(delivery).orElseThrow(), new Report.Complaint("", "abuse"), "bounce mailbox");

        house.bounces.reset(ADDRESS, Reason.by("sam", "by mistake"));

        assertThat(house.people.suppressions.find(ADDRESS))
                .hasValueSatisfying(entry -> assertThat(entry.cause()).isEqualTo(Suppressions.Cause.COMPLAINT));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aPersonWhoWasErasedIsForgottenHere(TestDatabase database) {
        House house = new House(database, Map.of());
        Subscriber anna = house.person(ANNA);
        long delivery = house.sent(anna);
        house.bounces.refused(delivery, FULL);
        house.jdbc
                .sql("update delivery set subscriber_id = null, subscription_id = null")
                .update();
        house.jdbc.sql("delete from history").update();
        house.jdbc.sql("delete from subscription").update();
        house.jdbc.sql("delete from subscriber").update();

        house.bounces.refused(delivery, FULL);

        assertThat(house.bounces.latest(10)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void whatCameBackIsToldAndErasedWhoeverItNames(TestDatabase database) {
        House house = new House(database, Map.of());
        Subscriber anna = house.person(ANNA);
        Subscriber bert = house.person("bert@lake.example");
        house.bounces.refused(house.delivered(anna, "FAILED"), FULL);
        house.bounces.reset(ADDRESS, Reason.of("for a test"));
        row(house, Optional.empty(), "full", "Anna@lake.example");
        row(house, person(bert), "<anna@lake.example> is full", ANNA);
        row(house, person(bert), "full", "bert@lake.example");
        PersonalData data = house.people.personalData(new ReturnedRecords(house.jdbc));

        assertThat(data.export(ADDRESS, Reason.of("asked for it")).orElseThrow())
                .contains("mailbox full", "\"about\" : \"Anna@lake.example\"", "\"returnedCountsSince\"")
                .doesNotContain("bert@lake.example");
        house.jdbc
                .sql("update delivery set subscriber_id = null, subscription_id = null")
                .update();
        data.erase(ADDRESS, Reason.of("asked for it"));

        assertThat(house.jdbc
                        .sql("select diagnostic, recipient from bounce order by id")
                        .query((row, number) -> row.getString(1) + "|" + row.getString(2))
                        .list())
                .containsExactly("|", "full|bert@lake.example");
    }

    private static Optional<BounceRecords.Person> person(Subscriber known) {
        return Optional.of(new BounceRecords.Person(known.id(), OptionalLong.empty()));
    }

    private static void row(House house, Optional<BounceRecords.Person> person, String said, String recipient) {
        house.records.add(new BounceRecords.Row(person, Outcome.Kind.SOFT, "FULL", "", said), recipient, "a test");
    }
}
