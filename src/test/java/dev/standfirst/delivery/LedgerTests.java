package dev.standfirst.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerTests {

    private final TestDatabase database = database();
    private final Ledger ledger = new Ledger(
            database.jdbc(),
            database.transactions(),
            Clock.fixed(Instant.parse("2026-11-18T06:00:00Z"), ZoneOffset.UTC));

    TestDatabase database() {
        return new TestDatabase();
    }

    @BeforeEach
    void anEditionForThree() {
        sql("insert into list (id, name, created_at) values (1, 'brief', current_timestamp)");
        for (int i = 1; i <= 3; i++) {
            sql(
                    "insert into subscriber (id, address, normal, created_at, changed_at) values (%1$d, 'p%1$d@example.org', 'p%1$d@example.org', current_timestamp, current_timestamp)"
                            .formatted(i));
            sql(
                    "insert into subscription (id, list_id, subscriber_id, status, since, changed_at, cause) values (%1$d, 1, %1$d, 'CONFIRMED', current_timestamp, current_timestamp, '')"
                            .formatted(i));
        }
        sql(
                "insert into edition (id, digest, local_date, composed_at, title, subject, preheader, stories, articles, html, body_text)"
                        + " values (7, 'sample', date '2026-11-18', current_timestamp, '', '', '', 1, 1, '', '')");
        sql("insert into delivery (edition_id, subscription_id, subscriber_id, state, changed_at, due_at)"
                + " select 7, id, subscriber_id, 'PENDING', since, timestamp with time zone '2026-11-18 06:00:00+00'"
                + " from subscription order by id");
    }

    @Test
    void aRowIsClaimedByOne() {
        Claim first = ledger.waiting(7, 0, 10).get(0);

        assertThat(ledger.advance(Optional.empty(), first, "a")).isTrue();
        assertThat(ledger.advance(Optional.empty(), first, "b")).isFalse();
    }

    @Test
    void settlingOneAndClaimingTheNextIsOneStep() {
        List<Claim> rows = ledger.waiting(7, 0, 10);
        ledger.advance(Optional.empty(), rows.get(0), "a");

        ledger.advance(Optional.of(new Settlement(rows.get(0).id(), DeliveryState.SENT, "250 ok")), rows.get(1), "a");

        assertThat(ledger.counts(7).of(DeliveryState.SENT)).isEqualTo(1);
        assertThat(ledger.counts(7).of(DeliveryState.CLAIMED)).isEqualTo(1);
        assertThat(ledger.counts(7).of(DeliveryState.PENDING)).isEqualTo(1);
    }

    @Test
    void whoLeavesBetweenFreezingAndClaimingIsNotMailed() {
        Claim first = ledger.waiting(7, 0, 10).get(0);
        sql("update subscription set status = 'UNSUBSCRIBED' where id = " + first.subscriptionId());

        assertThat(ledger.advance(Optional.empty(), first, "a")).isFalse();
        assertThat(ledger.counts(7).of(DeliveryState.SUPPRESSED)).isEqualTo(1);
    }

    @Test
    void whatADeadWorkerHeldIsInDoubtAndNotSentAgainByItself() {
        ledger.advance(Optional.empty(), ledger.waiting(7, 0, 10).get(0), "a");

        assertThat(ledger.doubtAbandoned(7)).isEqualTo(1);
        assertThat(ledger.waiting(7, 0, 10)).hasSize(2);
        assertThat(ledger.lines(7, DeliveryState.DOUBT, 10))
                .extracting(LedgerLine::address)
                .containsExactly("p1@example.org");
        assertThat(ledger.repeatDoubtful(7)).isEqualTo(1);
        assertThat(ledger.waiting(7, 0, 10)).hasSize(3);
    }

    @Test
    void onlyRowsThatAreDueAreSent() {
        sql("update delivery set due_at = timestamp with time zone '2026-11-18 18:00:00+00' where subscription_id > 1");

        assertThat(ledger.waiting(7, 0, 10)).extracting(Claim::subscriptionId).containsExactly(1L);
        assertThat(ledger.later(7)).isEqualTo(2);
        assertThat(ledger.isDue(7)).isTrue();
        assertThat(ledger.nextDue(7, Instant.parse("2026-11-18T06:00:01Z")))
                .contains(Instant.parse("2026-11-18T18:00:00Z"));

        Claim first = ledger.waiting(7, 0, 10).get(0);
        ledger.advance(Optional.empty(), first, "a");
        ledger.settle(new Settlement(first.id(), DeliveryState.SENT, "250 ok"));
        assertThat(ledger.isDue(7)).isFalse();
        assertThat(ledger.rest(7)).contains(new Rest(2, Instant.parse("2026-11-18T18:00:00Z")));
    }

    @Test
    void aPauseThatEndsTodayInThePersonsZoneHoldsNothingUp() {
        sql("update subscription set paused_until = date '2026-11-18', zone = case id when 1 then 'Asia/Tokyo'"
                + " when 2 then 'Pacific/Honolulu' else '' end");
        List<Claim> rows = ledger.waiting(7, 0, 10);

        assertThat(ledger.advance(Optional.empty(), rows.get(0), "a")).isTrue();
        assertThat(ledger.advance(Optional.empty(), rows.get(1), "a")).isFalse();
        assertThat(ledger.advance(Optional.empty(), rows.get(2), "a")).isTrue();
        assertThat(ledger.lines(7, DeliveryState.SUPPRESSED, 10))
                .extracting(LedgerLine::reply)
                .containsExactly("paused before it went out");
    }

    @Test
    void whoIsErasedIsNotWaitedFor() {
        sql("update delivery set subscription_id = null, subscriber_id = null where subscription_id = 2");

        assertThat(ledger.waiting(7, 0, 10)).hasSize(2);
        assertThat(ledger.closeErased(7)).isEqualTo(1);
        assertThat(ledger.counts(7).open()).isEqualTo(2);
    }

    private void sql(String text) {
        database.jdbc().sql(text).update();
    }
}
