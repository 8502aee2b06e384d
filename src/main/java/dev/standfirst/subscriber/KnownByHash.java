package dev.standfirst.subscriber;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Suppressions.Suppression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People we know among those whom entries tell by a hash alone. A hash leads nowhere, so that all people are tried. */
final class KnownByHash {

    private static final int PAGE = 1_000;

    private final JdbcClient jdbc;
    private final Function<EmailAddress, String> fingerprint;

    KnownByHash(JdbcClient jdbc, Function<EmailAddress, String> fingerprint) {
        this.jdbc = jdbc;
        this.fingerprint = fingerprint;
    }

    /** The number of the latest entry; 0 where there is none. */
    long latest() {
        return jdbc.sql("select coalesce(max(id), 0) from suppression")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    /** Hands on each person we know whose hash is an entry that was made after another one, with that entry. */
    void each(long entry, BiConsumer<EmailAddress, Suppression> action) {
        Map<String, EmailAddress> page = new HashMap<>();
        for (long last = next(0, page); !page.isEmpty(); last = next(last, page)) {
            for (Suppression one : entries(entry, page)) {
                action.accept(Objects.requireNonNull(page.get(one.entry())), one);
            }
        }
    }

    /** Reads the next people, by their hashes; gives the number of the last of them. */
    private long next(long after, Map<String, EmailAddress> page) {
        page.clear();
        return jdbc
                .sql("select id, address from subscriber where id > ? order by id limit ?")
                .params(after, PAGE)
                .query((row, number) -> {
                    EmailAddress address = new EmailAddress(row.getString(2));
                    page.put(fingerprint.apply(address), address);
                    return row.getLong(1);
                })
                .list()
                .stream()
                .reduce(after, Math::max);
    }

    private List<Suppression> entries(long after, Map<String, EmailAddress> page) {
        return jdbc.sql("select * from suppression where id > :after and entry in (:hashes) order by id")
                .param("after", after)
                .param("hashes", page.keySet())
                .query(Suppressions::suppression)
                .list();
    }
}
