package dev.standfirst.subscriber;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rows that somebody else may make in the same moment. PostgreSQL gives up a whole transaction for one row that it
 * refuses; behind a savepoint it is the row alone.
 */
@Component
public class Race {

    private final TransactionOperations savepoint;

    @Autowired
    Race(PlatformTransactionManager transactions) {
        this(new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED)));
    }

    Race(TransactionOperations savepoint) {
        this.savepoint = savepoint;
    }

    /**
     * Makes a row, within the transaction that is open if there is one; that one goes on whatever becomes of the row.
     *
     * @param row an insert of one row, with its parameters
     * @return whether it is ours: false where there is one with that key already
     */
    public boolean insert(StatementSpec row) {
        try {
            return Boolean.TRUE.equals(savepoint.execute(status -> row.update() == 1));
        } catch (DuplicateKeyException e) {
            return false;
        }
    }
}
