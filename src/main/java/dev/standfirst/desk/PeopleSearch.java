package dev.standfirst.desk;

import dev.standfirst.desk.BulkOrder.Moment;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Crowd;
import dev.standfirst.subscriber.Crowd.Among;
import dev.standfirst.subscriber.CrowdForesight;
import dev.standfirst.subscriber.CrowdForesight.Foreseen;
import dev.standfirst.subscriber.Filter;
import dev.standfirst.subscriber.PlacesOfList;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds people of one list, a page at a time, within a time: a search through everybody holds up nobody for long. */
@Component
class PeopleSearch {

    private static final int SECONDS = 10;

    /** A word that is no filter by itself. */
    private static final Pattern WORD = Pattern.compile("(?i)(?!(?:and|or|not)$)[^\\s\\p{Z}:=<>!\"()*]{1,320}");

    private final PlacesOfList places;
    private final CrowdForesight foresight;
    private final TransactionTemplate bounded;

    PeopleSearch(PlacesOfList places, CrowdForesight foresight, PlatformTransactionManager transactions) {
        this.places = places;
        this.foresight = foresight;
        this.bounded = new TransactionTemplate(transactions);
        bounded.setReadOnly(true);
        bounded.setTimeout(SECONDS);
    }

    /**
     * What is looked for.
     *
     * @param list name of a list
     * @param status on it; empty: any
     * @param text the beginning of an address, or a filter; empty: everybody
     */
    record Wanted(String list, Optional<Status> status, String text) {

        /** A word alone is the beginning of an address. */
        private Optional<String> beginning() {
            if (EmailAddress.parse(text) instanceof EmailAddress.Parsed.Valid valid) {
                return Optional.of(valid.address().normal());
            }
            return Optional.of(text.toLowerCase(Locale.ROOT))
                    .filter(word -> WORD.matcher(word).matches());
        }
    }

    /** What came of it. */
    sealed interface Found {

        /**
         * People, perhaps none.
         *
         * @param more whether there are more behind them
         */
        record Places(List<Subscription> places, boolean more) implements Found {}

        /** The text is no filter; {@code why} names the place and the remedy, without a stop. */
        record Wrong(String why) implements Found {}

        /** It took too long. */
        record TooLong(int seconds) implements Found {}
    }

    /**
     * The next page, in the order in which people came; of addresses that begin alike, in theirs.
     *
     * @param after number of the last place of the page before, or 0
     */
    Found page(Wanted wanted, long after, int rows) {
        if (wanted.beginning().isEmpty() && Filter.parse(wanted.text()) instanceof Filter.Parsed.Invalid invalid) {
            return new Found.Wrong(invalid.reason());
        }
        try {
            List<Subscription> found =
                    Objects.requireNonNull(bounded.execute(transaction -> all(wanted, after, rows + 1)));
            return new Found.Places(found.subList(0, Math.min(rows, found.size())), found.size() > rows);
        } catch (QueryTimeoutException | TransactionTimedOutException e) {
            return new Found.TooLong(SECONDS);
        }
    }

    /** The same however long it takes; nobody where the text cannot be read. */
    List<Subscription> all(Wanted wanted, long after, int rows) {
        if (wanted.text().isEmpty()) {
            return places.page(wanted.list(), wanted.status(), after, rows);
        }
        Optional<String> beginning = wanted.beginning();
        if (beginning.isPresent()) {
            return places.beginning(wanted.list(), wanted.status(), beginning.get(), after, rows);
        }
        return Filter.parse(wanted.text()) instanceof Filter.Parsed.Valid valid
                ? places.page(wanted.list(), wanted.status(), valid.filter(), after, rows)
                : List.of();
    }

    /** The next of those of whom something is asked, however long it takes. */
    List<Subscription> next(BulkOrder order, long after, int rows) {
        return order.numbers()
                .map(numbers -> numbers.isEmpty()
                        ? List.<Subscription>of()
                        : places.named(order.wanted().list(), numbers, after, rows))
                .orElseGet(() -> all(order.wanted(), after, rows));
    }

    /** The last place that there is now. */
    Moment now(Instant at) {
        return new Moment(foresight.last(), at.truncatedTo(ChronoUnit.MICROS));
    }

    /** What an order would come to; empty where counting it takes too long. */
    Optional<Foreseen> foresee(BulkOrder order, Moment now) {
        Among among = order.numbers().<Among>map(Crowd.Named::new).orElseGet(() -> among(order.wanted()));
        Crowd crowd = crowd(order.wanted(), among, now);
        try {
            return Optional.ofNullable(bounded.execute(transaction -> foresight.of(crowd, BulkWork.aim(order))));
        } catch (QueryTimeoutException | TransactionTimedOutException e) {
            return Optional.empty();
        }
    }

    /** Who is named counts whatever the search was. */
    private static Crowd crowd(Wanted wanted, Among among, Moment now) {
        return new Crowd(
                wanted.list(),
                among instanceof Crowd.Named ? Optional.empty() : wanted.status(),
                among,
                now.last(),
                now.at());
    }

    private static Among among(Wanted wanted) {
        if (wanted.text().isEmpty()) {
            return new Crowd.Everybody();
        }
        return wanted.beginning()
                .<Among>map(Crowd.Beginning::new)
                .orElseGet(() -> Filter.parse(wanted.text()) instanceof Filter.Parsed.Valid valid
                        ? new Crowd.Filtered(valid.filter())
                        : new Crowd.Named(List.of(0L)));
    }
}
