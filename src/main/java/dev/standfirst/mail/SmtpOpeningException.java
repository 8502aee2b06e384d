package dev.standfirst.mail;

import jakarta.mail.MessagingException;

/** No connection to a mail server came about. */
final class SmtpOpeningException extends Exception {

    private static final long serialVersionUID = 1;

    private final MessagingException reason;
    private final String lastReply;

    /**
     * Makes one.
     *
     * @param lastReply what the server said last; empty where it said nothing
     */
    SmtpOpeningException(MessagingException reason, String lastReply) {
        super(reason);
        this.reason = reason;
        this.lastReply = lastReply;
    }

    MessagingException reason() {
        return reason;
    }

    String lastReply() {
        return lastReply;
    }
}
