package dev.standfirst.edition;

import dev.standfirst.digest.Approval.Otherwise;
import dev.standfirst.edition.Approval.Plan;
import dev.standfirst.edition.Approval.State;
import dev.standfirst.edition.ApprovalLine.Act;
import dev.standfirst.edition.EditionChecks.Check;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Who decided what about editions that wait. Each decision is one conditional update of the edition's row: of two at
 * once, whoever makes them and wherever, one is done and the other is told what is.
 */
@Repository
public class Approvals {

    private static final String APPROVE = """
            update edition set approval = 'APPROVED', approval_by = :who, approval_at = :now, approval_why = :why,
                   next_due_at = (select coalesce(case when min(d.due_at) > :now then min(d.due_at) end, :now)
                                  from delivery d where d.edition_id = :id and d.state in ('PENDING', 'RETRY'))
            where id = :id and approval = 'WAITING' and lapse_at > :now
            """;

    private static final String SKIP = """
            update edition set approval = 'SKIPPED', approval_by = :who, approval_at = :now, approval_why = :why
            where id = :id and approval = 'WAITING'
            """;

    /** A taken back edition goes out only if somebody says so: no rule decides about it any more. */
    private static final String BACK_TO_WAITING = """
            update edition set approval = 'WAITING', approval_by = '', approval_at = null, approval_why = '',
                   otherwise = 'SKIP'
            """;

    private static final String TAKE_BACK_APPROVAL = BACK_TO_WAITING + """
            where id = :id and approval = 'APPROVED' and lapse_at > :now and completed_at is null
              and not exists (select 1 from delivery d
                              where d.edition_id = :id and d.state not in ('PENDING', 'SUPPRESSED'))
            """;

    private static final String TAKE_BACK_SKIP = BACK_TO_WAITING + """
            where id = :id and approval = 'SKIPPED' and lapse_at > :now
              and not exists (select 1 from edition later where later.digest = edition.digest and later.id > :id)
            """;

    private final JdbcClient jdbc;
    private final ApprovalRecords records;
    private final SkippedArticles articles;
    private final TransactionOperations transactions;
    private final Clock clock;

    Approvals(
            JdbcClient jdbc,
            ApprovalRecords records,
            SkippedArticles articles,
            TransactionOperations transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.records = records;
        this.articles = articles;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Approves an edition: it goes out at its hour, or at once where that has come.
     *
     * @param who decides
     * @param despite the failed checks that are known and do not matter
     */
    public Ruling approve(long edition, String who, Set<EditionChecks.Name> despite) {
        List<Check> failed = records.failed(edition);
        List<Check> unnamed =
                failed.stream().filter(check -> !despite.contains(check.name())).toList();
        Approval before = records.of(edition);
        if (before.state() == State.WAITING && !unnamed.isEmpty()) {
            return new Ruling.Blocked(before, unnamed);
        }
        return decide(edition, APPROVE, line(Act.APPROVED, who, despite(failed)), State.APPROVED);
    }

    /**
     * Skips an edition that waits: nobody is mailed, and the next edition may tell its articles.
     *
     * @param why in words; may be empty
     */
    public Ruling skip(long edition, String who, String why) {
        return decide(edition, SKIP, line(Act.SKIPPED, who, why), State.SKIPPED);
    }

    /**
     * Takes back what was decided: the edition waits again. An approval, until the first mail left; call it only while
     * holding the edition's lease, which says that nobody mails it. A skip, until a later edition was composed.
     */
    public Ruling takeBack(long edition, String who) {
        String update = records.of(edition).state() == State.SKIPPED ? TAKE_BACK_SKIP : TAKE_BACK_APPROVAL;
        return decide(edition, update, line(Act.TAKEN_BACK, who, ""), State.WAITING);
    }

    /** Keeps that an edition was sent before its hour. */
    public void sentNow(long edition, String who) {
        records.keep(edition, line(Act.SENT_NOW, who, ""));
    }

    /**
     * Has the rules decide about editions about which nobody did in time. What is too late is skipped, so that a backup
     * that is restored mails nobody.
     */
    public void decideByRule() {
        Instant now = clock.instant();
        for (WaitingApproval edition : records.waiting()) {
            Plan plan = edition.plan();
            if (!plan.lapses().isAfter(now)) {
                skip(edition.id(), "standfirst", "nobody approved it in time");
            } else if (plan.otherwise() == Otherwise.SEND && !plan.decides().isAfter(now)) {
                approve(edition.id(), "the digest's rule", Set.of());
            }
        }
    }

    private Ruling decide(long edition, String update, ApprovalLine line, State wanted) {
        boolean done = Boolean.TRUE.equals(transactions.execute(status -> {
            boolean changed = change(edition, update, line) && move(edition, line.act());
            if (changed) {
                records.keep(edition, line);
            } else {
                status.setRollbackOnly();
            }
            return changed;
        }));
        Approval is = records.of(edition);
        if (done) {
            return new Ruling.Done(is);
        }
        return is.state() == wanted ? new Ruling.Already(is) : new Ruling.Impossible(is, whyNot(is, wanted));
    }

    private boolean change(long edition, String update, ApprovalLine line) {
        return jdbc.sql(update)
                        .param("who", line.who())
                        .param("why", line.why())
                        .param("now", line.at().atOffset(ZoneOffset.UTC))
                        .param("id", edition)
                        .update()
                == 1;
    }

    /** The articles of a skipped edition are free; those of one whose skip is taken back are its own again. */
    private boolean move(long edition, Act act) {
        if (act == Act.SKIPPED) {
            articles.free(edition);
        }
        return act != Act.TAKEN_BACK || articles.takeBack(edition);
    }

    private String whyNot(Approval is, State wanted) {
        if (is.state() == State.NONE) {
            return "its digest asks for no approval";
        }
        if (wanted != State.WAITING && is.state() != State.WAITING) {
            return "it was %s by %s".formatted(is.state().words(), is.by());
        }
        if (is.plan().filter(plan -> !plan.lapses().isAfter(clock.instant())).isPresent()) {
            return "its time is over";
        }
        return is.state() == State.APPROVED ? "its first mails left" : "a later edition was composed";
    }

    private ApprovalLine line(Act act, String who, String why) {
        return new ApprovalLine(clock.instant(), act, who, why);
    }

    private static String despite(List<Check> failed) {
        return failed.isEmpty()
                ? ""
                : "despite "
                        + String.join(
                                ", ",
                                failed.stream().map(check -> check.name().key()).toList());
    }
}
