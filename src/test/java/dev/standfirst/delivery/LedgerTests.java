package dev.standfirst.delivery;

import static dev.standfirst.delivery.Books.EDITION;
import static dev.standfirst.delivery.Books.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standfirst.TestDatabase;
import dev.standfirst.mail.SendResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTests {

    private final Books books = new Books(database(), Clock.fixed(Books.DUE, ZoneOffset.UTC));
    private final Ledger ledger = books.ledger;

    TestDatabase database() {
        return new TestDatabase();
    }

    @BeforeEach
    void anEditionForThree() {
        books.anEditionFor(3);
    }

    @AfterEach
    void whatIsKeptIsWhatIsThere() {
        assertThat(ledger.counts(EDITION).byState()).isEqualTo(books.counted());
    }

    @Test
    void aRowIsClaimedByOne() {
        assertThat(books.claim("a", 2)).extracting(Claimed::id).containsExactly(1L, 2L);
        assertThat(books.claim("b", 10)).extracting(Claimed::id).containsExactly(3L);
        assertThat(books.claim("c", 10)).isEmpty();
    }

    @Test
    void rowsAreClaimedInTheOrderOfTheirTurn() {
        books.sql("update delivery set due_at = timestamp with time zone '2026-11-18 05:00:00+00' where id = 3");

        DueRows due = books.due("a");
        assertThat(due.claim(10, Set.of())).extracting(Claimed::id).containsExactly(3L);
        assertThat(due.claim(10, Set.of())).extracting(Claimed::id).containsExactly(1L, 2L);
        assertThat(due.claim(10, Set.of())).isEmpty();
    }

    @Test
    void whatIsSettledIsNeverClaimedAgain() {
        List<Claimed> rows = books.claim("a", 10);

        books.settle(
                "a",
                sent(rows.get(0)),
                refused(rows.get(1)),
                Settlement.back(rows.get(2).turn()));

        assertThat(books.states()).containsExactly("SENT", "FAILED", "PENDING");
        assertThat(books.claim("b", 10)).extracting(Claimed::id).containsExactly(3L);
    }

    @Test
    void aRunThatLostItsRowsSettlesNone() {
        List<Claimed> rows = books.claim("a", 1);
        books.sql("update delivery set owner = 'b' where id = 1");

        books.settle("a", sent(rows.get(0)));

        assertThat(books.states()).containsExactly("CLAIMED", "PENDING", "PENDING");
    }

    @Test
    void aGroupThatIsSettledTwiceCountsOnce() {
        List<Claimed> rows = books.claim("a", 3);
        Settlement[] all = rows.stream().map(Books::sent).toArray(Settlement[]::new);

        books.settle("a", all);
        books.settle("a", all);

        assertThat(books.counts.of(EDITION).taken()).isEqualTo(3);
    }

    @Test
    void whoLeavesBetweenFreezingAndClaimingIsNotMailed() {
        books.sql("update subscription set status = 'UNSUBSCRIBED' where id = 2");

        assertThat(books.claim("a", 10)).extracting(Claimed::id).containsExactly(1L, 3L);
        assertThat(ledger.lines(EDITION, DeliveryState.SUPPRESSED, 10))
                .extracting(LedgerLine::reply)
                .containsExactly("left before it went out");
    }

    @Test
    void whoLeavesWhileTheRowWaitsInHandIsFound() {
        DueRows due = books.due("a");
        List<Claimed> rows = due.claim(10, Set.of());
        books.sql("update subscription set status = 'UNSUBSCRIBED' where id = 2");
        books.sql("insert into suppression (entry, reason, cause, created_at) values ('p3@example.org', 'OPERATOR',"
                + " '', current_timestamp)");

        assertThat(due.gone(rows))
                .extracting(Waiting.Verdict::reason)
                .containsExactlyInAnyOrder(
                        "left before it went out", "put among those who are never mailed, before it went out");
    }

    @Test
    void leavingClosesWhatWaitsAndLeavesAloneWhatIsInHand() {
        books.claim("a", 1);

        books.departures.left(1);
        books.departures.left(2);

        assertThat(books.states()).containsExactly("CLAIMED", "SUPPRESSED", "PENDING");
    }

    @Test
    void onlyRowsThatAreDueAreSent() {
        books.sql("update delivery set due_at = timestamp with time zone '2026-11-18 18:00:00+00' where id > 1");

        List<Claimed> rows = books.claim("a", 10);
        assertThat(rows).extracting(Claimed::id).containsExactly(1L);
        assertThat(ledger.later(EDITION)).isEqualTo(2);
        assertThat(ledger.isDue(EDITION)).isTrue();

        books.settle("a", sent(rows.get(0)));
        assertThat(ledger.isDue(EDITION)).isFalse();
        assertThat(ledger.rest(EDITION)).contains(new Rest(2, 0, Instant.parse("2026-11-18T18:00:00Z")));
    }

    @Test
    void aRefusalForNowIsTriedAgainLaterAndOnceTooLateGivenUp() {
        Claimed row = books.claim("a", 1).get(0);
        books.settle("a", books.terms(true).settle(row.turn(), new SendResult.Deferred(451, "", "451 try later")));

        assertThat(books.claim("a", 10)).extracting(Claimed::id).containsExactly(2L, 3L);
        assertThat(ledger.rest(EDITION).orElseThrow().again()).isEqualTo(1);
        assertThat(ledger.nextDue(EDITION, Books.DUE.plusSeconds(1)).orElseThrow())
                .isBetween(Books.DUE.plusSeconds(300), Books.DUE.plusSeconds(460));

        Waiting late = new Waiting(1, Books.DUE, 9, 0, Optional.of(Books.DUE));
        assertThat(books.terms(true)
                        .settle(late, new SendResult.Deferred(451, "", "451 try later"))
                        .state())
                .as("after the next four hours it would not be late any more, but too late")
                .isEqualTo(DeliveryState.RETRY);
        assertThat(new Terms(true, Duration.ofHours(1), Duration.ofMinutes(5), books.clock, new Random(1))
                        .settle(late, new SendResult.Deferred(451, "", "451 try later")))
                .extracting(Settlement::state, Settlement::reply)
                .containsExactly(DeliveryState.FAILED, "given up: 451 try later");
    }

    @Test
    void aMailThatMayHaveArrivedIsRepeatedTwiceAtMostAndOnlyIfWanted() {
        SendResult unknown = new SendResult.Unknown("no answer");

        assertThat(books.terms(true)
                        .settle(new Waiting(1, Books.DUE, 0, 0, Optional.of(Books.DUE)), unknown)
                        .state())
                .isEqualTo(DeliveryState.RETRY);
        assertThat(books.terms(true)
                        .settle(new Waiting(1, Books.DUE, 2, 2, Optional.of(Books.DUE)), unknown)
                        .state())
                .isEqualTo(DeliveryState.DOUBT);
        assertThat(books.terms(false)
                        .settle(new Waiting(1, Books.DUE, 0, 0, Optional.of(Books.DUE)), unknown)
                        .state())
                .isEqualTo(DeliveryState.DOUBT);
    }

    @Test
    void moreMailsThanPeopleHaltTheSending() {
        List<Claimed> rows = books.claim("a", 3);
        books.settle("a", rows.stream().map(Books::sent).toArray(Settlement[]::new));
        books.sql("update delivery set state = 'CLAIMED' where id = 2");
        books.sql("update delivery_count set claimed = 1, sent = 2 where edition_id = 7");

        assertThatThrownBy(() -> books.settle("a", sent(rows.get(1))))
                .isInstanceOf(TooManyMailsException.class)
                .hasMessage("mail servers took 4 mails of an edition for 3 people (0 were repeated knowingly)");
    }

    @Test
    void aPauseThatEndsTodayInThePersonsZoneHoldsNothingUp() {
        books.sql("update subscription set paused_until = date '2026-11-18', zone = case id when 1 then 'Asia/Tokyo'"
                + " when 2 then 'Pacific/Honolulu' else '' end");

        assertThat(books.claim("a", 10)).extracting(Claimed::id).containsExactly(1L, 3L);
        assertThat(ledger.lines(EDITION, DeliveryState.SUPPRESSED, 10))
                .extracting(LedgerLine::reply)
                .containsExactly("paused before it went out");
    }

    @Test
    void whoIsErasedIsNotWaitedFor() {
        books.sql("update delivery set subscription_id = null, subscriber_id = null where id = 2");

        assertThat(books.claim("a", 10)).hasSize(2);
        assertThat(books.states()).containsExactly("CLAIMED", "SUPPRESSED", "CLAIMED");
    }

    @Test
    void rowsOfADomainThatRestsArePassedOver() {
        books.sql("update subscriber set domain = 'slow.example' where id = 2");

        DueRows due = books.due("a");
        assertThat(due.claim(10, Set.of("slow.example")))
                .extracting(Claimed::id)
                .containsExactly(1L, 3L);
        assertThat(due.claim(10, Set.of())).isEmpty();
        due.restart();
        assertThat(due.claim(10, Set.of())).extracting(Claimed::id).containsExactly(2L);
    }

    private Settlement refused(Claimed row) {
        return books.terms(true).settle(row.turn(), new SendResult.Refused(550, "5.1.1", "550 5.1.1 nobody here"));
    }
}
