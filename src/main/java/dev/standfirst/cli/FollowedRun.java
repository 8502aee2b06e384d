package dev.standfirst.cli;

import dev.standfirst.job.Progress;
import dev.standfirst.job.Run;
import dev.standfirst.job.RunListener;
import dev.standfirst.job.RunStep;
import dev.standfirst.job.Runs;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A run of another process, shown as if it were one of this: what its records say is told to a listener, once a second.
 */
final class FollowedRun {

    private final Runs runs;
    private final RunListener listener;
    private int steps;
    private int problems;
    private Optional<RunStep> atWork = Optional.empty();

    FollowedRun(Runs runs, RunListener listener) {
        this.runs = runs;
        this.listener = listener;
    }

    /** Tells of the run until it is over. */
    void follow(long id) throws InterruptedException {
        listener.started(id, false);
        while (tell(runs.find(id).orElseThrow())) {
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** Tells what is new; whether the run is still at work. */
    private boolean tell(Run.Details now) {
        for (; steps < now.steps().size(); steps++) {
            Run.StepFacts step = now.steps().get(steps);
            listener.stepDone(step.step(), step.facts(), step.took());
        }
        Optional<Progress> progress = now.progress();
        progress.filter(current -> !Optional.of(current.step()).equals(atWork)).ifPresent(this::begin);
        for (; problems < now.problems().size(); problems++) {
            listener.problem(atWork.orElse(RunStep.COLLECT), now.problems().get(problems));
        }
        boolean working = now.run().state() == Run.State.RUNNING;
        progress.filter(current -> working).ifPresent(listener::progress);
        return working;
    }

    private void begin(Progress progress) {
        atWork = Optional.of(progress.step());
        listener.stepStarted(progress.step());
    }
}
