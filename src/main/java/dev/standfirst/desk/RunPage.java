package dev.standfirst.desk;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.delivery.DeliveryCounts;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import dev.standfirst.edition.Approval;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.job.Run;
import dev.standfirst.job.Runs;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /runs}: every run, and one with its steps, while it is at work and after. */
@RestController
class RunPage {

    private static final int ROWS = 50;

    private final DeskPages pages;
    private final RunFacts facts;
    private final Runs runs;
    private final Editions editions;
    private final Ledger ledger;
    private final ApprovalRecords approvals;
    private final DigestFiles files;
    private final DigestPage starts;
    private final Audit audit;

    RunPage(
            DeskPages pages,
            RunFacts facts,
            Runs runs,
            Editions editions,
            Ledger ledger,
            ApprovalRecords approvals,
            @Value("${standfirst.home}") Path home,
            DigestPage starts,
            Audit audit) {
        this.pages = pages;
        this.facts = facts;
        this.runs = runs;
        this.editions = editions;
        this.ledger = ledger;
        this.approvals = approvals;
        this.files = new DigestFiles(home);
        this.starts = starts;
        this.audit = audit;
    }

    static String path(long run) {
        return "/runs/" + run;
    }

    @Needs(Role.READER)
    @GetMapping("/runs")
    ResponseEntity<String> list(Call call) {
        String digest = call.form().text("digest");
        long before = Numbers.of(call.form().text("before")).orElse(Long.MAX_VALUE);
        List<Run> found = runs.page(digest, before, ROWS + 1);
        List<Run> shown = found.subList(0, Math.min(ROWS, found.size()));
        return pages.page(
                call,
                "runs",
                Map.of(
                        "title",
                        call.say("nav.runs"),
                        "digest",
                        digest,
                        "runs",
                        facts.lines(call, shown),
                        "older",
                        found.size() > ROWS ? Long.toString(shown.get(ROWS - 1).id()) : ""));
    }

    @Needs(Role.READER)
    @GetMapping("/runs/{id}")
    ResponseEntity<String> show(Call call, @PathVariable String id) {
        return answer(call, id, "run");
    }

    /** The part of the page that is asked for again and again while the run is at work. */
    @Needs(Role.READER)
    @GetMapping("/runs/{id}/live")
    ResponseEntity<String> live(Call call, @PathVariable String id) {
        return answer(call, id, "run-live");
    }

    /** Has it stop after the batch it is at. */
    @Needs(Role.EDITOR)
    @PostMapping("/digests/{digest}/runs/{id}/stop")
    ResponseEntity<String> stop(Call call, @PathVariable String digest, @PathVariable String id) {
        Optional<Run> run = of(digest, id);
        if (run.isEmpty()) {
            return pages.notFound(call);
        }
        boolean stopping = runs.stop(run.get().id());
        if (stopping) {
            audit.note(call.who(), "run.stopped", "%d %s".formatted(run.get().id(), digest));
        }
        return pages.then(path(run.get().id()) + "?said=" + (stopping ? "run.stopping" : "run.not.here"));
    }

    /** Goes on where it ended, with the edition that it was about. */
    @Needs(Role.EDITOR)
    @PostMapping("/digests/{digest}/runs/{id}/go-on")
    ResponseEntity<String> goOn(Call call, @PathVariable String digest, @PathVariable String id) {
        Optional<Run> run = of(digest, id);
        if (run.isEmpty() || !(files.load(digest) instanceof DigestResult.Loaded loaded)) {
            return pages.notFound(call);
        }
        return starts.begin(call, loaded.digest(), run.get().key().date());
    }

    private Optional<Run> of(String digest, String id) {
        return find(id).map(Run.Details::run).filter(one -> one.key().digest().equals(digest));
    }

    private ResponseEntity<String> answer(Call call, String id, String template) {
        return find(id).map(details -> pages.page(call, template, model(call, details)))
                .orElseGet(() -> pages.notFound(call));
    }

    private Optional<Run.Details> find(String id) {
        return Numbers.of(id).flatMap(runs::find);
    }

    private Map<String, Object> model(Call call, Run.Details details) {
        Run run = details.run();
        Optional<StoredEdition> edition =
                editions.find(run.key().digest(), run.key().date());
        boolean approves = edition.map(one -> approvals.of(one.id()).state() != Approval.State.NONE)
                .orElse(false);
        Map<String, Object> model = new HashMap<>(facts.live(call, run));
        model.put(
                "title",
                call.say(
                        "run.title",
                        run.key().digest(),
                        Times.day(call.words(), run.key().date())));
        model.put("atWork", run.state() == Run.State.RUNNING);
        model.put("steps", facts.steps(call, details, approves));
        model.put("problems", details.problems());
        model.put(
                "edition",
                edition.map(one -> EditionPage.path(one.digest(), one.date())).orElse(""));
        model.put(
                "counts",
                edition.map(one -> counts(call, ledger.counts(one.id()))).orElse(List.of()));
        model.put("mayRun", call.edits(run.key().digest()));
        model.put("goesOn", goesOn(run.state()));
        model.put("said", DigestPage.said(call));
        return model;
    }

    /** What can be done with a run: the last part of a path, and of a key of its word; empty where nothing can. */
    static String act(Run run) {
        return run.state() == Run.State.RUNNING ? "stop" : goesOn(run.state()) ? "go-on" : "";
    }

    /** Whether another start goes on where it ended. */
    private static boolean goesOn(Run.State state) {
        return switch (state) {
            case FAILED, STOPPED, CUT_OFF -> true;
            default -> false;
        };
    }

    /** What of the mails is in which state; states that nobody is in are left out. */
    static List<Map<String, Object>> counts(Call call, DeliveryCounts counts) {
        return List.of(DeliveryState.values()).stream()
                .filter(state -> counts.of(state) > 0)
                .<Map<String, Object>>map(state ->
                        Map.of("state", call.say("delivery." + state), "number", call.say("number", counts.of(state))))
                .toList();
    }
}
