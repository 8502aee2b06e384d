package dev.standfirst.watch;

import java.util.Locale;

/** What can go wrong so that somebody has to know. */
public enum TroubleKind {
    /** A run ended before its end, and the next has not ended well yet. */
    RUN_FAILED(false),
    /** A digest was due, its grace is over, and it has not gone out. */
    NOT_SENT(true),
    /** A source cannot be read for days. */
    SOURCE_DEAD(false),
    /** A mail server takes nothing more, and waiting does not mend it. */
    RELAY_HALTED(false),
    /** Many addresses of an edition were refused. */
    MANY_REFUSED(false),
    /** The counts of the ledger do not hold, so sending was halted. */
    COUNTS_BROKEN(true),
    /** What looks for due digests stands still. */
    TIMETABLE_STILL(true),
    /** This installation mails nothing until somebody confirms it. */
    NODE_SILENT(true),
    /** The database does not answer in time. */
    DATABASE_SILENT(true),
    /** There is hardly room for data any more. */
    DISK_FULL(true);

    private final boolean down;

    TroubleKind(boolean down) {
        this.down = down;
    }

    /** Whether the program is not well while it lasts: mail that is due does not go out, or soon will not. */
    public boolean isDown() {
        return down;
    }

    /** As programs read it: {@code run-failed}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
