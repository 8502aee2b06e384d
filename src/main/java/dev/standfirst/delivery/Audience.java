package dev.standfirst.delivery;

import dev.standfirst.digest.Digest;
import dev.standfirst.edition.Share;
import dev.standfirst.edition.VariantPress;
import dev.standfirst.subscriber.PreferenceColumns;
import dev.standfirst.subscriber.Preferences.Cadence;
import dev.standfirst.subscriber.Suppressions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Freezes who gets an edition, when, and which variant: a pending row in the ledger for everybody who is confirmed on
 * one of the lists, is not suppressed, did not leave the digest, and wants something of it on that day. One row a
 * person: of several lists the first that the person is on decides. Joins the caller's transaction, so that an edition
 * and its audience appear together; nothing changes for rows that are there already.
 *
 * <p>Who chose nothing comes in by one statement a list. The others are read in pages, so that memory stays flat.
 */
@Repository
public class Audience {

    private static final int PAGE = 5_000;

    /** Editions of this time have mails of the same week. A mail is due within a day after its edition is made. */
    private static final Duration A_WEEK = Duration.ofDays(9);

    private static final String READERS = """
            from subscription s join subscriber u on u.id = s.subscriber_id
            where s.list_id = :list and s.status = 'CONFIRMED' and
            """ + Suppressions.NOT_SUPPRESSED;

    private static final String NOT_THERE = """
             and not exists (select 1 from delivery d
                             where d.edition_id = :edition and d.subscriber_id = s.subscriber_id)
            """;

    private static final String NOT_ON_EARLIER_LISTS = """
             and not exists (select 1 from subscription f
                             where f.subscriber_id = s.subscriber_id and f.status = 'CONFIRMED'
                               and f.list_id in (:earlier))
            """;

    /** However early an edition was made that somebody looks at first, it keeps its time. */
    private static final Duration EVER = Duration.ofDays(400_000);

    /** The order of the index, so that a page reads its own rows and no others. */
    private static final String IN_ORDER = " order by s.list_id, s.status, s.id";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final LedgerCounts counts;
    private final Clock clock;

    Audience(JdbcClient jdbc, JdbcTemplate batches, LedgerCounts counts, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.counts = counts;
        this.clock = clock;
    }

    /**
     * Freezes the audience of an edition.
     *
     * @param edition its number
     * @param date its local date
     * @param press makes its variants
     */
    public FrozenAudience freeze(long edition, Digest digest, LocalDate date, VariantPress press) {
        List<String> lists = digest.audience().lists();
        Duration ahead = digest.approval().isPresent() ? EVER : Duration.ZERO;
        Turn turn = Turn.of(digest.schedule(), date, clock.instant(), ahead);
        Freezing freezing = new Freezing(edition, lists, turn, press);
        for (String list : lists) {
            jdbc.sql("select id from list where name = ?")
                    .param(list)
                    .query((row, number) -> row.getLong(1))
                    .optional()
                    .ifPresent(freezing::take);
        }
        counts.begin(edition);
        return freezing.result();
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The freezing of one edition. */
    private final class Freezing {

        private final long edition;
        private final List<String> lists;
        private final Turn turn;
        private final VariantPress press;
        private final List<Long> recent;
        private final List<Long> earlier = new ArrayList<>();
        private final boolean fresh;
        private long notToday;
        private long wantNone;

        Freezing(long edition, List<String> lists, Turn turn, VariantPress press) {
            this.edition = edition;
            this.lists = lists;
            this.turn = turn;
            this.press = press;
            this.fresh = jdbc.sql("select 1 from delivery where edition_id = ? limit 1")
                    .param(edition)
                    .query((row, number) -> row.getInt(1))
                    .optional()
                    .isEmpty();
            this.recent = jdbc.sql("select id from edition where composed_at > ? and id <> ? and approval <> 'SKIPPED'")
                    .params(utc(clock.instant().minus(A_WEEK)), edition)
                    .query((row, number) -> row.getLong(1))
                    .list();
        }

        void take(long list) {
            takeAll(list);
            takeChoosing(list);
            earlier.add(list);
        }

        private void takeAll(long list) {
            ask("""
                    insert into delivery (edition_id, subscription_id, subscriber_id, state, changed_at, due_at)
                    select :edition, s.id, s.subscriber_id, 'PENDING', :now, :due
                    """ + readers() + " and " + PreferenceColumns.AS_THE_DIGEST_DOES + IN_ORDER, list)
                    .param("now", now())
                    .param("due", utc(turn.ready()))
                    .update();
        }

        private void takeChoosing(long list) {
            String choosing = "select s.* " + readers() + " and not (" + PreferenceColumns.AS_THE_DIGEST_DOES
                    + ") and s.id > :after and s.id <= :last" + IN_ORDER;
            long after = 0;
            for (long last = lastOfPage(list, after); last > 0; last = lastOfPage(list, after)) {
                insert(rows(ask(choosing, list)
                        .param("after", after)
                        .param("last", last)
                        .query(Choosing::of)
                        .list()));
                after = last;
            }
        }

        /**
         * The last place of a page of the list, whoever chose; 0 where none is left. With both ends of a page known, no
         * database thinks of reading the whole list for it.
         */
        private long lastOfPage(long list, long after) {
            return jdbc.sql("""
                    select max(p.id) from (
                        select s.id from subscription s
                        where s.list_id = :list and s.status = 'CONFIRMED' and s.id > :after
                    """ + IN_ORDER + " limit :limit) p")
                    .param("list", list)
                    .param("after", after)
                    .param("limit", PAGE)
                    .query((row, number) -> row.getLong(1))
                    .single();
        }

        private JdbcClient.StatementSpec ask(String sql, long list) {
            return jdbc.sql(sql)
                    .param("edition", edition)
                    .param("list", list)
                    .param("earlier", earlier)
                    .param("lists", lists)
                    .param("causes", LeftDigest.CAUSES)
                    .param("today", turn.day());
        }

        /** With no more conditions than this edition and list need: there may be a million rows to judge. */
        private String readers() {
            return READERS
                    + (fresh ? "" : NOT_THERE)
                    + (earlier.isEmpty() ? "" : NOT_ON_EARLIER_LISTS)
                    + (lists.size() == 1 ? "" : " and not " + LeftDigest.CONDITION);
        }

        private List<Row> rows(List<Choosing> page) {
            Map<Long, Instant> lastMails = lastMails(page);
            List<Row> rows = new ArrayList<>();
            for (Choosing one : page) {
                Optional<Instant> last = Optional.ofNullable(lastMails.get(one.subscription()));
                Optional<Instant> due = turn.of(one.preferences(), one.joined(), last);
                if (due.isEmpty()) {
                    notToday++;
                } else {
                    row(one, due.get()).ifPresentOrElse(rows::add, () -> wantNone++);
                }
            }
            // Those who get the same variant stand together: whoever mails them needs few variants at a time.
            rows.sort(Comparator.comparing((Row row) -> row.variant() == null ? 0 : row.variant())
                    .thenComparing(row -> row.one().subscription()));
            return rows;
        }

        private Optional<Row> row(Choosing one, Instant due) {
            Share share = press.of(one.preferences());
            Long variant = share instanceof Share.Part part ? part.variant() : null;
            return share instanceof Share.Nothing
                    ? Optional.empty()
                    : Optional.of(new Row(one, due, variant, press.comes(one.preferences())));
        }

        private void insert(List<Row> rows) {
            batches.batchUpdate(
                    """
                    insert into delivery (edition_id, subscription_id, subscriber_id, state, changed_at, due_at,
                                          variant_id, plain, comes)
                    values (?, ?, ?, 'PENDING', ?, ?, ?, ?, ?)
                    """,
                    rows.stream()
                            .map(row -> new @Nullable Object[] {
                                edition,
                                row.one().subscription(),
                                row.one().subscriber(),
                                now(),
                                utc(row.due()),
                                row.variant(),
                                row.one().preferences().plainText(),
                                row.comes()
                            })
                            .toList());
        }

        /** When the latest mail of the last week was or will be due, by the place on the list. */
        private Map<Long, Instant> lastMails(List<Choosing> page) {
            List<Long> people = page.stream()
                    .filter(one -> one.preferences().cadence() != Cadence.EACH)
                    .map(Choosing::subscriber)
                    .toList();
            Map<Long, Instant> last = new HashMap<>();
            if (people.isEmpty() || recent.isEmpty()) {
                return last;
            }
            jdbc.sql("""
                    select d.subscription_id, max(d.due_at) from delivery d
                    where d.edition_id in (:editions) and d.subscriber_id in (:people) and d.state <> 'SUPPRESSED'
                    group by d.subscription_id
                    """).param("editions", recent).param("people", people).query(row -> {
                last.put(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant());
            });
            return last;
        }

        FrozenAudience result() {
            return jdbc.sql("""
                    select count(*), sum(case when due_at > :now then 1 else 0 end),
                           min(case when due_at > :now then due_at end)
                    from delivery where edition_id = :edition
                    """)
                    .param("now", now())
                    .param("edition", edition)
                    .query((row, number) -> new FrozenAudience(
                            row.getLong(1),
                            row.getLong(2),
                            Optional.ofNullable(row.getObject(3, OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant),
                            notToday,
                            wantNone,
                            press.size(),
                            turn.ready()))
                    .single();
        }
    }

    /**
     * A row to be.
     *
     * @param variant null for the edition itself
     */
    private record Row(Choosing one, Instant due, @Nullable Long variant, String comes) {}
}
