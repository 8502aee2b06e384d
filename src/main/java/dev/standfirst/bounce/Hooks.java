package dev.standfirst.bounce;

import dev.standfirst.bounce.BounceRecords.Person;
import dev.standfirst.bounce.BounceRecords.Row;
import dev.standfirst.bounce.Hook.Checked;
import dev.standfirst.bounce.Hook.Event;
import dev.standfirst.bounce.Outcome.Kind;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscriptions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What mail providers tell us of mail that came back. Nothing is looked at before its signature was checked, and each
 * message counts once.
 */
@Component
public class Hooks {

    private static final Logger log = LoggerFactory.getLogger(Hooks.class);

    private final List<Hook> hooks;
    private final Bounces bounces;
    private final BounceRecords records;
    private final Subscriptions subscriptions;
    private final TransactionOperations transactions;
    private final Refusals refusals;

    @SuppressWarnings("checkstyle:ParameterNumber") // who is told, and what happens to a message
    Hooks(
            List<Hook> hooks,
            Bounces bounces,
            BounceRecords records,
            Subscriptions subscriptions,
            TransactionOperations transactions,
            Clock clock) {
        this.hooks = List.copyOf(hooks);
        this.bounces = bounces;
        this.records = records;
        this.subscriptions = subscriptions;
        this.transactions = transactions;
        this.refusals = new Refusals(clock);
    }

    /** What to answer a provider. */
    public enum Answer {
        /** It counts, or counted before. */
        TAKEN,
        /** There is no such provider, or it is off. */
        OFF,
        /** Not signed as it should be; nothing was stored. */
        FORBIDDEN,
        /** It cannot be checked now; nothing was stored, and it may come again. */
        LATER,
        /** Signed, and in no form that is known; nothing was stored. */
        UNREADABLE
    }

    /** Whether there is such a provider, and its secret is set. */
    public boolean isOn(String provider) {
        return find(provider).isPresent();
    }

    private Optional<Hook> find(String provider) {
        return hooks.stream()
                .filter(one -> one.name().equals(provider) && one.isOn())
                .findFirst();
    }

    /**
     * Takes a message.
     *
     * @param provider the last part of the path
     * @param headers names in lower case
     * @param body the bytes as UTF-8, of a length that the caller bounds
     */
    public Answer receive(String provider, Map<String, String> headers, String body) {
        Optional<Hook> hook = find(provider);
        if (hook.isEmpty()) {
            return Answer.OFF;
        }
        Checked checked = hook.get().check(new HookRequest(headers, body));
        if (checked instanceof Checked.Forged forged) {
            refusals.add(hook.get().name(), forged.why()).ifPresent(log::warn);
            return Answer.FORBIDDEN;
        }
        if (checked instanceof Checked.Later) {
            return Answer.LATER;
        }
        if (checked instanceof Checked.Unreadable unreadable) {
            log.warn("a message to /hooks/{} cannot be read: {}", hook.get().name(), unreadable.why());
            return Answer.UNREADABLE;
        }
        take((Checked.Genuine) checked, hook.get().name());
        return Answer.TAKEN;
    }

    private void take(Checked.Genuine genuine, String provider) {
        transactions.executeWithoutResult(status -> {
            if (records.isNew(genuine.fingerprint())) {
                genuine.events().forEach(event -> follow(event, provider));
            }
        });
    }

    private void follow(Event event, String provider) {
        records.byAddress(event.address()).ifPresent(person -> follow(event.report(), person, provider));
    }

    private void follow(Report report, Person person, String provider) {
        if (report instanceof Report.Failure failure) {
            bounces.failed(person, failure, provider);
        } else if (report instanceof Report.Complaint complaint) {
            bounces.complained(person, complaint, provider);
        } else if (report instanceof Report.Unsubscribe) {
            leave(person, provider);
        } else if (report instanceof Report.Delayed late) {
            bounces.noted(
                    new Row(Optional.of(person), Kind.DELAYED, "", late.code(), late.diagnostic()),
                    late.recipient(),
                    provider);
        }
    }

    /** A provider knows the person, not our lists: it ends all places. */
    private void leave(Person person, String provider) {
        for (Subscription place : subscriptions.of(person.subscriberId())) {
            subscriptions.leave(place.id(), new Reason("left at the mail provider", Reason.THE_PERSON, provider, ""));
        }
    }
}
