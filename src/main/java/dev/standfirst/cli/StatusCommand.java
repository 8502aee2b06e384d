package dev.standfirst.cli;

import dev.standfirst.delivery.Ledger;
import dev.standfirst.delivery.Rest;
import dev.standfirst.digest.Approval.Otherwise;
import dev.standfirst.digest.Schedule;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.edition.WaitingApproval;
import dev.standfirst.health.Health;
import dev.standfirst.job.Progress;
import dev.standfirst.job.Run;
import dev.standfirst.job.Runs;
import dev.standfirst.job.Timetable;
import dev.standfirst.node.Nodes;
import dev.standfirst.node.Silence;
import dev.standfirst.relay.Relays;
import dev.standfirst.source.Sources;
import dev.standfirst.source.StoredSource;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.watch.Trouble;
import dev.standfirst.watch.TroubleKind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** {@code standfirst status}: what needs somebody, what runs, what comes next, what was last. */
@Command(name = "status", description = "Say what needs you, what runs, what is next, and what was last.")
final class StatusCommand implements Callable<Integer> {

    private static final int LATEST = 5;
    private static final int CELLS = 18;
    private static final int WIDTH = 80;

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
        section("Running", running(latest));
        section("Next", next());
        section("Last", last(latest));
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
        List<String> lines = new ArrayList<>(silence());
        String mark = console.outStyle().warn("!") + " ";
        application.get(ApprovalRecords.class).waiting().forEach(edition -> lines.add(mark + waits(edition)));
        List<Trouble> troubles = application.get(Health.class).look().troubles();
        troubles.forEach(trouble -> {
            lines.add(mark + Printable.line(trouble.happened()));
            lines.add("  " + Printable.line(trouble.remedy()));
        });
        lines.addAll(sources(mark));
        latest.stream()
                .limit(1)
                .filter(run -> run.state() == Run.State.FAILED || run.state() == Run.State.CUT_OFF)
                .filter(run -> troubles.stream().noneMatch(trouble -> trouble.kind() == TroubleKind.RUN_FAILED))
                .forEach(run -> lines.add(mark
                        + "run %d of %s %s; go on: standfirst run %s"
                                .formatted(
                                        run.id(),
                                        run.key().digest(),
                                        run.state().words(),
                                        run.key().digest())));
        if (application.get(Relays.class).isBuiltIn()) {
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
                        moment(deadline, edition.zone()),
                        deadline.isAfter(now) ? ", in " + Dates.left(now, deadline) : "",
                        edition.digest(),
                        edition.date());
    }

    private List<String> sources(String mark) {
        List<String> lines = new ArrayList<>();
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
        return lines;
    }

    /** Why nothing is mailed from here; empty where it is. */
    private List<String> silence() {
        List<String> sentences =
                application.get(Nodes.class).silence().map(Silence::sentences).orElse(List.of());
        return IntStream.range(0, sentences.size())
                .mapToObj(line -> (line == 0 ? console.outStyle().warn("!") + " " : "  ") + sentences.get(line))
                .toList();
    }

    private List<String> next() {
        Subscriptions subscriptions = application.get(Subscriptions.class);
        Timetable timetable = application.get(Timetable.class);
        Ledger ledger = application.get(Ledger.class);
        Stream<String> rests = timetable.waiting().stream()
                .map(edition -> "%s  %s, %s, the rest of the edition of %s"
                        .formatted(
                                moment(edition.next(), edition.zone()),
                                edition.title(),
                                RunView.people(ledger.rest(edition.id())
                                        .map(Rest::people)
                                        .orElse(0L)),
                                Dates.day(edition.date())));
        Stream<String> digests = timetable.next().stream()
                .map(next -> "%s  %s, %s"
                        .formatted(
                                mailsLeave(next),
                                next.digest().title(),
                                RunView.people(subscriptions.reach(
                                        next.digest().audience().lists()))));
        return Stream.concat(rests, digests).toList();
    }

    /** Where a digest mails at certain hours alone, it is composed at its time and leaves at the next of them. */
    private static String mailsLeave(Timetable.Next next) {
        Schedule schedule = next.digest().schedule();
        return moment(schedule.between().nextOpening(next.due().at(), schedule.zone()), schedule.zone());
    }

    /** The zone is told where it is not the one above all, of this machine. */
    private static String moment(Instant instant, ZoneId zone) {
        ZoneId here = ZoneId.systemDefault();
        boolean same = here.getRules().getOffset(instant).equals(zone.getRules().getOffset(instant));
        return Dates.show(instant, zone) + (same ? "" : " (" + zone.getId() + ")");
    }

    private List<String> running(List<Run> latest) {
        Runs runs = application.get(Runs.class);
        return latest.stream()
                .filter(run -> run.state() == Run.State.RUNNING)
                .flatMap(run -> running(run, runs.progress(run)))
                .toList();
    }

    /** The run, how far it is, and what went wrong last. */
    private Stream<String> running(Run run, Optional<Progress> progress) {
        String head = "%4d  %s  ".formatted(run.id(), run.key().digest());
        String line = progress.map(now -> head + now.step().key() + "  "
                        + ProgressWords.bar(
                                now,
                                CELLS,
                                WIDTH - head.length() - now.step().key().length() - 5))
                .orElse(head + run.state().words());
        Stream<String> problem = progress
                .map(Progress::problem)
                .filter(words -> !words.isEmpty())
                .map(words -> "      " + console.outStyle().warn("!") + " " + Printable.line(words))
                .stream();
        return Stream.concat(Stream.of(line), problem);
    }

    private static List<String> last(List<Run> latest) {
        return latest.stream()
                .filter(run -> run.state() != Run.State.RUNNING)
                .map(RunsCommand::line)
                .toList();
    }
}
