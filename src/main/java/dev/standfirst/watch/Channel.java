package dev.standfirst.watch;

import java.time.Instant;
import java.util.Optional;

/** A place where somebody is told of troubles: {@link AlertLetters} by mail, {@link Webhook} by a call. */
interface Channel {

    /** Its name in the tables. */
    String name();

    /** Whether the settings name it. */
    boolean isSet();

    /**
     * Tells something there, within a limited time.
     *
     * @return why it could not, in plain words; empty where it was told
     */
    Optional<String> tell(Notice notice);

    /**
     * What is told.
     *
     * @param id the same on every try of one notice, in every process
     * @param about whether it began or is over
     * @param trouble what it is
     * @param began when
     * @param over when it was over; empty while it lasts
     */
    record Notice(String id, AlertQueue.About about, Trouble trouble, Instant began, Optional<Instant> over) {

        boolean isOver() {
            return over.isPresent();
        }
    }
}
