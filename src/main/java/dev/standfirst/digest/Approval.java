package dev.standfirst.digest;

import java.time.Duration;

/**
 * That a person looks at each edition of a digest before it goes out.
 *
 * @param ahead how long before its hour an edition is composed, so that there is time to look
 * @param otherwise what becomes of an edition that nobody has approved at its hour
 */
public record Approval(Duration ahead, Otherwise otherwise) {

    /** As {@code approval: required} has it. */
    public static final Approval USUAL = new Approval(Duration.ofHours(2), Otherwise.SKIP);

    /** What becomes of an edition that nobody has approved at its hour. */
    public enum Otherwise {
        /** It waits as long as it may be late, and is skipped then. */
        SKIP,
        /** It goes out. */
        SEND
    }
}
