package dev.standfirst.watch;

import dev.standfirst.text.Fact;
import dev.standfirst.text.OneLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The troubles of this installation while they last, whichever process met them. Each begins once and is over once. To
 * note one never throws and needs no transaction of the caller's: what is watched goes on.
 */
@Repository
public class Troubles {

    private static final Logger log = LoggerFactory.getLogger(Troubles.class);
    private static final int SUBJECT_LENGTH = 300;
    private static final int WORDS_LENGTH = 1000;

    private final JdbcClient jdbc;
    private final TransactionTemplate alone;
    private final Clock clock;

    Troubles(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * A trouble that lasts, or lasted.
     *
     * @param id its number
     * @param trouble what it is
     * @param began when it was noticed
     * @param over when it was over; empty while it lasts
     */
    public record Kept(long id, Trouble trouble, Instant began, Optional<Instant> over) {}

    /** Notes that a trouble is there. One that lasts already stays as it began. */
    public void begin(Trouble trouble) {
        try {
            alone.executeWithoutResult(status -> insert(trouble));
        } catch (DuplicateKeyException e) {
            log.debug("{} was noted by somebody else", trouble.kind(), e);
        } catch (DataAccessException | TransactionException e) {
            log.error("a trouble could not be kept: {}", OneLine.shown(trouble.happened()), e);
        }
    }

    /** Notes that a trouble is over, if it lasted. */
    public void over(TroubleKind kind, String subject) {
        try {
            alone.executeWithoutResult(
                    status -> jdbc.sql("update trouble set over_at = :now, open_key = null where open_key = :key")
                            .param("now", now())
                            .param("key", key(kind, subject))
                            .update());
        } catch (DataAccessException | TransactionException e) {
            log.error("the end of a trouble could not be kept: {}", kind, e);
        }
    }

    /**
     * Brings what lasts in line with what somebody found who looked: what was found begins, what was not is over.
     *
     * @param lookedFor whether they would have found it
     */
    public void found(Predicate<Trouble> lookedFor, List<Trouble> all) {
        List<String> keys = all.stream().map(Troubles::key).toList();
        all.forEach(this::begin);
        open().stream()
                .map(Kept::trouble)
                .filter(kept -> lookedFor.test(kept) && !keys.contains(key(kept)))
                .forEach(kept -> over(kept.kind(), kept.subject()));
    }

    /** What lasts, the oldest first. */
    public List<Kept> open() {
        return jdbc.sql("select * from trouble where open_key is not null order by id")
                .query(Troubles::kept)
                .list();
    }

    private void insert(Trouble trouble) {
        int rows = jdbc.sql("""
                insert into trouble (kind, subject, happened, safe, remedy, began_at, open_key)
                select :kind, :subject, :happened, :safe, :remedy, :now, :key
                where not exists (select 1 from trouble t where t.open_key = :key)
                """)
                .param("kind", trouble.kind().name())
                .param("subject", OneLine.of(trouble.subject(), SUBJECT_LENGTH))
                .param("happened", line(trouble.event()))
                .param("safe", line(trouble.safety()))
                .param("remedy", line(trouble.advice()))
                .param("now", now())
                .param("key", key(trouble))
                .update();
        if (rows == 1) {
            log.warn("{}", OneLine.shown(trouble.happened()));
        }
    }

    /** Words may have come from anywhere; the values of other facts are lines already. */
    private static String line(Fact fact) {
        return (fact.isWords() ? Fact.words(OneLine.of(fact.english())) : fact).kept(WORDS_LENGTH);
    }

    private static String key(Trouble trouble) {
        return key(trouble.kind(), trouble.subject());
    }

    private static String key(TroubleKind kind, String subject) {
        return kind + " " + OneLine.of(subject, SUBJECT_LENGTH);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** A row of the table. */
    static Kept kept(ResultSet row, int number) throws SQLException {
        TroubleKind kind = TroubleKind.valueOf(row.getString("kind"));
        Trouble trouble = new Trouble(
                kind,
                row.getString("subject"),
                Fact.read(row.getString("happened")),
                Fact.read(row.getString("safe")),
                Fact.read(row.getString("remedy")));
        return new Kept(
                row.getLong("id"),
                trouble,
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("over_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
