package dev.standfirst.cli;

import java.util.Map;

/**
 * A throw-away copy of the database. What is tried out takes the same way as the real thing, statement by statement,
 * and cannot change anything, because it works on this copy.
 */
interface DataCopy extends AutoCloseable {

    /** Copies the database as it is at this moment, also while another process works on it. */
    static DataCopy of(Home home, Database database) {
        return database.isEmbedded() ? FileCopy.of(home) : SchemaCopy.of(database);
    }

    /** What the application must be told, so that it works on the copy. */
    Map<String, String> settings();

    /** Throws the copy away. */
    @Override
    void close();
}
