package dev.standfirst.job;

import dev.standfirst.delivery.Ledger;
import dev.standfirst.digest.Digest;
import dev.standfirst.edition.EditionComposer;
import dev.standfirst.edition.RenderedEdition;
import dev.standfirst.edition.Revision;
import dev.standfirst.edition.Revisions;
import dev.standfirst.edition.StoredEdition;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes an edition that waits for a decision: which stories it tells, in which order, and what stands over it. It is
 * composed again of the same articles, and it and its audience are frozen anew, in one transaction. Nobody was mailed.
 */
@Component
public class EditingDesk {

    private final EditionComposer composer;
    private final Revisions revisions;
    private final Ledger ledger;
    private final Freezing freezing;
    private final FailedSources failedSources;
    private final TransactionOperations transactions;
    private final Alone alone;

    EditingDesk(
            EditionComposer composer,
            Revisions revisions,
            Ledger ledger,
            Freezing freezing,
            FailedSources failedSources,
            TransactionOperations transactions,
            Alone alone) {
        this.composer = composer;
        this.revisions = revisions;
        this.ledger = ledger;
        this.freezing = freezing;
        this.failedSources = failedSources;
        this.transactions = transactions;
        this.alone = alone;
    }

    /** What came of a change. */
    public enum Outcome {
        CHANGED,
        /** It does not wait any more, or somebody else changed it. */
        CAME_FIRST,
        /** A story that is wanted is not among those that it could tell: its digest's file says something else now. */
        NOT_THERE,
        /** Somebody works on it in this moment. */
        AT_WORK
    }

    /** Changes an edition, by its digest as that is now. Nothing is changed where the answer is another than that. */
    public Outcome change(StoredEdition edition, Digest digest, Revision revision) {
        Optional<RenderedEdition> revised =
                composer.revise(digest, edition, revision, failedSources.of(digest, digest.language()));
        if (revised.isEmpty()) {
            return Outcome.NOT_THERE;
        }
        EditionKey key = new EditionKey(edition.digest(), edition.date());
        return alone.on(
                key,
                owner -> Outcome.AT_WORK,
                () -> replace(edition, digest, revised.get(), revision) ? Outcome.CHANGED : Outcome.CAME_FIRST);
    }

    private boolean replace(StoredEdition edition, Digest digest, RenderedEdition revised, Revision revision) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            ledger.thaw(edition.id());
            boolean replaced = revisions.replace(edition.id(), revised, revision);
            if (replaced) {
                freezing.freeze(edition.id(), revised, digest, edition.date());
            } else {
                status.setRollbackOnly();
            }
            return replaced;
        }));
    }
}
