package dev.standfirst.desk;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Filter;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Subscriptions;
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

    private final Subscriptions subscriptions;
    private final TransactionTemplate bounded;

    PeopleSearch(Subscriptions subscriptions, PlatformTransactionManager transactions) {
        this.subscriptions = subscriptions;
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

        /** All of it as one filter. */
        Filter.Parsed filter() {
            Filter.Parsed typed = Filter.parse(spelt(text));
            return typed instanceof Filter.Parsed.Valid valid
                    ? new Filter.Parsed.Valid(place().and(valid.filter()))
                    : typed;
        }

        private Filter place() {
            String state = status.map(one -> " status:" + one.name().toLowerCase(Locale.ROOT))
                    .orElse("");
            return ((Filter.Parsed.Valid) Filter.parse("list:" + list + state)).filter();
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
     * The next page, in the order in which people came.
     *
     * @param after number of the last place of the page before, or 0
     */
    Found page(Wanted wanted, long after, int rows) {
        Filter.Parsed parsed = wanted.filter();
        if (parsed instanceof Filter.Parsed.Invalid invalid) {
            return new Found.Wrong(invalid.reason());
        }
        Filter filter = ((Filter.Parsed.Valid) parsed).filter();
        try {
            List<Subscription> found =
                    Objects.requireNonNull(bounded.execute(transaction -> subscriptions.page(filter, after, rows + 1)));
            return new Found.Places(found.subList(0, Math.min(rows, found.size())), found.size() > rows);
        } catch (QueryTimeoutException | TransactionTimedOutException e) {
            return new Found.TooLong(SECONDS);
        }
    }

    /** A word alone is the beginning of an address, which is found at once among however many. */
    private static String spelt(String text) {
        if (EmailAddress.parse(text) instanceof EmailAddress.Parsed.Valid valid) {
            return "address:" + valid.address().normal() + "*";
        }
        return WORD.matcher(text).matches() ? "address:" + text + "*" : text;
    }
}
