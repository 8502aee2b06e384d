package dev.standfirst.delivery;

/** Another run has the edition by now: this one was halted, or cut off from the database, for too long. */
public final class LeaseLostException extends IllegalStateException {

    LeaseLostException() {
        super("another run took this edition over, since this one was halted or without its database for too long");
    }
}
