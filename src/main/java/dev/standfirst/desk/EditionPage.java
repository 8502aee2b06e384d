package dev.standfirst.desk;

import dev.standfirst.account.Role;
import dev.standfirst.delivery.DeliveryCounts;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.edition.Approval;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.edition.Decision;
import dev.standfirst.edition.EditionChecks;
import dev.standfirst.edition.EditionChecks.Check;
import dev.standfirst.edition.EditionHead;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.Explanations;
import dev.standfirst.edition.Imprint;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.job.ApprovalDesk;
import dev.standfirst.job.ApprovalDesk.People;
import dev.standfirst.job.ApprovalWords;
import dev.standfirst.mail.Slot;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /editions}: every edition; one as its readers see it, its checks, and what was left out and why. */
@RestController
class EditionPage {

    private static final int ROWS = 50;

    private final DeskPages pages;
    private final Editions editions;
    private final ApprovalRecords approvals;
    private final ApprovalDesk desk;
    private final Explanations explanations;
    private final Ledger ledger;
    private final Clock clock;

    EditionPage(
            DeskPages pages,
            Editions editions,
            ApprovalRecords approvals,
            ApprovalDesk desk,
            Explanations explanations,
            Ledger ledger,
            Clock clock) {
        this.pages = pages;
        this.editions = editions;
        this.approvals = approvals;
        this.desk = desk;
        this.explanations = explanations;
        this.ledger = ledger;
        this.clock = clock;
    }

    static String path(String digest, LocalDate date) {
        return "/editions/%s/%s".formatted(digest, date);
    }

    /** The edition of a path; empty where there is none. */
    static Optional<StoredEdition> find(Editions editions, String digest, String date) {
        try {
            return editions.find(digest, LocalDate.parse(date));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Needs(Role.READER)
    @GetMapping("/editions")
    ResponseEntity<String> list(Call call) {
        long before = Numbers.of(call.form().text("before")).orElse(Long.MAX_VALUE);
        List<EditionHead> found = editions.page(call.form().text("digest"), before, ROWS + 1);
        List<EditionHead> shown = found.subList(0, Math.min(ROWS, found.size()));
        return pages.page(
                call,
                "editions",
                Map.of(
                        "title", call.say("nav.editions"),
                        "editions",
                                shown.stream()
                                        .map(edition -> line(call, edition))
                                        .toList(),
                        "older",
                                found.size() > ROWS
                                        ? Long.toString(shown.get(ROWS - 1).id())
                                        : ""));
    }

    @Needs(Role.READER)
    @GetMapping("/editions/{digest}/{date}")
    ResponseEntity<String> show(Call call, @PathVariable String digest, @PathVariable String date) {
        return find(editions, digest, date)
                .map(edition -> pages.page(call, "edition", model(call, edition)))
                .orElseGet(() -> pages.notFound(call));
    }

    /** The mail itself, for the frame. */
    @Needs(Role.READER)
    @GetMapping("/editions/{digest}/{date}/mail")
    ResponseEntity<String> mail(Call call, @PathVariable String digest, @PathVariable String date) {
        boolean dark = call.form().text("scheme").equals("dark");
        return find(editions, digest, date)
                .map(edition -> pages.mailed(dark ? dark(filled(edition.html())) : filled(edition.html())))
                .orElseGet(() -> pages.notFound(call));
    }

    /** Its own dark rules apply where the frame asks for dark; they are not made up. */
    static String dark(String html) {
        return html.replaceFirst(
                "<head>",
                "<head><meta name=\"color-scheme\" content=\"dark\">" + "<style>:root{color-scheme:dark}</style>");
    }

    /** What differs per person leads nowhere here. */
    static String filled(String part) {
        String filled = part;
        for (Slot slot : Slot.values()) {
            filled = filled.replace(slot.mark(), slot == Slot.CHOOSE || slot == Slot.UNSUBSCRIBE ? "#" : "…");
        }
        return filled;
    }

    private Map<String, Object> line(Call call, EditionHead edition) {
        DeliveryCounts counts = ledger.counts(edition.id());
        EditionState state = EditionState.of(edition, counts);
        return Map.of(
                "day", Times.day(call.words(), edition.date()),
                "title", edition.title(),
                "subject", edition.subject(),
                "path", path(edition.digest(), edition.date()),
                "stories", call.say("number", edition.stories()),
                "people", call.say("number", counts.audience()),
                "kind", state.kind(),
                "state", call.say(state.key()));
    }

    private Map<String, Object> model(Call call, StoredEdition edition) {
        EditionHead head = editions.head(edition.id()).orElseThrow();
        Approval approval = approvals.of(edition.id());
        DeliveryCounts counts = ledger.counts(edition.id());
        EditionState state = EditionState.of(head, counts);
        ZoneId zone = editions.imprint(edition.id()).map(Imprint::zone).orElse(ZoneOffset.UTC);
        Map<String, Object> model = new HashMap<>();
        model.put("title", edition.title() + ", " + Times.day(call.words(), edition.date()));
        model.put("digest", edition.digest());
        model.put("digestPath", DigestPage.path(edition.digest()));
        model.put("here", path(edition.digest(), edition.date()));
        model.put("kind", state.kind());
        model.put("state", call.say(state.key()));
        model.put("standing", call.say(ApprovalWords.fact(approval, clock.instant(), zone)));
        model.put("subject", edition.subject());
        model.put("preheader", edition.preheader());
        model.put("text", filled(edition.text()));
        model.put("view", call.form().text("view").equals("text") ? "text" : "html");
        model.put("width", width(call));
        model.put("scheme", call.form().text("scheme").equals("dark") ? "dark" : "light");
        model.put("stories", call.say("stories", edition.stories(), edition.articles()));
        model.put("counts", RunPage.counts(call, counts));
        model.put("checks", checks(call, edition));
        model.put("history", history(call, edition, zone));
        model.putAll(stories(call, edition));
        model.put("said", DigestPage.said(call));
        model.putAll(actions(call, edition, approval));
        return model;
    }

    private static String width(Call call) {
        String asked = call.form().text("width");
        return List.of("desktop", "phone", "small").contains(asked) ? asked : "desktop";
    }

    /** What may be decided now, and the words on its buttons. */
    private Map<String, Object> actions(Call call, StoredEdition edition, Approval approval) {
        boolean decides = call.edits(edition.digest());
        boolean open = edition.completedAt().isEmpty();
        Approval.State state = approval.state();
        People people = desk.people(edition.id(), approval);
        List<Check> failed = approvals.failed(edition.id());
        return Map.of(
                "mayApprove",
                decides && open && state == Approval.State.WAITING,
                "maySkip",
                decides && open && state == Approval.State.WAITING,
                "mayTakeBack",
                decides && open && (state == Approval.State.APPROVED || state == Approval.State.SKIPPED),
                "mayTest",
                decides,
                "failed",
                failed.stream().map(check -> check.name().key()).toList(),
                "people",
                call.say("edition.people", people.all(), people.all() - people.atItsHour()),
                "approveWords",
                call.say("edition.approve", people.all()));
    }

    private static List<Map<String, Object>> checks(Call call, StoredEdition edition) {
        return EditionChecks.of(edition).stream()
                .<Map<String, Object>>map(check -> Map.of(
                        "kind", check.passed() ? "ok" : "bad",
                        "state", call.say(check.passed() ? "check.passed" : "check.failed"),
                        "words", call.say(check.says())))
                .toList();
    }

    private List<Map<String, Object>> history(Call call, StoredEdition edition, ZoneId zone) {
        return approvals.history(edition.id()).stream()
                .<Map<String, Object>>map(line -> Map.of(
                        "at", Times.show(call.words(), line.at(), clock.instant(), zone),
                        "act", call.say(line.act().fact()),
                        "who", line.who(),
                        "why", line.why()))
                .toList();
    }

    /** What it tells, and what it does not. */
    private Map<String, Object> stories(Call call, StoredEdition edition) {
        List<Decision> decisions = explanations.all(edition);
        return Map.of("left", left(call, edition, decisions), "told", told(edition, decisions));
    }

    /** What was left out, and why. */
    private static List<Map<String, Object>> left(Call call, StoredEdition edition, List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> !decision.why().isNothing())
                .limit(ROWS)
                .<Map<String, Object>>map(decision -> Map.of(
                        "headline", decision.headline(),
                        "path", WhyPage.path(edition, decision.articleId()),
                        "outlet", decision.outlet(),
                        "reason", call.say(decision.why())))
                .toList();
    }

    /** The stories in their order, by the headline that leads each. */
    private static List<Map<String, Object>> told(StoredEdition edition, List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.leads() && decision.number() > 0)
                .sorted(Comparator.comparingInt(Decision::number))
                .<Map<String, Object>>map(decision -> Map.of(
                        "number", Integer.toString(decision.number()),
                        "headline", decision.headline(),
                        "path", WhyPage.path(edition, decision.articleId()),
                        "outlet", decision.outlet()))
                .toList();
    }
}
