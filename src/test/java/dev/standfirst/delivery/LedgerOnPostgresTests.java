package dev.standfirst.delivery;

import dev.standfirst.TestDatabase;

/** There is one text of SQL for both databases. */
class LedgerOnPostgresTests extends LedgerTests {

    LedgerOnPostgresTests() {
        super(TestDatabase.postgres());
    }
}
