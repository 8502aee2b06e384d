package dev.standfirst.bounce;

import dev.standfirst.bounce.BounceRecords.Person;
import dev.standfirst.bounce.BounceRecords.Row;
import dev.standfirst.bounce.Outcome.Kind;
import dev.standfirst.bounce.Report.Complaint;
import dev.standfirst.bounce.Report.Failure;
import dev.standfirst.bounce.Report.Mechanism;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.History;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriber;
import dev.standfirst.subscriber.Subscribers;
import dev.standfirst.subscriber.Suppressions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows from mail that comes back. An address of no use is given up at once; one that fails for a while, when so
 * many editions came back that the good ones between do not make up for them; a complaint ends everything; and what is
 * our own fault counts against nobody.
 */
@Component
public class Bounces {

    private final BounceRecords records;
    private final Subscribers subscribers;
    private final Suppressions suppressions;
    private final History history;
    private final int limit;

    Bounces(
            BounceRecords records,
            Subscribers subscribers,
            Suppressions suppressions,
            History history,
            BounceSettings settings) {
        this.records = records;
        this.subscribers = subscribers;
        this.suppressions = suppressions;
        this.history = history;
        this.limit = settings.limit();
    }

    /**
     * A report, for people.
     *
     * @param at when it came
     * @param address the person's, or the one that an unproven report names; may be empty
     * @param kind what it came to
     * @param code may be empty
     * @param diagnostic what the server said; may be empty
     */
    public record Line(Instant at, String address, Kind kind, String code, String diagnostic) {

        static final String SELECT = """
                select b.happened_at, b.kind, b.code, b.diagnostic, b.recipient, u.address
                from bounce b left join subscriber u on u.id = b.subscriber_id
                """;
    }

    /**
     * A server refused a mail for good while we sent it.
     *
     * @param deliveryId row of the ledger, settled already
     * @param reply what the server said; words without a code are our own, and so is the fault
     */
    @Transactional
    public void refused(long deliveryId, String reply) {
        Diagnosis said = Diagnosis.of("", reply);
        Diagnosis why = said.code().isEmpty() ? new Diagnosis(Cause.MESSAGE, "", said.text()) : said;
        records.byDelivery(deliveryId)
                .ifPresent(person -> failed(
                        person, new Failure("", why.cause(), why.code(), why.text(), Mechanism.REPLY), "mail server"));
    }

    /** The latest reports. */
    public List<Line> latest(int most) {
        return records.latest(most);
    }

    /** The latest reports about an address, at most 200. */
    public List<Line> of(EmailAddress address) {
        return subscribers.find(address).map(person -> records.of(person.id())).orElse(List.of());
    }

    /**
     * How near an address is to being given up: editions that came back for a while, less the good ones after each, up
     * to the last that came back.
     */
    public int score(EmailAddress address) {
        return subscribers.find(address).map(person -> score(person.id())).orElse(0);
    }

    /** The score at which an address is given up. */
    public int limit() {
        return limit;
    }

    /**
     * Begins anew with an address: what came back before counts no more, and mail goes there again, unless somebody
     * else than a mail server stopped it.
     *
     * @return whether there is such a person
     */
    @Transactional
    public boolean reset(EmailAddress address, Reason reason) {
        Optional<Subscriber> person = subscribers.find(address);
        person.ifPresent(known -> {
            records.reset(known.id());
            release(known.address().value(), reason);
        });
        return person.isPresent();
    }

    /** Draws the consequence of a failure that is proven. */
    Outcome failed(Person person, Failure failure, String source) {
        String address = address(person);
        Kind kind = kind(failure.cause().fault());
        String words = failure.code().isEmpty()
                ? failure.cause().words()
                : "%s (%s)".formatted(failure.cause().words(), failure.code());
        if (records.isBeforeReset(person)) {
            return new Outcome(kind, address, words + "; about a mail from before the reset, so it does not count");
        }
        records.add(
                new Row(Optional.of(person), kind, failure.cause().name(), failure.code(), failure.diagnostic()),
                failure.recipient(),
                source);
        if (kind == Kind.OURS) {
            return new Outcome(kind, address, words + "; not held against the person");
        }
        Reason reason = Reason.by(source, "mail came back: " + words);
        history.record(person.subscriberId(), History.Event.BOUNCED, reason);
        int score = kind == Kind.HARD ? limit : score(person.subscriberId());
        if (score < limit) {
            return new Outcome(kind, address, "%s; %d of %d".formatted(words, score, limit));
        }
        suppress(address, Suppressions.Cause.BOUNCE, reason);
        return new Outcome(kind, address, words + "; no more mail goes there");
    }

    /** Ends all mail to a person who complained. */
    Outcome complained(Person person, Complaint complaint, String source) {
        Reason reason = Reason.by(source, "the person reported a mail as unwanted (%s)".formatted(complaint.type()));
        records.add(
                new Row(Optional.of(person), Kind.COMPLAINT, "", "", complaint.type()), complaint.recipient(), source);
        history.record(person.subscriberId(), History.Event.BOUNCED, reason);
        String address = address(person);
        release(address, reason);
        suppress(address, Suppressions.Cause.COMPLAINT, reason);
        return new Outcome(Kind.COMPLAINT, address, "reported our mail as unwanted; no more mail goes there");
    }

    /** Notes what nobody can hold against a person: late mail, and reports that prove nothing. */
    Outcome noted(Row row, String recipient, String source) {
        records.add(row, recipient, source);
        String words = row.kind() == Kind.DELAYED
                ? "late and still tried: " + row.diagnostic()
                : "does not prove that it is about a mail of ours: " + row.diagnostic();
        return new Outcome(row.kind(), row.person().map(this::address).orElse(recipient), words);
    }

    String address(Person person) {
        return subscribers
                .find(person.subscriberId())
                .map(known -> known.address().value())
                .orElse("");
    }

    private void suppress(String address, Suppressions.Cause cause, Reason reason) {
        if (EmailAddress.parse(address) instanceof EmailAddress.Parsed.Valid valid) {
            suppressions.add(valid.address(), cause, reason);
        }
    }

    /** Takes back what mail servers stopped; what a person stopped stays so. */
    private void release(String address, Reason reason) {
        if (EmailAddress.parse(address) instanceof EmailAddress.Parsed.Valid valid) {
            suppressions
                    .find(valid.address().normal())
                    .filter(entry -> entry.cause() == Suppressions.Cause.BOUNCE)
                    .ifPresent(entry -> suppressions.remove(entry.entry(), reason));
        }
    }

    /** Each mail that came back raises it by one, each good one lowers it by one, never under nothing. */
    private int score(long subscriberId) {
        int score = 0;
        for (int step : records.steps(subscriberId)) {
            score = Math.max(0, score + step);
        }
        return score;
    }

    private static Kind kind(Fault fault) {
        return switch (fault) {
            case HARD -> Kind.HARD;
            case SOFT -> Kind.SOFT;
            case OURS -> Kind.OURS;
        };
    }
}
