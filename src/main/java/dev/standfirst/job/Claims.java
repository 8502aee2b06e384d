package dev.standfirst.job;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who reads a source or a page now: two digests that use one source ask it once between them. A claim ends when what it
 * was for is stored. That of a process of this machine that is gone is taken over at once, any other after a quarter of
 * an hour.
 */
@Repository
class Claims {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LeaseOwner self = LeaseOwner.current();

    Claims(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is claimed: a row of one of these tables. */
    enum Of {
        SOURCE,
        ENTRY;

        private String table() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Claims a row; false where somebody else holds it. */
    boolean take(Of of, long id) {
        return takeFree(of, id) || takeOver(of, id);
    }

    /** Gives rows back whose reading came to nothing. */
    void release(Of of, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("update %s set claimed_by = '', claimed_until = null where id in (:ids) and claimed_by = :self"
                            .formatted(of.table()))
                    .param("ids", ids)
                    .param("self", self.text())
                    .update();
        }
    }

    private boolean takeFree(Of of, long id) {
        return jdbc.sql("update %s set claimed_by = ?, claimed_until = ?".formatted(of.table())
                                + " where id = ? and (claimed_until is null or claimed_until <= ?)")
                        .params(self.text(), now().plus(LONGEST), id, now())
                        .update()
                == 1;
    }

    private boolean takeOver(Of of, long id) {
        String holder = jdbc.sql("select claimed_by from %s where id = ?".formatted(of.table()))
                .param(id)
                .query(String.class)
                .single();
        return !holder.isEmpty()
                && LeaseOwner.parse(holder).isGone()
                && jdbc.sql("update %s set claimed_by = ?, claimed_until = ? where id = ? and claimed_by = ?"
                                        .formatted(of.table()))
                                .params(self.text(), now().plus(LONGEST), id, holder)
                                .update()
                        == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
