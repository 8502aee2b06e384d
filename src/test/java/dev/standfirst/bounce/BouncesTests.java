package dev.standfirst.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.History;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriber;
import dev.standfirst.subscriber.Suppressions;
import java.util.Map;
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
}
