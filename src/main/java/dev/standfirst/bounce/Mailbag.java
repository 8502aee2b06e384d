package dev.standfirst.bounce;

import java.util.List;
import java.util.Set;

/** A mailbox whose mails are read once. */
interface Mailbag {

    /**
     * Gives the mails to a reader, the oldest first. A mail is taken out, or marked, only after the reader returned:
     * what the reader throws leaves it and all behind it where they are.
     *
     * @param most at most this many that the reader did not know
     * @throws MailbagException where the mailbox cannot be reached or read
     */
    void empty(Reader reader, int most) throws MailbagException;

    /** Where the mails are, for people. */
    String place();

    /** Who reads. */
    interface Reader {

        /** Whether to read no further mail; asked before each. */
        boolean isEnding();

        /** Those of some mails that were read before, by fingerprint. */
        Set<String> known(List<String> fingerprints);

        /**
         * Reads a mail, and has committed what follows when it returns.
         *
         * @param fingerprint the same for a mail each time it is met, of 64 characters
         * @param mail its bytes, of a long one the first {@value Recogniser#LONGEST_MAIL}
         */
        void read(String fingerprint, byte[] mail);
    }

    /** The mailbox cannot be reached or read; the message says which, why and what to check. */
    final class MailbagException extends Exception {

        private static final long serialVersionUID = 1L;

        MailbagException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
