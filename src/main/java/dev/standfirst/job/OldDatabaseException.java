package dev.standfirst.job;

/** The database server is too old; the message says so, in words. */
public final class OldDatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OldDatabaseException(String message) {
        super(message);
    }
}
