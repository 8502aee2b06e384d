package dev.standfirst.cli;

import dev.standfirst.cli.RunView.Publication;
import dev.standfirst.edition.Approval;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.edition.EditionChecks.Check;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.Ruling;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.job.ApprovalDesk;
import dev.standfirst.job.ApprovalDesk.People;
import dev.standfirst.job.ApprovalWords;
import dev.standfirst.job.EditionKey;
import dev.standfirst.job.RunListener;
import dev.standfirst.job.RunResult;
import dev.standfirst.job.Runs;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** What was decided about an edition before it goes out, told to people. */
final class ApprovalView {

    /** Who decides, where it is done by a command. */
    static final String WHO = "command line";

    private final Console console;
    private final Home home;
    private final Application application;

    ApprovalView(Console console, Home home, Application application) {
        this.console = console;
        this.home = home;
        this.application = application;
    }

    /**
     * Tells what could not be decided.
     *
     * @param verb "approved", "skipped"
     * @throws CommandException where it is not as it was asked for
     */
    void require(Ruling ruling, StoredEdition edition, String verb) {
        if (ruling instanceof Ruling.Blocked blocked) {
            throw blocked(blocked, edition);
        }
        if (ruling instanceof Ruling.Impossible impossible) {
            List<String> advice = new ArrayList<>();
            advice.add("The edition " + standing(impossible.approval(), edition) + ". Nothing was changed.");
            if (impossible.approval().at().isPresent() && !verb.equals("taken back")) {
                advice.add("Take it back first: standfirst take-back " + arguments(edition));
            }
            throw new CommandException(
                    ExitCode.WRONG_USE, "%s cannot be %s: %s".formatted(name(edition), verb, impossible.why()), advice);
        }
        if (ruling instanceof Ruling.Already already) {
            console.out().println("The edition " + standing(already.approval(), edition) + " already.");
        }
    }

    /** Tells that there is nothing to decide any more. */
    void wentOut(StoredEdition edition) {
        console.out().println("%s went out already. Nothing was changed.".formatted(name(edition)));
    }

    /** Tells when an approved edition goes out, to how many, and until when that can be taken back. */
    void approved(Approval approval, StoredEdition edition) {
        People people = application.get(ApprovalDesk.class).people(edition.id(), approval);
        String at = ApprovalWords.goesOut(approval, now(), zone(edition));
        console.out()
                .println(console.outStyle()
                        .ok("Approved for %s; %s.".formatted(at.replace("at ", ""), RunView.people(people.all()))));
        long later = people.all() - people.atItsHour();
        if (later > 0) {
            console.out()
                    .println(
                            "%,d %s, %,d later, at the hour that they chose.".formatted(people.atItsHour(), at, later));
        }
        console.out().println("Take back until then: standfirst take-back " + arguments(edition));
        console.out()
                .println("standfirst serve sends it then; or start it yourself then: standfirst run "
                        + edition.digest());
    }

    /** Tells that an edition waits, until when, and what can be done. */
    void waits(RunResult.Waits waits) {
        StoredEdition edition = find(waits.edition());
        String arguments = arguments(edition);
        console.out()
                .println(console.outStyle()
                        .strong("%s %s.".formatted(name(edition), standing(waits.approval(), edition))));
        fact("Subject", edition.subject());
        fact("For", RunView.people(waits.people()));
        fact("Look", "standfirst test %s --to ADDRESS; standfirst preview %s".formatted(arguments, edition.digest()));
        fact("Approve", "standfirst approve " + arguments);
        fact("Skip", "standfirst skip " + arguments);
    }

    /** Tells that an edition was kept from going out. */
    void skipped(RunResult.Skipped skipped) {
        skipped(skipped.approval(), find(skipped.edition()));
    }

    /** Tells that an edition does not go out. */
    void skipped(Approval approval, StoredEdition edition) {
        console.out().println("%s %s. Nobody is mailed.".formatted(name(edition), standing(approval, edition)));
        console.out().println("Its articles may come into the next edition.");
        console.out().println("Take back: standfirst take-back " + arguments(edition));
    }

    /** Tells how it stands with an edition about which somebody decides, and what was decided so far. */
    void history(StoredEdition edition) {
        ApprovalRecords records = application.get(ApprovalRecords.class);
        Approval approval = records.of(edition.id());
        if (approval.state() == Approval.State.WAITING) {
            console.out().println("  It " + standing(approval, edition) + ".");
        }
        records.history(edition.id())
                .forEach(line -> console.out()
                        .println("  %s %s by %s%s"
                                .formatted(
                                        Dates.show(line.at(), zone(edition)),
                                        line.act().words(),
                                        Printable.line(line.who()),
                                        line.why().isEmpty() ? "" : ", " + line.why())));
    }

    /** Mails an edition whose hour has come, as far as it is due. */
    int goOn(StoredEdition edition) {
        RunView view = new RunView(console, home, application);
        Publication of = Publication.of(edition, application.get(Editions.class));
        RunListener progress = view.progress(of, edition.date());
        EditionKey key = new EditionKey(edition.digest(), edition.date());
        return view.print(application.get(Runs.class).goOn(key, progress), of, false, false)
                .code();
    }

    /** How it stands, behind "the edition". */
    String standing(Approval approval, StoredEdition edition) {
        return ApprovalWords.of(approval, now(), zone(edition));
    }

    static String name(StoredEdition edition) {
        return "%s of %s".formatted(Printable.line(edition.title()), Dates.day(edition.date()));
    }

    private CommandException blocked(Ruling.Blocked blocked, StoredEdition edition) {
        List<String> advice = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Check check : blocked.failed()) {
            advice.add("%s: %s".formatted(check.name().key(), check.words()));
            names.add(check.name().key());
        }
        advice.add("It waits on; nobody was mailed. Look: standfirst preview " + edition.digest());
        advice.add("Approve it all the same: standfirst approve %s --despite %s"
                .formatted(arguments(edition), String.join(",", names)));
        return new CommandException(
                ExitCode.WRONG_USE,
                "%s cannot be approved: %d of its checks failed".formatted(name(edition), names.size()),
                advice);
    }

    private static String arguments(StoredEdition edition) {
        return edition.digest() + " " + edition.date();
    }

    private StoredEdition find(long edition) {
        return application.get(Editions.class).find(edition).orElseThrow();
    }

    private Instant now() {
        return application.get(Clock.class).instant();
    }

    private ZoneId zone(StoredEdition edition) {
        return Publication.of(edition, application.get(Editions.class)).zone();
    }

    private void fact(String name, String value) {
        console.out().println("  %-10s %s".formatted(name, value));
    }
}
