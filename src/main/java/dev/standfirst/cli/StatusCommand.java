package dev.standfirst.cli;

import dev.standfirst.delivery.Ledger;
import dev.standfirst.delivery.Rest;
import dev.standfirst.digest.Approval.Otherwise;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.edition.WaitingApproval;
import dev.standfirst.job.Run;
import dev.standfirst.job.Runs;
import dev.standfirst.job.Timetable;
import dev.standfirst.mail.MailServer;
import dev.standfirst.source.Sources;
import dev.standfirst.source.StoredSource;
import dev.standfirst.subscriber.Subscriptions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code standfirst status}: what needs somebody, what runs, what comes next, what was last. */
@Command(name = "status", description = "Say what needs you, what runs, what is next, and what was last.")
final class StatusCommand implements Callable<Integer> {

    private static final int LATEST = 5;

    private final Console console;
    private final Application application;

    StatusCommand(Console console, Application application) {
        this.console = console;
        this.application = application;
    }

    @Override
    public Integer call() {
        List<Run> latest = application.get(Runs.class).latest(LATEST);
        console.out()
                .println(Dates.show(application.get(Clock.class).instant()) + ", "
                        + ZoneId.systemDefault().getId());
        section("Needs you", needs(latest));
        section("Running", runs(latest, true));
        section("Next", next());
        section("Last", runs(latest, false));
        return ExitCode.DONE.code();
    }

    private void section(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            console.out().println();
            console.out().println(console.outStyle().strong(heading));
            lines.forEach(line -> console.out().println("  " + line));
        }
    }

    private List<String> needs(List<Run> latest) {
        List<String> lines = new ArrayList<>();
        String mark = console.outStyle().warn("!") + " ";
        application.get(ApprovalRecords.class).waiting().forEach(edition -> lines.add(mark + waits(edition)));
        List<StoredSource> sources = application.get(Sources.class).all();
        List<StoredSource> failing = sources.stream()
                .filter(source -> source.failingSince().isPresent())
                .toList();
        if (!failing.isEmpty()) {
            lines.add(mark + "%d of the sources cannot be read: standfirst sources".formatted(failing.size()));
        }
        long held = sources.stream().mapToLong(source -> source.counts().held()).sum();
        if (held > 0) {
            lines.add(mark + "%,d entries are held, old ones under new ids: standfirst sources".formatted(held));
        }
        latest.stream()
                .limit(1)
                .filter(run -> run.state() == Run.State.FAILED || run.state() == Run.State.CUT_OFF)
                .forEach(run -> lines.add(mark
                        + "run %d of %s %s; go on: standfirst run %s"
                                .formatted(
                                        run.id(),
                                        run.key().digest(),
                                        run.state().words(),
                                        run.key().digest())));
        if (application.get(MailServer.class).isBuiltIn()) {
            lines.add(mark + "no mail server is named, so mails stay in the mailbox: STANDFIRST_MAIL_HOST");
        }
        return lines;
    }

    private String waits(WaitingApproval edition) {
        Instant now = application.get(Clock.class).instant();
        Instant deadline = edition.plan().deadline();
        String then = edition.plan().otherwise() == Otherwise.SEND ? "sent" : "skipped";
        return "%s of %s waits for approval, is %s at %s%s: standfirst approve %s %s"
                .formatted(
                        edition.title(),
                        Dates.day(edition.date()),
                        then,
                        Dates.show(deadline, edition.zone()),
                        deadline.isAfter(now) ? ", in " + Dates.left(now, deadline) : "",
                        edition.digest(),
                        edition.date());
    }

    private List<String> next() {
        Subscriptions subscriptions = application.get(Subscriptions.class);
        Timetable timetable = application.get(Timetable.class);
        Ledger ledger = application.get(Ledger.class);
        Stream<String> rests = timetable.waiting().stream()
                .map(edition -> "%s  %s, %s, the rest of the edition of %s"
                        .formatted(
                                Dates.show(edition.next(), edition.zone()),
                                edition.title(),
                                RunView.people(ledger.rest(edition.id())
                                        .map(Rest::people)
                                        .orElse(0L)),
                                Dates.day(edition.date())));
        Stream<String> digests = timetable.next().stream()
                .map(next -> "%s  %s, %s"
                        .formatted(
                                Dates.show(
                                        next.due().at(),
                                        next.digest().schedule().zone()),
                                next.digest().title(),
                                RunView.people(subscriptions.reach(
                                        next.digest().audience().lists()))));
        return Stream.concat(rests, digests).toList();
    }

    private static List<String> runs(List<Run> latest, boolean running) {
        return latest.stream()
                .filter(run -> (run.state() == Run.State.RUNNING) == running)
                .map(RunsCommand::line)
                .toList();
    }
}
