package dev.standfirst.bounce;

import java.util.Locale;

/** Why a mail came back. Phrases and codes that mean each are in {@code phrases.txt} and {@code codes.txt}. */
public enum Cause {
    UNKNOWN(Fault.HARD, "there is no such mailbox"),
    CLOSED(Fault.HARD, "the mailbox is closed"),
    MOVED(Fault.HARD, "the person moved to another address"),
    NO_HOST(Fault.HARD, "the domain takes no mail"),
    FULL(Fault.SOFT, "the mailbox is full"),
    BUSY(Fault.SOFT, "the mailbox gets too much mail at once"),
    UNREACHABLE(Fault.SOFT, "the mail server cannot be reached"),
    TROUBLE(Fault.SOFT, "the mail server has trouble of its own"),
    OTHER(Fault.SOFT, "no reason that is known here"),
    SPAM(Fault.OURS, "our mail is taken for spam"),
    POLICY(Fault.OURS, "the mail server does not want our mail"),
    LOGIN(Fault.OURS, "our mail lacks a login, SPF, DKIM or DMARC"),
    RELAY(Fault.OURS, "the mail server does not pass mail on for us"),
    SIZE(Fault.OURS, "our mail is too large"),
    MESSAGE(Fault.OURS, "our mail has a form that is not taken");

    private final Fault fault;
    private final String words;

    Cause(Fault fault, String words) {
        this.fault = fault;
        this.words = words;
    }

    Fault fault() {
        return fault;
    }

    /** For people, as the end of a sentence. */
    public String words() {
        return words;
    }

    /** The cause that a word list calls so: "no host". */
    static Cause named(String name) {
        return valueOf(name.strip().toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
