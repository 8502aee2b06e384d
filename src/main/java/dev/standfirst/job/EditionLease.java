package dev.standfirst.job;

import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who runs an edition now. The lease stands before every start and restart: Spring Batch 6 alone lets several restarts
 * of one execution run side by side (spring-batch issue 5397). It is renewed while its owner lives and may be taken
 * over when it has run out, or at once when its owner was a process of this machine that is gone. Times are the
 * database's.
 */
@Repository
class EditionLease {

    private final JdbcClient jdbc;

    EditionLease(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the lease of an edition.
     *
     * @return empty where it was taken, else who holds it
     */
    Optional<LeaseOwner> take(EditionKey key, LeaseOwner owner) {
        Optional<Held> held = find(key);
        if (held.isEmpty()) {
            return insert(key, owner) ? Optional.empty() : find(key).map(Held::owner);
        }
        if (held.get().expired() || held.get().owner().isGone()) {
            return takeOver(key, owner, held.get().epoch())
                    ? Optional.empty()
                    : find(key).map(Held::owner);
        }
        return Optional.of(held.get().owner());
    }

    /**
     * Renews a lease that we hold.
     *
     * @return false where somebody else holds it by now
     */
    boolean renew(EditionKey key, LeaseOwner owner) {
        return jdbc.sql("update edition_lease set until_time = current_timestamp + interval '30' second"
                                + " where digest = ? and local_date = ? and owner = ?")
                        .params(key.digest(), key.date(), owner.text())
                        .update()
                == 1;
    }

    /** Gives a lease that we hold back. */
    void release(EditionKey key, LeaseOwner owner) {
        jdbc.sql("update edition_lease set until_time = current_timestamp"
                        + " where digest = ? and local_date = ? and owner = ?")
                .params(key.digest(), key.date(), owner.text())
                .update();
    }

    private boolean insert(EditionKey key, LeaseOwner owner) {
        try {
            return jdbc.sql("insert into edition_lease (digest, local_date, owner, epoch, until_time)"
                                    + " values (?, ?, ?, 1, current_timestamp + interval '30' second)")
                            .params(key.digest(), key.date(), owner.text())
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    private boolean takeOver(EditionKey key, LeaseOwner owner, long epoch) {
        return jdbc.sql("update edition_lease set owner = ?, epoch = epoch + 1,"
                                + " until_time = current_timestamp + interval '30' second"
                                + " where digest = ? and local_date = ? and epoch = ?")
                        .params(owner.text(), key.digest(), key.date(), epoch)
                        .update()
                == 1;
    }

    private Optional<Held> find(EditionKey key) {
        return jdbc.sql("select owner, epoch, until_time <= current_timestamp as expired from edition_lease"
                        + " where digest = ? and local_date = ?")
                .params(key.digest(), key.date())
                .query((row, number) -> new Held(
                        LeaseOwner.parse(row.getString("owner")), row.getLong("epoch"), row.getBoolean("expired")))
                .optional();
    }

    private record Held(LeaseOwner owner, long epoch, boolean expired) {}
}
