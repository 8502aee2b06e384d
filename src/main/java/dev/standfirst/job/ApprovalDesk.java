package dev.standfirst.job;

import dev.standfirst.delivery.AtTheHour;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.delivery.TestMail;
import dev.standfirst.edition.Approval;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.edition.Approvals;
import dev.standfirst.edition.EditionChecks;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.Ruling;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.node.Nodes;
import dev.standfirst.node.Silence;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What somebody decides about an edition before it goes out: the one way in for command line, pages and programs. Mails
 * are sent by {@link Runs#goOn} afterwards, or by the timetable when their hour comes.
 */
@Component
public class ApprovalDesk {

    private final Approvals approvals;
    private final ApprovalRecords records;
    private final Editions editions;
    private final Ledger ledger;
    private final AtTheHour atTheHour;
    private final TestMail testMail;
    private final Alone alone;
    private final Nodes nodes;
    private final Clock clock;

    ApprovalDesk(
            Approvals approvals,
            ApprovalRecords records,
            Editions editions,
            Ledger ledger,
            AtTheHour atTheHour,
            TestMail testMail,
            Alone alone,
            Nodes nodes,
            Clock clock) {
        this.approvals = approvals;
        this.records = records;
        this.editions = editions;
        this.ledger = ledger;
        this.atTheHour = atTheHour;
        this.testMail = testMail;
        this.alone = alone;
        this.nodes = nodes;
        this.clock = clock;
    }

    /**
     * How many an edition is for.
     *
     * @param all everybody
     * @param atItsHour those of them who get it at its hour; the others get it later, at an hour that they chose
     */
    public record People(long all, long atItsHour) {}

    /** How many an edition is for that waits or is approved. */
    public People people(long edition, Approval approval) {
        long all = ledger.counts(edition).audience();
        return new People(
                all,
                approval.plan()
                        .map(plan -> atTheHour.count(edition, plan.hour()))
                        .orElse(all));
    }

    /** Whether an edition is approved and its hour has come, so that there is somebody to mail at once. */
    public boolean isDue(Approval approval) {
        return approval.state() == Approval.State.APPROVED
                && approval.plan()
                        .filter(plan -> !plan.hour().isAfter(clock.instant()))
                        .isPresent();
    }

    /** Approves an edition, despite the failed checks that are named. */
    public Ruling approve(StoredEdition edition, String who, Set<EditionChecks.Name> despite) {
        return approvals.approve(edition.id(), who, despite);
    }

    /** Skips an edition that waits: nobody is mailed, and the next edition may tell its articles. */
    public Ruling skip(StoredEdition edition, String who) {
        return approvals.skip(edition.id(), who, "");
    }

    /**
     * Has an edition wait again: one that is approved, until its first mail left; one that was skipped, until the next.
     */
    public Ruling takeBack(StoredEdition edition, String who) {
        return alone.on(key(edition), owner -> goingOut(edition), () -> approvals.takeBack(edition.id(), who));
    }

    /**
     * Approves an edition before its hour and has those who chose no hour get it as soon as it goes on. Who chose an
     * hour gets it then.
     */
    public Ruling sendNow(StoredEdition edition, String who, Set<EditionChecks.Name> despite) {
        Ruling ruling = approvals.approve(edition.id(), who, despite);
        return ruling.approval().state() == Approval.State.APPROVED
                ? alone.on(key(edition), owner -> goingOut(edition), () -> bringForward(edition, who, ruling))
                : ruling;
    }

    /**
     * Mails a frozen edition to one address, as a test that counts for nothing.
     *
     * @return why it was not sent, or not taken, in words; empty where it was
     */
    public Optional<String> test(StoredEdition edition, EmailAddress to) {
        return nodes.silence().map(Silence::happened).or(() -> testMail.send(edition, to));
    }

    private Ruling bringForward(StoredEdition edition, String who, Ruling ruling) {
        Approval is = records.of(edition.id());
        if (is.state() != Approval.State.APPROVED) {
            return new Ruling.Impossible(is, "its approval was taken back meanwhile");
        }
        if (atTheHour.bringForward(edition.id()) > 0) {
            editions.waitUntil(edition.id(), Optional.of(clock.instant()));
            approvals.sentNow(edition.id(), who);
        }
        return ruling;
    }

    private Ruling goingOut(StoredEdition edition) {
        return new Ruling.Impossible(records.of(edition.id()), "it is going out now");
    }

    private static EditionKey key(StoredEdition edition) {
        return new EditionKey(edition.digest(), edition.date());
    }
}
