package dev.standfirst.consent;

import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.MailingList;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriber;
import dev.standfirst.subscriber.Subscribers;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.subscriber.Suppressions;
import dev.standfirst.subscriber.Suppressions.Cause;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Decides which requests get a mail: one a purpose, address and day, nobody who is suppressed from it, and nobody who
 * left the last three mails unanswered. The others are gone without a trace, so that a flood leaves nothing.
 */
@Component
class Screening {

    /** How long unanswered mails are remembered. */
    static final Duration MEMORY = Duration.ofDays(30);

    private static final int MOST_UNANSWERED = 3;

    private final Requests requests;
    private final Lists lists;
    private final Subscribers subscribers;
    private final Subscriptions subscriptions;
    private final Suppressions suppressions;
    private final TransactionOperations transactions;
    private final Clock clock;

    @SuppressWarnings("checkstyle:ParameterNumber") // who is asked before somebody is mailed
    Screening(
            Requests requests,
            Lists lists,
            Subscribers subscribers,
            Subscriptions subscriptions,
            Suppressions suppressions,
            TransactionOperations transactions,
            Clock clock) {
        this.requests = requests;
        this.lists = lists;
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.suppressions = suppressions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Lets a request through to its mail, or drops it.
     *
     * @return whether there will be a mail
     */
    boolean pass(Request request) {
        boolean passed = !request.isExpired(clock.instant())
                && !isStopped(request)
                && isKnownWhereNeeded(request)
                && requests.takeTurn(request)
                && requests.unanswered(request, clock.instant().minus(MEMORY)) < MOST_UNANSWERED
                && Boolean.TRUE.equals(transactions.execute(status -> accept(request)));
        if (!passed) {
            requests.drop(request.id(), RequestState.ASKED);
        }
        return passed;
    }

    /**
     * Whether nobody mails there. Who was erased may ask to come back; and whoever stopped the mail, people may see and
     * erase their data, as long as mail arrives.
     */
    boolean isStopped(Request request) {
        return suppressions.covering(request.address()).stream()
                .anyMatch(entry -> request.purpose() == Purpose.OWN_DATA
                        ? entry.cause() == Cause.BOUNCE
                        : entry.cause() != Cause.ERASED);
    }

    /** There are no data to show or erase of somebody we do not know. */
    private boolean isKnownWhereNeeded(Request request) {
        return request.purpose() == Purpose.JOIN
                || subscribers.find(request.address()).isPresent();
    }

    private boolean accept(Request request) {
        if (!requests.accept(request.id())) {
            return false;
        }
        Optional<Long> person = request.purpose() == Purpose.JOIN
                ? list(request)
                        .map(list -> subscriptions
                                .ask(list, request.address(), evidence(request))
                                .subscriberId())
                : subscribers.find(request.address()).map(Subscriber::id);
        person.ifPresentOrElse(
                id -> requests.bind(request.id(), id), () -> requests.drop(request.id(), RequestState.WAITING));
        return person.isPresent();
    }

    private Optional<MailingList> list(Request request) {
        return lists.find(request.listId().orElse(0));
    }

    private static Reason evidence(Request request) {
        return new Reason(
                "asked to join on a page",
                "somebody with that address",
                request.visitor().origin(),
                request.visitor().words());
    }
}
