package dev.standfirst.api;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks things up within a time: a search through everybody must not hold a connection for long. */
@Component
class Lookups {

    private static final int SECONDS = 10;

    private final TransactionTemplate bounded;

    Lookups(PlatformTransactionManager transactions) {
        bounded = new TransactionTemplate(transactions);
        bounded.setReadOnly(true);
        bounded.setTimeout(SECONDS);
    }

    /**
     * What a look-up finds.
     *
     * @throws Refusal where it takes longer than ten seconds
     */
    <T> T within(Supplier<T> lookup) {
        try {
            return Objects.requireNonNull(bounded.execute(transaction -> lookup.get()));
        } catch (QueryTimeoutException | TransactionTimedOutException e) {
            throw Refusal.of(
                            ProblemKind.UNAVAILABLE,
                            "This takes longer than %d seconds. Narrow the filter, by a list or the beginning of an address for instance."
                                    .formatted(SECONDS))
                    .header("Retry-After", "60");
        }
    }
}
