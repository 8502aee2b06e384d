package dev.standfirst.cli;

import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.delivery.LedgerLine;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.job.EditionKey;
import dev.standfirst.job.Progress;
import dev.standfirst.job.Run;
import dev.standfirst.job.RunListener;
import dev.standfirst.job.Runs;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code standfirst runs}: the runs that were, or all about one. */
@Command(name = "runs", description = "List the latest runs, or tell all about one.", sortOptions = false)
final class RunsCommand implements Callable<Integer> {

    private static final int ADDRESSES = 100;

    private final Console console;
    private final Application application;

    @Parameters(arity = "0..1", paramLabel = "RUN", description = "Number of a run.")
    private @Nullable Long id;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many to list; ${DEFAULT-VALUE} where left out.")
    private int limit;

    @Option(names = "--follow", description = "Show how it gets on until it is over.")
    private boolean follow;

    RunsCommand(Console console, Application application) {
        this.console = console;
        this.application = application;
    }

    @Override
    public Integer call() throws InterruptedException {
        Runs runs = application.get(Runs.class);
        if (id != null) {
            follow(runs);
            show(runs.find(id)
                    .orElseThrow(() -> new CommandException(
                            ExitCode.WRONG_USE, "there is no run " + id, "All of them: standfirst runs")));
            return ExitCode.DONE.code();
        }
        List<Run> latest = runs.latest(limit);
        latest.forEach(run -> console.out().println(line(run)));
        if (latest.isEmpty()) {
            console.out().println("Nothing was run yet. The first one: standfirst run");
        }
        return ExitCode.DONE.code();
    }

    /** Shows a run that is at work until it is over, whichever process it is in; Ctrl-C ends the showing alone. */
    private void follow(Runs runs) throws InterruptedException {
        Optional<Run> working = Optional.ofNullable(id)
                .filter(wanted -> follow)
                .flatMap(runs::find)
                .map(Run.Details::run)
                .filter(run -> run.state() == Run.State.RUNNING);
        if (working.isPresent()) {
            EditionKey key = working.get().key();
            Clock clock = application.get(Clock.class);
            RunListener shown = RunView.progress(console, clock, key, key.digest(), ZoneId.systemDefault());
            new FollowedRun(runs, shown).follow(working.get().id());
        }
    }

    static String line(Run run) {
        return "%4d  %s  %-20s %s, %s"
                .formatted(
                        run.id(),
                        run.key().date(),
                        run.key().digest(),
                        run.state().words(),
                        Dates.show(run.started()));
    }

    private void show(Run.Details details) {
        Run run = details.run();
        console.out()
                .println("Run %d of %s for %s: %s"
                        .formatted(
                                run.id(),
                                run.key().digest(),
                                run.key().date(),
                                run.state().words()));
        console.out().println("  Started    " + Dates.show(run.started()));
        run.ended().ifPresent(ended -> console.out().println("  Ended      " + Dates.show(ended)));
        for (Run.StepFacts step : details.steps()) {
            console.out()
                    .println("  %-10s %s, %s"
                            .formatted(
                                    step.step().title(),
                                    step.facts(),
                                    String.format(
                                            Locale.ROOT, "%.1f s", step.took().toMillis() / 1000.0)));
        }
        details.progress().ifPresent(this::working);
        details.problems()
                .forEach(problem ->
                        console.out().println("  " + console.outStyle().warn("!") + " " + Printable.line(problem)));
        application
                .get(Editions.class)
                .find(run.key().digest(), run.key().date())
                .ifPresent(this::deliveries);
    }

    private void working(Progress progress) {
        console.out().println("  %-10s %s".formatted(progress.step().title(), ProgressWords.sentence(progress)));
    }

    private void deliveries(StoredEdition edition) {
        Ledger ledger = application.get(Ledger.class);
        for (DeliveryState state : List.of(DeliveryState.FAILED, DeliveryState.RETRY, DeliveryState.DOUBT)) {
            List<LedgerLine> lines = ledger.lines(edition.id(), state, ADDRESSES);
            lines.forEach(line -> console.out()
                    .println("  %-10s %s: %s".formatted(words(state), line.address(), Printable.line(line.reply()))));
        }
    }

    private static String words(DeliveryState state) {
        return switch (state) {
            case FAILED -> "Refused";
            case RETRY -> "Later";
            default -> "In doubt";
        };
    }
}
