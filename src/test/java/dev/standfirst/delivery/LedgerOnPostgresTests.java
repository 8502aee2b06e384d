package dev.standfirst.delivery;

import dev.standfirst.TestDatabase;

/** There is one text of SQL for both databases. */
class LedgerOnPostgresTests extends LedgerTests {

    @Override
    TestDatabase database() {
        return TestDatabase.postgres();
    }
}
