package dev.standfirst.relay;

import dev.standfirst.mail.MailSettings;
import dev.standfirst.mail.Mailer;
import dev.standfirst.mail.ReadyMessage;
import dev.standfirst.mail.SendResult;
import dev.standfirst.mail.SendResult.NoServer;
import dev.standfirst.text.OneLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** A mail server that takes our mail. Shared by all threads that send. */
public final class Relay {

    private static final Logger log = LoggerFactory.getLogger(Relay.class);

    private final Place place;
    private final Supplier<Mailer> opener;
    private final Gate gate;
    private final Breaker breaker;
    private final RelayBook book;
    private final Refusals refusals = new Refusals();
    private final Deferrals deferrals = new Deferrals();
    private final RelayWords words;
    private volatile String told = "";

    Relay(Place place, Supplier<Mailer> opener, Gate gate, Breaker breaker, RelayBook book, RelayWords words) {
        this.place = place;
        this.opener = opener;
        this.gate = gate;
        this.breaker = breaker;
        this.book = book;
        this.words = words;
    }

    /**
     * Where a relay is.
     *
     * @param name in the settings
     * @param destination for people: "mail.example.org:587"
     * @param key in the database
     * @param weight beside the others
     * @param login what to check where the login is refused, in words
     * @param server the mail server; empty for the built-in mailbox and a folder
     */
    record Place(String name, String destination, String key, int weight, String login, Optional<MailSettings> server) {

        boolean isServer() {
            return server.isPresent();
        }
    }

    /** Its name in the settings: "fast"; "mail" where there is one server alone. */
    public String name() {
        return place.name();
    }

    /** Where the mail goes, for people: "mail.example.org:587". */
    public String destination() {
        return place.destination();
    }

    /** Its share beside those of the others, 1 at least. */
    public int weight() {
        return place.weight();
    }

    /** How many connections may be open at this moment; 0 while it is in trouble. */
    public int width() {
        return breaker.width();
    }

    /** When one connection may try; only meaningful while {@link #width()} is 0 and it is not halted. */
    public Instant opensAgain() {
        return breaker.opensAgain();
    }

    /** Opens a way to send; the server is connected to when the first mail is sent. */
    public Mailer open() {
        return opener.get();
    }

    /**
     * Asks whether a mail may go now; where it may, that counts against all limits. Waits for nothing but, now and
     * then, a short transaction of its own; so do not ask within another.
     *
     * @param domain of the recipient, as an address gives it
     */
    public Permit ask(String domain) {
        return gate.ask(domain);
    }

    /** A mail that was granted does not go after all: its person left meanwhile, or the run ends. */
    public void unused(String domain) {
        gate.unused(domain);
    }

    /** A mail that was granted went, and what came of it says nothing of the relay. */
    public void used(String domain) {
        gate.ended(domain);
    }

    /** Tells what became of a mail that was granted: the relay widens, narrows, closes for a while, or halts. */
    public void tell(ReadyMessage message, SendResult result) {
        permitUsed(message.recipient().domain(), result);
        if (result instanceof SendResult.Accepted) {
            refusals.accepted();
            deferrals.accepted();
            breaker.accepted();
        } else if (result instanceof SendResult.Refused refused) {
            refused(message, refused);
        } else if (result instanceof SendResult.Deferred deferred) {
            deferred(message, deferred);
        } else if (result instanceof NoServer trouble) {
            trouble(trouble);
        } else {
            breaker.unknown();
        }
        keepState();
    }

    /** Trouble that no waiting mends: the login is refused, or nobody takes our mail. A run ends with it. */
    public Optional<NoServer> halted() {
        return breaker.halted();
    }

    /**
     * The mails that it refused by policy (5.7.x) since it took one last, where it is halted because it refuses mail of
     * ours, whoever it is to: they were not refused because of their recipients, who can be mailed once the world is
     * right again. At most 100, in the order in which they were refused, each told once.
     *
     * @return the ids of their rows; empty where it was not halted for that
     */
    public List<Long> refusedInVain() {
        return refusals.takeInVain();
    }

    /** Whether it answered since the program started, or since it was halted last. */
    public boolean answers() {
        return breaker.isProven();
    }

    /**
     * How it is, in words: "takes mail", "does not answer since 07:03, tried again at 07:05", "reached 1,000 an hour,
     * goes on at 07:41".
     */
    public String words() {
        return words.of(breaker, gate);
    }

    /** What a mailing process last told of it, and when; empty where none ever sent through it. */
    public Optional<Told> lastTold() {
        return place.isServer()
                ? book.state(place.key()).map(state -> new Told(state.words(), state.at()))
                : Optional.empty();
    }

    /**
     * How a relay was.
     *
     * @param words as of {@link #words()}
     * @param at when it was so
     */
    public record Told(String words, Instant at) {}

    /** What it may be given, one limit each: "4 connections", "20 a second". */
    public List<String> limitsInWords() {
        return gate.limits().inWords();
    }

    /** Mails that any hour may have at present; empty for any number. */
    public OptionalInt hourLimit() {
        return gate.hourLimit();
    }

    /** Of those, mails that the last hour had; a block that is reserved and not yet used counts. */
    public long inLastHour() {
        return gate.inLastHour();
    }

    Place place() {
        return place;
    }

    Gate gate() {
        return gate;
    }

    void retry() {
        breaker.retry();
        refusals.accepted();
    }

    private void permitUsed(String domain, SendResult result) {
        if (result instanceof NoServer) {
            // Nothing was handed over, so it counts against no hour.
            gate.unused(domain);
        } else {
            gate.ended(domain);
        }
    }

    private void refused(ReadyMessage message, SendResult.Refused refused) {
        breaker.answered();
        if (refusals.refused(message.id(), refused.enhanced().startsWith("5.7."))) {
            halt(new NoServer(
                    SendResult.Trouble.POLICY,
                    "%s refuses mail of ours, whoever it is to: %s"
                            .formatted(destination(), OneLine.shown(refused.reply())),
                    "See what the world lacks to believe that it is ours: standfirst relays check."));
        }
    }

    /** Gmail's 4.7.28 says that there was too much of us, and so do others of its kind where nobody is served. */
    private void deferred(ReadyMessage message, SendResult.Deferred deferred) {
        boolean byPolicy = deferred.enhanced().startsWith("4.7.");
        if (deferred.enhanced().equals("4.7.28") || (byPolicy && deferrals.deferred(message.recipient()))) {
            breaker.busy();
        } else {
            breaker.answered();
        }
    }

    private void trouble(NoServer trouble) {
        switch (trouble.kind()) {
            case LOGIN -> halt(new NoServer(trouble.kind(), trouble.reason(), place.login()));
            case POLICY -> halt(trouble);
            case BUSY -> breaker.busy();
            case UNREACHABLE -> breaker.unreachable();
        }
    }

    private void halt(NoServer trouble) {
        breaker.halt(trouble);
        if (trouble.kind() == SendResult.Trouble.POLICY) {
            refusals.areAboutUs();
        }
    }

    /** Keeps its state where other processes can read it. Sending never fails for it. */
    private void keepState() {
        if (!place.isServer()) {
            return;
        }
        String now = words.state(breaker);
        if (!now.equals(told)) {
            told = now;
            log.info("{}: {}", destination(), now);
            try {
                book.tell(place.key(), now);
            } catch (DataAccessException e) {
                log.debug("the state of {} could not be kept", destination(), e);
            }
        }
    }
}
