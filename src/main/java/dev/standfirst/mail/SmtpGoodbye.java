package dev.standfirst.mail;

import java.io.IOException;

/** The server said that it ends the connection (421), which it may do in answer to anything. Nothing was taken. */
final class SmtpGoodbye extends IOException {

    private static final long serialVersionUID = 1;

    /** Has the reply as its message. */
    SmtpGoodbye(SmtpReply reply) {
        super(reply.text());
    }
}
