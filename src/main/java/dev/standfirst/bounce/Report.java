package dev.standfirst.bounce;

/** What a mail in the bounce mailbox says. One mail may hold several. */
public sealed interface Report {

    /**
     * A mail was given up.
     *
     * @param recipient the address that failed, as the report writes it; empty where it names none
     * @param cause why
     * @param code enhanced code (RFC 3463), or else the three digits of the reply; may be empty
     * @param diagnostic what the server said, one line, at most 500 characters
     * @param mechanism what told it
     */
    record Failure(String recipient, Cause cause, String code, String diagnostic, Mechanism mechanism)
            implements Report {}

    /**
     * A mail is late and still tried. Nobody's fault.
     *
     * @param recipient may be empty
     */
    record Delayed(String recipient, String code, String diagnostic) implements Report {}

    /**
     * Somebody called our mail spam (RFC 5965).
     *
     * @param recipient who, as the report writes it; often left out or disguised, then empty
     * @param type the word of the report: abuse, fraud, opt-out
     */
    record Complaint(String recipient, String type) implements Report {}

    /** A machine answered. Nobody's fault. */
    record AutoReply(Kind kind) implements Report {

        /** What the machine wants. */
        public enum Kind {
            /** The person is away, or does not work there any more; the mail arrived. */
            ABSENCE,
            /** The person's filter wants us to prove that we are one. */
            CHALLENGE,
            /** The mail arrived, or was read. */
            RECEIPT,
            /** A ticket, a thank you. */
            OTHER
        }
    }

    /**
     * A person wants no more mail.
     *
     * @param token of the mail that is answered, not checked; empty where there is none
     * @param sender who says so; anybody can write any name here
     */
    record Unsubscribe(String token, String sender) implements Report {}

    /**
     * Nothing that is understood here.
     *
     * @param why in plain words
     */
    record Unrecognised(String why) implements Report {}

    /** What told a failure. */
    enum Mechanism {
        /** A report for machines (RFC 3464). */
        STATUS_REPORT,
        /** The words of a mail server's letter. */
        LETTER,
        /** The reply of a server while we sent. */
        REPLY,
        /** A provider's message to us. */
        PROVIDER
    }
}
