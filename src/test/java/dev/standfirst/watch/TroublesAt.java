package dev.standfirst.watch;

import dev.standfirst.TestDatabase;
import java.time.Clock;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Troubles for tests of packages above. */
public final class TroublesAt {

    private TroublesAt() {}

    /** Those that a database keeps. */
    public static Troubles database(TestDatabase database, Clock clock) {
        return new Troubles(database.jdbc(), new DataSourceTransactionManager(database.source()), clock);
    }
}
