package dev.standfirst.desk;

import dev.standfirst.account.Role;
import dev.standfirst.delivery.DeliveryCounts;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.edition.EditionHead;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.WaitingApproval;
import dev.standfirst.health.Health;
import dev.standfirst.job.Run;
import dev.standfirst.job.Runs;
import dev.standfirst.job.Timetable;
import dev.standfirst.node.Nodes;
import dev.standfirst.node.Silence;
import dev.standfirst.relay.Relays;
import dev.standfirst.source.Sources;
import dev.standfirst.subscriber.Subscriptions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /}: what needs somebody, what runs, what comes next, what was. */
@RestController
class OverviewPage {

    private static final int LATEST = 8;

    private final DeskPages pages;
    private final RunFacts facts;
    private final Runs runs;
    private final Editions editions;
    private final Ledger ledger;
    private final ApprovalRecords approvals;
    private final Timetable timetable;
    private final Subscriptions subscriptions;
    private final Health health;
    private final Nodes nodes;
    private final Relays relays;
    private final Sources sources;
    private final Week week;
    private final Clock clock;

    OverviewPage(
            DeskPages pages,
            RunFacts facts,
            Runs runs,
            Editions editions,
            Ledger ledger,
            ApprovalRecords approvals,
            Timetable timetable,
            Subscriptions subscriptions,
            Health health,
            Nodes nodes,
            Relays relays,
            Sources sources,
            Week week,
            Clock clock) {
        this.pages = pages;
        this.facts = facts;
        this.runs = runs;
        this.editions = editions;
        this.ledger = ledger;
        this.approvals = approvals;
        this.timetable = timetable;
        this.subscriptions = subscriptions;
        this.health = health;
        this.nodes = nodes;
        this.relays = relays;
        this.sources = sources;
        this.week = week;
        this.clock = clock;
    }

    @Needs(Role.READER)
    @GetMapping("/")
    ResponseEntity<String> show(Call call) {
        List<Map<String, Object>> needs = needs(call);
        Instant now = clock.instant();
        List<Map<String, Object>> running = running(call);
        return pages.page(
                call,
                "overview",
                Map.of(
                        "title", call.words().date("overview.day", now.atZone(ZoneId.systemDefault())),
                        "summary", call.say("overview.summary", needs.size(), running.size()),
                        "owner", call.isOwner(),
                        "needs", needs,
                        "running", running,
                        "week", week.lines(call),
                        "next",
                                timetable.next().stream()
                                        .map(next -> next(call, next))
                                        .toList(),
                        "editions",
                                editions.page("", Long.MAX_VALUE, LATEST).stream()
                                        .map(edition -> edition(call, edition))
                                        .toList()));
    }

    /** The part of the page that is asked for again and again while it is open. */
    @Needs(Role.READER)
    @GetMapping("/overview/running")
    ResponseEntity<String> showRunning(Call call) {
        return pages.page(call, "overview-running", Map.of("running", running(call)));
    }

    private List<Map<String, Object>> running(Call call) {
        return runs.latest(LATEST).stream()
                .filter(run -> run.state() == Run.State.RUNNING)
                .map(run -> facts.live(call, run))
                .toList();
    }

    private List<Map<String, Object>> needs(Call call) {
        List<Map<String, Object>> needs = new ArrayList<>();
        nodes.silence().ifPresent(silence -> needs.add(silence(call, silence)));
        approvals.waiting().forEach(edition -> needs.add(waiting(call, edition)));
        health.latest()
                .troubles()
                .forEach(trouble ->
                        needs.add(need("bad", call.say(trouble.event()), call.say(trouble.advice()), "", "")));
        long failing = sources.failing();
        if (failing > 0) {
            needs.add(need(
                    "warn",
                    call.say("overview.sources", failing, sources.count()),
                    call.say("overview.sources.text"),
                    "/sources",
                    call.say("overview.sources.look")));
        }
        if (relays.isBuiltIn() && call.isOwner()) {
            needs.add(need(
                    "info",
                    call.say("overview.mailbox"),
                    call.say("overview.mailbox.remedy"),
                    "/mailbox",
                    call.say("overview.mailbox.look")));
        }
        return needs;
    }

    private static Map<String, Object> silence(Call call, Silence silence) {
        return need(
                "warn",
                call.say(silence.event()),
                call.say(silence.safety()) + " " + call.say(silence.advice()),
                "",
                "");
    }

    private Map<String, Object> waiting(Call call, WaitingApproval edition) {
        String until = Times.show(call.words(), edition.plan().deadline(), clock.instant(), edition.zone());
        return need(
                "warn",
                call.say("overview.waits", edition.title(), Times.day(call.words(), edition.date())),
                call.say("overview.waits." + edition.plan().otherwise(), until),
                EditionPage.path(edition.digest(), edition.date()),
                call.say("overview.waits.look"));
    }

    private static Map<String, Object> need(String kind, String what, String text, String path, String way) {
        return Map.of("kind", kind, "what", what, "text", text, "path", path, "way", way);
    }

    private Map<String, Object> next(Call call, Timetable.Next next) {
        long people = subscriptions.reach(next.digest().audience().lists());
        return Map.of(
                "at",
                Times.show(
                        call.words(),
                        next.due().at(),
                        clock.instant(),
                        next.digest().schedule().zone()),
                "title",
                next.digest().title(),
                "path",
                DigestPage.path(next.digest().name()),
                "people",
                call.say("people", people));
    }

    private Map<String, Object> edition(Call call, EditionHead edition) {
        DeliveryCounts counts = ledger.counts(edition.id());
        EditionState state = EditionState.of(edition, counts);
        return Map.of(
                "day", Times.day(call.words(), edition.date()),
                "title", edition.title(),
                "path", EditionPage.path(edition.digest(), edition.date()),
                "stories", call.say("number", edition.stories()),
                "sent", call.say("number", counts.of(DeliveryState.SENT)),
                "kind", state.kind(),
                "state", call.say(state.key()));
    }
}
