package dev.standfirst.api;

import dev.standfirst.digest.Digest;
import dev.standfirst.job.Progress;
import dev.standfirst.job.Run;
import dev.standfirst.job.RunDesk;
import dev.standfirst.job.RunDesk.Begun;
import dev.standfirst.job.RunRequest;
import dev.standfirst.job.RunResult;
import dev.standfirst.job.RunStep;
import dev.standfirst.job.Runs;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/runs}: starting, stopping and looking at runs. */
@RestController
class RunsController {

    private static final String RUNS = Api.V1 + "/runs";

    private final Runs runs;
    private final RunDesk desk;
    private final DigestDesk digests;
    private final Clock clock;

    RunsController(Runs runs, RunDesk desk, DigestDesk digests, Clock clock) {
        this.runs = runs;
        this.desk = desk;
        this.digests = digests;
        this.clock = clock;
    }

    /** A run. */
    record RunView(
            @About(value = "Its number.", example = "31") long id,

            @About(value = "Name of its digest.", example = "morning-brief")
            String digest,

            @About(value = "Local date of its edition.", example = "2026-11-18")
            LocalDate date,

            @About(value = "Where it stands.", example = "DONE")
            Run.State state,

            @About(value = "When it was started.", example = "2026-11-18T06:00:00Z")
            Instant started,

            @About("When it ended; null while it works.") @Nullable
            Instant ended) {

        static RunView of(Run run) {
            return new RunView(
                    run.id(),
                    run.key().digest(),
                    run.key().date(),
                    run.state(),
                    run.started(),
                    run.ended().orElse(null));
        }
    }

    /** What one step of a run took in and gave out. */
    record StepView(
            @About(value = "Which.", example = "COLLECT") RunStep step,

            @About(value = "In words.", example = "12 sources, 40 new entries")
            String facts,

            @About(value = "How long it took, in milliseconds.", example = "1200")
            long millis) {

        static StepView of(Run.StepFacts step) {
            return new StepView(step.step(), step.facts(), step.took().toMillis());
        }
    }

    /** How far a run is. */
    record ProgressView(
            @About(value = "The step that it is at.", example = "DELIVER")
            RunStep step,

            @About(value = "How many things the step is through with.", example = "664")
            long seen,

            @About(value = "How many there are; 0 where that is not known.", example = "988")
            long total,

            @About(value = "How many a second, over the last ten seconds; null where nobody can say.", example = "39.4")
            @Nullable
            Double perSecond,

            @About(value = "How long what is left takes at this pace; null where nobody can say.", example = "9")
            @Nullable
            Long secondsLeft) {

        static ProgressView of(Progress progress) {
            return new ProgressView(
                    progress.step(),
                    progress.seen(),
                    progress.total(),
                    progress.perSecond() > 0 ? Math.round(progress.perSecond() * 10) / 10.0 : null,
                    progress.left().map(Duration::toSeconds).orElse(null));
        }
    }

    /** A run with all that is known of it. */
    record RunDetails(
            @About("The run.") RunView run,

            @About("Its steps that were done, in run order.")
            List<StepView> steps,

            @About(value = "What went wrong, in words.", example = "[]")
            List<String> problems,

            @About("How far it is; null where it is not at work.") @Nullable
            ProgressView progress) {

        static RunDetails of(Run.Details details) {
            return new RunDetails(
                    RunView.of(details.run()),
                    details.steps().stream().map(StepView::of).toList(),
                    details.problems(),
                    details.progress().map(ProgressView::of).orElse(null));
        }
    }

    /** What shall be run. */
    record NewRun(
            @About(value = "Name of the digest.", example = "morning-brief")
            String digest,

            @About(
                    value = "Local date of the edition; today in the digest's zone where left out.",
                    example = "2026-11-18")
            @Nullable
            LocalDate date) {

        private static final int FIRST_YEAR = 2000;
        private static final int LAST_YEAR = 2999;

        NewRun {
            if (date != null && (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR)) {
                throw Refusal.value("date", "A date of an edition is in the years 2000 to 2999.");
            }
        }
    }

    /** A run that was started. */
    record RunStarted(
            @About("Its number; null where it is still being started.") @Nullable
            Long run,

            @About(value = "Where to look how it goes.", example = "/api/v1/runs/31")
            String place) {}

    @GetMapping(RUNS)
    @Operation(needs = Scope.RUNS_READ, summary = "List the runs, newest first")
    ResponseEntity<Page<RunView>> all(
            Paging paging,
            @About(value = "Of this digest alone.", example = "morning-brief") @RequestParam(defaultValue = "")
                    String digest) {
        return paging.answer(
                runs.page(digest, paging.number(Long.MAX_VALUE), paging.rows()),
                run -> Long.toString(run.id()),
                RunView::of);
    }

    @GetMapping(RUNS + Api.ID)
    @Operation(needs = Scope.RUNS_READ, summary = "Get a run with its steps and problems")
    RunDetails one(@PathVariable long id) {
        return RunDetails.of(runs.find(id).orElseThrow(() -> Refusal.notFound("run of that number")));
    }

    @PostMapping(RUNS)
    @Operation(
            needs = Scope.RUNS_WRITE,
            summary = "Run a digest now, or go on where an earlier run of the edition stopped",
            detail = "It reads, chooses and mails people. The answer does not wait for its end.",
            answers = 202,
            problems = {ProblemKind.CONFLICT})
    ResponseEntity<RunStarted> start(@RequestBody NewRun wanted) {
        Digest digest = digests.require("digest", wanted.digest());
        LocalDate date = wanted.date() == null
                ? LocalDate.ofInstant(clock.instant(), digest.schedule().zone())
                : wanted.date();
        Begun begun = desk.begin(new RunRequest(digest, date));
        if (begun instanceof Begun.Over over) {
            throw refused(over.result());
        }
        if (begun instanceof Begun.Busy busy) {
            throw Refusal.of(
                            ProblemKind.UNAVAILABLE,
                            "%d runs are at work that were started like this. Nothing was changed; try again when one has ended."
                                    .formatted(busy.atWork()))
                    .header("Retry-After", "60");
        }
        Long run = begun instanceof Begun.Started started ? started.run() : null;
        String place = run == null ? RUNS + "?digest=" + digest.name() : RUNS + "/" + run;
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(URI.create(place))
                .body(new RunStarted(run, place));
    }

    @PostMapping(RUNS + Api.ID + "/stop")
    @Operation(
            needs = Scope.RUNS_WRITE,
            summary = "Have a run stop after the batch it is at",
            detail = "What was done is kept; the next run of the edition goes on from there.",
            answers = 202,
            problems = {ProblemKind.CONFLICT})
    ResponseEntity<RunDetails> stop(@PathVariable long id) {
        RunDetails known = one(id);
        if (!runs.stop(id)) {
            throw Refusal.of(
                    ProblemKind.CONFLICT,
                    known.run().state() == Run.State.RUNNING
                            ? "This run belongs to another process; stop it there. Nothing was changed."
                            : "This run is not at work: it is %s. Nothing was changed."
                                    .formatted(known.run().state().words()));
        }
        return ResponseEntity.accepted().location(URI.create(RUNS + "/" + id)).body(one(id));
    }

    private static Refusal refused(RunResult result) {
        if (result instanceof RunResult.Held held) {
            return Refusal.of(
                    ProblemKind.CONFLICT,
                    "Process %d on %s runs this edition now. Nothing was changed."
                            .formatted(held.owner().pid(), held.owner().host()));
        }
        if (result instanceof RunResult.AlreadySent sent) {
            return Refusal.of(
                            ProblemKind.CONFLICT,
                            "The edition of %s was sent by an earlier run. Nothing was changed.".formatted(sent.date()))
                    .header("Location", Api.V1 + "/editions/" + sent.edition());
        }
        if (result instanceof RunResult.Waits waits) {
            return heldBack(waits.edition(), "The edition of %s waits for approval.".formatted(waits.date()));
        }
        if (result instanceof RunResult.Skipped skipped) {
            return heldBack(skipped.edition(), "The edition of %s was skipped.".formatted(skipped.date()));
        }
        if (result instanceof RunResult.Silent silent) {
            return Refusal.of(
                    ProblemKind.CONFLICT,
                    "%s %s".formatted(silent.problem().safe(), silent.problem().remedy()));
        }
        return Refusal.of(ProblemKind.CONFLICT, "The run ended before it began: %s".formatted(result));
    }

    private static Refusal heldBack(long edition, String why) {
        return Refusal.of(ProblemKind.CONFLICT, why + " Nothing was changed.")
                .header("Location", Api.V1 + "/editions/" + edition + "/approval");
    }
}
