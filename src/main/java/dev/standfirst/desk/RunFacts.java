package dev.standfirst.desk;

import dev.standfirst.job.Progress;
import dev.standfirst.job.Run;
import dev.standfirst.job.RunStep;
import dev.standfirst.job.Runs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the desk shows of a run. */
@Component
class RunFacts {

    private static final int HUNDRED = 100;
    private static final int FAST = 10;

    private final Runs runs;
    private final Clock clock;

    RunFacts(Runs runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    /** The lines of a table. */
    List<Map<String, Object>> lines(Call call, List<Run> some) {
        Map<Long, Long> problems = runs.problems(some);
        return some.stream()
                .map(run -> {
                    Map<String, Object> line = new HashMap<>(line(call, run));
                    line.put("problems", call.say("number", problems.getOrDefault(run.id(), 0L)));
                    line.put("act", call.edits(run.key().digest()) ? RunPage.act(run) : "");
                    return line;
                })
                .toList();
    }

    private Map<String, Object> line(Call call, Run run) {
        Instant end = run.ended().orElse(clock.instant());
        return Map.of(
                "id", Long.toString(run.id()),
                "path", RunPage.path(run.id()),
                "digest", run.key().digest(),
                "digestPath", DigestPage.path(run.key().digest()),
                "day", Times.day(call.words(), run.key().date()),
                "started", Times.show(call.words(), run.started(), clock.instant(), ZoneId.systemDefault()),
                "took", Times.took(call.words(), Duration.between(run.started(), end)),
                "kind", kind(run.state()),
                "state", call.say("run." + run.state()));
    }

    /** A run that is at work: how far it is. */
    Map<String, Object> live(Call call, Run run) {
        Map<String, Object> facts = new HashMap<>(line(call, run));
        Optional<Progress> progress = runs.progress(run);
        facts.put("headline", progress.map(now -> headline(call, now)).orElse(call.say("run.RUNNING")));
        facts.put("pace", progress.map(now -> pace(call, now)).orElse(""));
        facts.put("seen", progress.map(Progress::seen).orElse(0L));
        facts.put("total", progress.map(Progress::total).orElse(0L));
        facts.put("problem", progress.map(Progress::problem).orElse(""));
        return facts;
    }

    /** The six steps with what went in and out; the one that it is at, and those that come. */
    List<Map<String, Object>> steps(Call call, Run.Details details, boolean approves) {
        return Stream.of(RunStep.values())
                .filter(step -> step != RunStep.APPROVE || approves)
                .map(step -> step(call, details, step))
                .toList();
    }

    private static Map<String, Object> step(Call call, Run.Details details, RunStep step) {
        Optional<Run.StepFacts> done =
                details.steps().stream().filter(one -> one.step() == step).findFirst();
        boolean here = done.isEmpty()
                && details.progress().filter(now -> now.step() == step).isPresent();
        boolean past = step.compareTo(reached(details)) < 0;
        return Map.of(
                "name", call.say("step." + step),
                "kind", done.isPresent() || past ? "ok" : here ? "run" : "wait",
                "facts",
                        done.map(one -> call.say(one.done()))
                                .orElseGet(() -> call.say(here ? "step.now" : past ? "step.before" : "step.later")),
                "took", done.map(one -> Times.took(call.words(), one.took())).orElse(""),
                "here", here);
    }

    /** The last step that it did or is at. What comes before it and was not done by it was done by a run before. */
    private static RunStep reached(Run.Details details) {
        return Stream.concat(
                        details.steps().stream().map(Run.StepFacts::step),
                        details.progress().map(Progress::step).stream())
                .max(Comparator.naturalOrder())
                .orElse(RunStep.COLLECT);
    }

    static String kind(Run.State state) {
        return switch (state) {
            case RUNNING, REST_LATER -> "run";
            case DONE -> "ok";
            case FAILED -> "bad";
            case WAITS, CUT_OFF -> "warn";
            case STOPPED, SKIPPED, NOTHING_NEW -> "";
        };
    }

    private static String headline(Call call, Progress progress) {
        String step = call.say("step." + progress.step() + ".now");
        return progress.total() > 0
                ? call.say("run.headline", step, progress.seen(), progress.total())
                : call.say("run.headline.open", step, progress.seen());
    }

    /** "39 a second, about 8 s left, 67 %". */
    private static String pace(Call call, Progress progress) {
        if (progress.perSecond() <= 0) {
            return "";
        }
        String rate = progress.perSecond() < FAST
                ? String.format(Locale.ROOT, "%.1f", progress.perSecond())
                : call.say("number", Math.round(progress.perSecond()));
        return progress.left()
                .map(left -> call.say(
                        "run.pace.left",
                        rate,
                        Times.took(call.words(), left),
                        progress.seen() * HUNDRED / Math.max(1, progress.total())))
                .orElse(call.say("run.pace", rate));
    }
}
