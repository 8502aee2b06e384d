package dev.standfirst.mail;

/** What came of one message. Refusals are expected outcomes, so they are values. */
public sealed interface SendResult {

    /** The server took it over (250 after the final dot). */
    record Accepted(String reply) implements SendResult {}

    /** The server refuses this recipient or this message for good (5xx). Never tried again. */
    record Refused(int code, String reply) implements SendResult {}

    /** The server refuses it for now (4xx). May be tried again later. */
    record Deferred(int code, String reply) implements SendResult {}

    /** The final dot was written and no reply came: nobody can know whether the server has it. */
    record Unknown(String reason) implements SendResult {}

    /**
     * No server to talk to: it cannot be reached, refuses the login, or ended the connection before the message was
     * handed over. Not the recipient's fault, and nothing was sent.
     *
     * @param reason in plain words, with host and port: "mail.example.org:587 refused the login (535 bad credentials)"
     * @param remedy what to check, in plain words
     */
    record NoServer(String reason, String remedy) implements SendResult {}
}
