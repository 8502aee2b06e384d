package dev.standfirst.delivery;

import dev.standfirst.subscriber.Reason;
import java.util.List;

/**
 * Who left a digest. A mail says which digest it is of, not which list it came by: who answers it by leaving does not
 * get that digest by another list, but stays there for the other digests of it. Undoing it, or joining one of the lists
 * later, brings the digest back.
 */
final class LeftDigest {

    /**
     * A condition of SQL that holds where the person of the place {@code s} was mailed the digest of {@code :edition}
     * by another one of {@code :lists}, and then left that by {@link #CAUSES}.
     */
    static final String CONDITION = """
            exists (select 1 from subscription f
                    join list fl on fl.id = f.list_id
                    join delivery fd on fd.subscription_id = f.id
                    join edition fe on fe.id = fd.edition_id
                    where f.subscriber_id = s.subscriber_id and f.status = 'UNSUBSCRIBED' and f.changed_at > s.since
                      and f.cause in (:causes) and fl.name in (:lists) and fd.state in ('SENT', 'DOUBT')
                      and fe.digest = (select digest from edition where id = :edition))
            """;

    /** For {@code :causes}: answers to a mail, whatever the mail program made of the wish. */
    static final List<String> CAUSES = List.of(Reason.LEFT_BY_LINK, Reason.LEFT_BY_MAIL, Reason.LEFT_BY_COMPLAINT);

    private LeftDigest() {}
}
