package dev.standfirst.desk;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import dev.standfirst.edition.EditionHead;
import dev.standfirst.edition.Editions;
import dev.standfirst.job.Run;
import dev.standfirst.job.RunDesk;
import dev.standfirst.job.RunDesk.Begun;
import dev.standfirst.job.RunRequest;
import dev.standfirst.job.RunResult;
import dev.standfirst.job.Runs;
import dev.standfirst.job.Timetable;
import dev.standfirst.subscriber.Subscriptions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /digests}: what there is, when it is due, how it goes; and to run one now. */
@RestController
class DigestPage {

    private static final int LATEST = 7;
    private static final int DUE = 5;

    /** Keys of messages about runs that were over before they began. */
    private static final Map<Class<?>, String> OUTCOMES = Map.of(
            RunResult.Held.class, "run.held",
            RunResult.AlreadySent.class, "run.sent",
            RunResult.Later.class, "run.sent",
            RunResult.Silent.class, "run.silent",
            RunResult.Waits.class, "run.waits",
            RunResult.Skipped.class, "run.waits");

    private final DeskPages pages;
    private final RunFacts facts;
    private final DigestFiles files;
    private final Runs runs;
    private final RunDesk desk;
    private final Timetable timetable;
    private final Editions editions;
    private final Subscriptions subscriptions;
    private final Audit audit;
    private final Clock clock;

    DigestPage(
            DeskPages pages,
            RunFacts facts,
            @Value("${standfirst.home}") Path home,
            Runs runs,
            RunDesk desk,
            Timetable timetable,
            Editions editions,
            Subscriptions subscriptions,
            Audit audit,
            Clock clock) {
        this.pages = pages;
        this.facts = facts;
        this.files = new DigestFiles(home);
        this.runs = runs;
        this.desk = desk;
        this.timetable = timetable;
        this.editions = editions;
        this.subscriptions = subscriptions;
        this.audit = audit;
        this.clock = clock;
    }

    static String path(String digest) {
        return "/digests/" + digest;
    }

    @Needs(Role.READER)
    @GetMapping("/digests")
    ResponseEntity<String> list(Call call) {
        List<Map<String, Object>> digests =
                files.names().stream().map(name -> line(call, name)).toList();
        return pages.page(
                call,
                "digests",
                Map.of(
                        "title", call.say("nav.digests"),
                        "said", said(call),
                        "owner", call.isOwner(),
                        "digests", digests));
    }

    @Needs(Role.READER)
    @GetMapping("/digests/{digest}")
    ResponseEntity<String> show(Call call, @PathVariable String digest) {
        DigestResult result = files.load(digest);
        if (result instanceof DigestResult.Loaded loaded) {
            return pages.page(call, "digest", model(call, loaded.digest()));
        }
        return result instanceof DigestResult.Broken broken ? broken(call, broken) : pages.notFound(call);
    }

    /** The part of the page that is asked for again and again while a run is at work. */
    @Needs(Role.READER)
    @GetMapping("/digests/{digest}/live")
    ResponseEntity<String> live(Call call, @PathVariable String digest) {
        return files.load(digest) instanceof DigestResult.Loaded loaded
                ? pages.page(call, "digest-live", live(call, loaded.digest()))
                : pages.notFound(call);
    }

    /** Runs the edition of today, or goes on with it; leads to the run, or says why there is none. */
    @Needs(Role.EDITOR)
    @PostMapping("/digests/{digest}/run")
    ResponseEntity<String> run(Call call, @PathVariable String digest) {
        if (!(files.load(digest) instanceof DigestResult.Loaded loaded)) {
            return pages.notFound(call);
        }
        return begin(call, loaded.digest(), today(loaded.digest()));
    }

    /** Runs an edition, or goes on with it; leads to the run, or says why there is none. */
    ResponseEntity<String> begin(Call call, Digest digest, LocalDate date) {
        Begun begun = desk.begin(new RunRequest(digest, date));
        if (begun instanceof Begun.Started started) {
            audit.note(call.who(), "run.started", digest.name() + " " + date);
            return pages.then(RunPage.path(started.run()));
        }
        return pages.then(path(digest.name()) + "?said=" + outcome(begun));
    }

    /** The key of a message about a run that did not begin. */
    private static String outcome(Begun begun) {
        if (begun instanceof Begun.Busy) {
            return "run.busy";
        }
        return begun instanceof Begun.Over over
                ? OUTCOMES.getOrDefault(over.result().getClass(), "run.over")
                : "run.starting";
    }

    private ResponseEntity<String> broken(Call call, DigestResult.Broken broken) {
        return pages.page(
                HttpStatus.OK,
                call,
                "digest-broken",
                Map.of(
                        "title",
                        broken.name(),
                        "edit",
                        call.edits(broken.name()) ? path(broken.name()) + "/edit" : "",
                        "said",
                        said(call),
                        "problems",
                        broken.problems().stream()
                                .map(DigestResult.Problem::toString)
                                .toList()));
    }

    private Map<String, Object> line(Call call, String name) {
        DigestResult result = files.load(name);
        Map<String, Object> line = new HashMap<>(Map.of(
                "name", name, "path", path(name), "title", name, "when", "", "next", "", "people", "", "last", ""));
        if (result instanceof DigestResult.Loaded loaded) {
            Digest digest = loaded.digest();
            line.put("title", digest.title());
            line.put("when", digest.schedule().inWords());
            line.put("next", next(call, digest).orElse(""));
            line.put("people", call.say("people", reach(digest)));
        }
        line.put("broken", result instanceof DigestResult.Broken);
        List<EditionHead> latest = editions.page(name, Long.MAX_VALUE, 1);
        line.put(
                "last",
                latest.isEmpty() ? "" : Times.day(call.words(), latest.get(0).date()));
        return line;
    }

    private Map<String, Object> model(Call call, Digest digest) {
        Map<String, Object> model = new HashMap<>(live(call, digest));
        model.putAll(setup(call, digest));
        model.put("title", digest.title());
        model.put("name", digest.name());
        model.put("mayRun", call.edits(digest.name()));
        model.put(
                "runWords",
                digest.approval().isPresent()
                        ? call.say("digest.run.ask")
                        : call.say("digest.run.mail", reach(digest)));
        model.put("said", said(call));
        return model;
    }

    private Map<String, Object> setup(Call call, Digest digest) {
        Map<String, Object> model = new HashMap<>();
        model.put("language", digest.language().getDisplayLanguage(call.words().language()));
        model.put("when", digest.schedule().inWords());
        model.put("due", due(call, digest, clock.instant()));
        model.put("zone", digest.schedule().zone().getId());
        model.put(
                "sources",
                digest.sources().stream().map(source -> source.name()).toList());
        model.put("lists", String.join(", ", digest.audience().lists()));
        model.put("people", call.say("people", reach(digest)));
        model.put(
                "length",
                call.say(
                        "digest.length",
                        digest.length().stories(),
                        digest.length().topSentences()));
        model.put(
                "approval",
                digest.approval()
                        .map(approval -> call.say("digest.approval." + approval.otherwise()))
                        .orElse(call.say("digest.approval.none")));
        return model;
    }

    /** A message that the page was led to with; nothing else of the address is shown. */
    static String said(Call call) {
        String key = call.form().text("said");
        return key.matches(
                        "(digest|run|edition|source|import|list|person|suppressed|me|account|template|token)\\.[a-z.]{1,30}")
                ? call.words().fixed().getOrDefault("said." + key, "").toString()
                : "";
    }

    private Map<String, Object> live(Call call, Digest digest) {
        List<Run> latest = runs.page(digest.name(), Long.MAX_VALUE, LATEST);
        List<Map<String, Object>> running = latest.stream()
                .filter(run -> run.state() == Run.State.RUNNING)
                .map(run -> facts.live(call, run))
                .toList();
        return Map.of(
                "name", digest.name(),
                "running", running,
                "runs", facts.lines(call, latest));
    }

    private Optional<String> next(Call call, Digest digest) {
        return timetable.next().stream()
                .filter(next -> next.digest().name().equals(digest.name()))
                .findFirst()
                .map(next -> Times.show(
                        call.words(),
                        next.due().at(),
                        clock.instant(),
                        digest.schedule().zone()));
    }

    /** The next five due times. */
    static List<String> due(Call call, Digest digest, Instant now) {
        List<String> due = new ArrayList<>();
        Instant after = now;
        for (int i = 0; i < DUE; i++) {
            Optional<Instant> next = digest.schedule().nextAfter(after).map(one -> one.at());
            if (next.isEmpty()) {
                break;
            }
            due.add(Times.show(call.words(), next.get(), now, digest.schedule().zone()));
            after = next.get();
        }
        return due;
    }

    private long reach(Digest digest) {
        return subscriptions.reach(digest.audience().lists());
    }

    private LocalDate today(Digest digest) {
        return LocalDate.ofInstant(clock.instant(), digest.schedule().zone());
    }
}
