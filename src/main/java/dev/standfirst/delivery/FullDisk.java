package dev.standfirst.delivery;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Tells a disk without room from everything else that a database or a file can meet: no waiting mends it. */
public final class FullDisk {

    /** Of PostgreSQL. */
    private static final String SQL_STATE = "53100";

    /** No room, no more of the share that this user has, a file that may not grow, and the words of Windows. */
    private static final List<String> WORDS = List.of(
            "No space left on device",
            "Disk quota exceeded",
            "File too large",
            "There is not enough space on the disk");

    private FullDisk() {}

    /** Whether a full disk is what is behind a failure. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && SQL_STATE.equals(sql.getSQLState())) {
                return true;
            }
            if (cause instanceof IOException && isSaid(String.valueOf(cause.getMessage()))) {
                return true;
            }
        }
        return false;
    }

    /** What the system said. */
    public static String words(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("no room");
    }

    private static boolean isSaid(String message) {
        return WORDS.stream().anyMatch(message::contains);
    }
}
