package dev.standfirst.subscriber;

import dev.standfirst.mail.EmailAddress;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Places that somebody asked for and nobody confirmed, and people of whom nothing else is known. */
@Repository
public class Unconfirmed {

    private static final int MOST = 1000;

    private final JdbcClient jdbc;

    Unconfirmed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Asker(long id, EmailAddress address) {}

    /**
     * Forgets places that nobody confirmed and nobody asked for again, and then people who are left with no place, no
     * history but of asking, and nothing that stops mail to them.
     *
     * @param before who asked since then is kept
     * @param awaited whether an address is still waited for, so that its person stays
     * @return how many people were forgotten, at most {@value #MOST}; the others go the next time
     */
    @Undivided
    public int forget(Instant before, Predicate<EmailAddress> awaited) {
        OffsetDateTime time = before.atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                delete from subscription s
                where s.status = 'UNCONFIRMED' and s.changed_at < :before
                  and not exists (select 1 from history h where h.subscriber_id = s.subscriber_id
                                  and h.list_id = s.list_id and h.happened_at >= :before)
                  and not exists (select 1 from delivery d where d.subscriber_id = s.subscriber_id
                                  and d.subscription_id = s.id)
                """).param("before", time).update();
        List<Asker> gone = askers(time).stream()
                .filter(one -> !awaited.test(one.address()))
                .toList();
        gone.forEach(this::forget);
        return gone.size();
    }

    private List<Asker> askers(OffsetDateTime before) {
        return jdbc.sql("""
                select u.id, u.address from subscriber u
                where u.changed_at < :before
                  and not exists (select 1 from subscription s where s.subscriber_id = u.id)
                  and exists (select 1 from history h where h.subscriber_id = u.id and h.event = 'ASKED')
                  and not exists (select 1 from history h where h.subscriber_id = u.id
                                  and (h.event <> 'ASKED' or h.happened_at >= :before))
                  and not exists (select 1 from delivery d where d.subscriber_id = u.id)
                  and
                """ + Suppressions.NOT_SUPPRESSED + " order by u.id limit :most")
                .param("before", before)
                .param("most", MOST)
                .query((row, number) -> new Asker(row.getLong(1), new EmailAddress(row.getString(2))))
                .list();
    }

    private void forget(Asker one) {
        jdbc.sql("delete from history where subscriber_id = ?").param(one.id()).update();
        jdbc.sql("delete from subscriber where id = ?").param(one.id()).update();
    }
}
