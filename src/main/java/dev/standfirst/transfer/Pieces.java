package dev.standfirst.transfer;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Suppressions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does pieces of imports: looks up what is known, judges, writes, and moves the mark, all in one transaction. */
@Component
class Pieces {

    /** Somebody may join by a page while a piece with the same person is written; then it is done again. */
    private static final int TRIES = 5;

    private final PieceWriter.Tools tools;
    private final ImportLog log;
    private final TransactionTemplate transactions;
    private final Clock clock;

    @SuppressWarnings("checkstyle:ParameterNumber") // what a transaction of an import touches
    Pieces(
            JdbcTemplate jdbc,
            Lookup lookup,
            Suppressions suppressions,
            ImportLog log,
            PlatformTransactionManager manager,
            Clock clock) {
        this.tools = new PieceWriter.Tools(jdbc, lookup, suppressions);
        this.log = log;
        this.transactions = new TransactionTemplate(manager);
        this.clock = clock;
    }

    /** What is the same for all pieces of an import. */
    record Work(ImportLog.Entry entry, Header header, Judge judge) {}

    /**
     * Does one piece.
     *
     * @param done the line at which the import's mark is
     * @return whether it was done: false where the mark is elsewhere, since another process goes on with the import
     */
    boolean write(Work work, List<Pass.Item> piece, long done) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Boolean.TRUE.equals(transactions.execute(transaction -> {
                    boolean mine = writeOnce(work, piece, done);
                    if (!mine) {
                        transaction.setRollbackOnly();
                    }
                    return mine;
                }));
            } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** What each row of a piece comes to, as things are. */
    static List<Judged> judge(List<Pass.Item> piece, Judge judge, Lookup lookup, long list) {
        Set<EmailAddress> addresses = new HashSet<>();
        for (Pass.Item item : piece) {
            if (item.reading() instanceof RowReader.Reading.Person person) {
                addresses.add(person.candidate().address());
            }
        }
        Map<String, Known> known = lookup.of(addresses, list);
        List<Judged> judged = new ArrayList<>(piece.size());
        for (Pass.Item item : piece) {
            judged.add(new Judged(item.row(), verdict(item, judge, known)));
        }
        return judged;
    }

    private boolean writeOnce(Work work, List<Pass.Item> piece, long done) {
        ImportLog.Entry entry = work.entry();
        PieceWriter writer =
                new PieceWriter(tools, entry, work.header().program().isOurs(), clock.instant());
        Tally tally = new Tally();
        List<Skipped> skipped = new ArrayList<>();
        for (Judged judged : judge(piece, work.judge(), tools.lookup(), entry.list())) {
            tally.take(judged.verdict());
            writer.take(judged.verdict());
            judged.skipped(work.header()).ifPresent(skipped::add);
        }
        long last = piece.get(piece.size() - 1).row().line();
        if (!log.advance(entry, done, last, tally.counts())) {
            return false;
        }
        writer.write();
        log.skip(entry.id(), skipped);
        return true;
    }

    private static Verdict verdict(Pass.Item item, Judge judge, Map<String, Known> known) {
        if (item.reading() instanceof RowReader.Reading.Person person) {
            Candidate candidate = person.candidate();
            return judge.judge(candidate, known.getOrDefault(candidate.normal(), Known.NOTHING), item.again());
        }
        RowReader.Reading.Unusable unusable = (RowReader.Reading.Unusable) item.reading();
        return new Verdict.Skip(unusable.reason(), unusable.words());
    }
}
