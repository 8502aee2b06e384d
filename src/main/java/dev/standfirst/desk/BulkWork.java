package dev.standfirst.desk;

import dev.standfirst.desk.BulkOrder.Moment;
import dev.standfirst.subscriber.Aim;
import dev.standfirst.subscriber.CrowdChange;
import dev.standfirst.subscriber.Fate;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Does the same with many people, part by part, each in a transaction of its own: what is done is done, whatever ends
 * the rest. One request does as much of it as a page may take, and the next one goes on behind that.
 */
@Component
class BulkWork {

    private static final Logger log = LoggerFactory.getLogger(BulkWork.class);

    /** People a transaction: others wait for what it holds. */
    private static final int PART = 500;

    /** Parts a look at the list. */
    private static final int PARTS = 10;

    private final PeopleSearch search;
    private final CrowdChange change;
    private final int part;
    private final Duration patience;

    @Autowired
    BulkWork(PeopleSearch search, CrowdChange change, @Value("${standfirst.people.patience:5s}") Duration patience) {
        this(search, change, PART, patience);
    }

    BulkWork(PeopleSearch search, CrowdChange change, int part, Duration patience) {
        this.search = search;
        this.change = change;
        this.part = part;
        this.patience = patience;
    }

    /** How it stands. */
    enum State {
        /** All of it is done. */
        DONE,
        /** It took as long as a page may; there may be more. */
        MORE,
        /** The database failed in the middle; what was counted is done. */
        BROKEN
    }

    /**
     * What one request came to.
     *
     * @param fates how many fared how
     * @param after number of the last place that was looked at
     */
    record Stretch(State state, Map<Fate, Long> fates, long after) {}

    /**
     * Goes on with it.
     *
     * @param after number of the last place of the stretch before, or 0
     */
    Stretch go(BulkOrder order, Moment moment, Reason reason, long after) {
        Map<Fate, Long> fates = new EnumMap<>(Fate.class);
        long end = System.nanoTime() + patience.toNanos();
        long last = after;
        try {
            for (List<Subscription> page = next(order, last); !page.isEmpty(); page = next(order, last)) {
                for (int from = 0; from < page.size(); from += part) {
                    List<Subscription> some = page.subList(from, Math.min(page.size(), from + part));
                    change(order, moment, reason, some).forEach((fate, people) -> fates.merge(fate, people, Long::sum));
                    last = some.get(some.size() - 1).id();
                    if (System.nanoTime() - end >= 0) {
                        return new Stretch(State.MORE, fates, last);
                    }
                }
            }
            return new Stretch(State.DONE, fates, last);
        } catch (DataAccessException | TransactionException e) {
            log.error(
                    "a change of many people of list {} stopped", order.wanted().list(), e);
            return new Stretch(State.BROKEN, fates, last);
        }
    }

    private List<Subscription> next(BulkOrder order, long after) {
        return search.next(order, after, part * PARTS);
    }

    private Map<Fate, Long> change(BulkOrder order, Moment moment, Reason reason, List<Subscription> places) {
        return change.change(places.stream().filter(moment::includes).toList(), moment.at(), aim(order), reason);
    }

    static Aim aim(BulkOrder order) {
        return switch (order.act()) {
            case PUT -> new Aim.Put(order.to());
            case STOP -> new Aim.Stop();
            case LEAVE, EXPORT -> new Aim.Leave();
        };
    }
}
