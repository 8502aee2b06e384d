package dev.standfirst.mail;

/**
 * What came of one message. Refusals are expected outcomes, so they are values.
 *
 * <p>Who decides what a refusal by policy (x.7.x) means: here it is known of one mail alone, and what is said to one
 * recipient, or of one message, stays {@link Refused} or {@link Deferred} with its enhanced code. Whoever sees many of
 * them, as the relays do, concludes that they are about us. What is said before any recipient was named (login, sender)
 * can only be about us, and is {@link NoServer}.
 */
public sealed interface SendResult {

    /** The server took it over (250 after the final dot). */
    record Accepted(String reply) implements SendResult {}

    /**
     * The server refuses this recipient or this message for good. Never tried again.
     *
     * @param code three digits, 5xx
     * @param enhanced what it says in detail (RFC 3463), such as "5.1.1"; empty where the server does not
     * @param reply all of it on one line, with the codes
     */
    record Refused(int code, String enhanced, String reply) implements SendResult {}

    /**
     * The server refuses it for now. May be tried again later.
     *
     * @param code three digits, 4xx
     * @param enhanced what it says in detail (RFC 3463), such as "4.2.2"; empty where the server does not
     * @param reply all of it on one line, with the codes
     */
    record Deferred(int code, String enhanced, String reply) implements SendResult {}

    /** The final dot was written and no valid reply came: nobody can know whether the server has it. */
    record Unknown(String reason) implements SendResult {}

    /**
     * No server to talk to: it cannot be reached, refuses the login, or ended the connection before the message was
     * handed over. Not the recipient's fault, and nothing was sent.
     *
     * @param kind what kind of trouble it is
     * @param reason in plain words, with host and port: "mail.example.org:587 refused the login (535 bad credentials)"
     * @param remedy what to check, in plain words
     */
    record NoServer(Trouble kind, String reason, String remedy) implements SendResult {}

    /** Why there is no server to talk to. */
    enum Trouble {
        /** No connection comes about, or none that is as private as the settings demand. */
        UNREACHABLE,
        /** The server refuses name and password. */
        LOGIN,
        /** It takes no more now: 421, 454, 4.7.x before a recipient was named, or it ends the connection. */
        BUSY,
        /** It does not take mail of us as we are: 530, 535, or it refuses the sender. */
        POLICY
    }
}
