package dev.standfirst.desk;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import dev.standfirst.edition.Approval;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.edition.Decision;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.Explanations;
import dev.standfirst.edition.Heading;
import dev.standfirst.edition.Revision;
import dev.standfirst.edition.Revisions;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.edition.Verdict;
import dev.standfirst.job.EditingDesk;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /editions/DIGEST/DATE/change}: what an edition that waits tells, in which order, and what stands over it. */
@RestController
class EditingPage {

    /** Stories that are left out and offered, at most. */
    private static final int OFFERED = 30;

    /** What can be told after all. A story of which everything was told before has nothing to tell. */
    private static final Set<Verdict> OFFERS =
            EnumSet.of(Verdict.BELOW, Verdict.SOURCE_FULL, Verdict.TOPIC_FULL, Verdict.TAKEN_OUT);

    private final DeskPages pages;
    private final Editions editions;
    private final ApprovalRecords approvals;
    private final Explanations explanations;
    private final Revisions revisions;
    private final EditingDesk desk;
    private final Audit audit;
    private final DigestFiles files;

    EditingPage(
            DeskPages pages,
            Editions editions,
            ApprovalRecords approvals,
            Explanations explanations,
            Revisions revisions,
            EditingDesk desk,
            Audit audit,
            @Value("${standfirst.home}") Path home) {
        this.pages = pages;
        this.editions = editions;
        this.approvals = approvals;
        this.explanations = explanations;
        this.revisions = revisions;
        this.desk = desk;
        this.audit = audit;
        this.files = new DigestFiles(home);
    }

    /** What the form holds. */
    private record Typed(StoryOrder order, String subject, String preheader, int basedOn) {}

    @Needs(Role.EDITOR)
    @GetMapping("/editions/{digest}/{date}/change")
    ResponseEntity<String> show(Call call, @PathVariable String digest, @PathVariable String date) {
        Optional<StoredEdition> edition = EditionPage.find(editions, digest, date);
        if (edition.isEmpty()) {
            return pages.notFound(call);
        }
        if (!waits(edition.get())) {
            return pages.say(HttpStatus.CONFLICT, call, "editing.over");
        }
        return form(call, HttpStatus.OK, edition.get(), asItIs(edition.get()), Map.of());
    }

    /** A button moved a story, or all of it is saved. */
    @Needs(Role.EDITOR)
    @PostMapping("/editions/{digest}/{date}/change")
    ResponseEntity<String> change(Call call, @PathVariable String digest, @PathVariable String date) {
        Optional<StoredEdition> edition = EditionPage.find(editions, digest, date);
        if (edition.isEmpty()) {
            return pages.notFound(call);
        }
        Typed typed = typed(call);
        return call.form().text("do").equals("save")
                ? save(call, edition.get(), typed)
                : form(call, HttpStatus.OK, edition.get(), typed, Map.of());
    }

    private ResponseEntity<String> save(Call call, StoredEdition edition, Typed typed) {
        Map<String, String> errors = mistakes(call, typed);
        if (!errors.isEmpty()) {
            return form(call, HttpStatus.BAD_REQUEST, edition, typed, errors);
        }
        if (!(files.load(edition.digest()) instanceof DigestResult.Loaded loaded)) {
            return form(
                    call,
                    HttpStatus.CONFLICT,
                    edition,
                    typed,
                    Map.of("all", call.say("editing.file", edition.digest())));
        }
        EditingDesk.Outcome outcome = desk.change(edition, loaded.digest(), revision(call, typed));
        if (outcome != EditingDesk.Outcome.CHANGED) {
            return form(call, HttpStatus.CONFLICT, edition, typed, Map.of("all", call.say("editing." + outcome)));
        }
        audit.note(call.who(), "edition.changed", "%s %s".formatted(edition.digest(), edition.date()));
        return pages.then(EditionPage.path(edition.digest(), edition.date()) + "?said=edition.changed");
    }

    private static Revision revision(Call call, Typed typed) {
        return new Revision(
                typed.basedOn(), typed.order().stories(), new Heading(typed.subject(), typed.preheader()), call.who());
    }

    private static Map<String, String> mistakes(Call call, Typed typed) {
        Map<String, String> errors = new LinkedHashMap<>();
        if (typed.subject().length() > Heading.LONGEST) {
            errors.put("subject", call.say("editing.long", Heading.LONGEST));
        }
        if (typed.preheader().length() > Heading.LONGEST) {
            errors.put("preheader", call.say("editing.long", Heading.LONGEST));
        }
        if (typed.order().stories().isEmpty()) {
            errors.put("all", call.say("editing.empty"));
        }
        return errors;
    }

    private boolean waits(StoredEdition edition) {
        return approvals.of(edition.id()).state() == Approval.State.WAITING;
    }

    private Typed asItIs(StoredEdition edition) {
        Revisions.Known known = revisions.of(edition.id());
        List<Long> told = leads(edition).stream()
                .filter(decision -> decision.number() > 0)
                .sorted(Comparator.comparingInt(Decision::number))
                .map(Decision::articleId)
                .toList();
        return new Typed(
                new StoryOrder(told), known.heading().subject(), known.heading().preheader(), known.number());
    }

    private static Typed typed(Call call) {
        return new Typed(
                StoryOrder.of(call.form().all("story")).after(call.form().text("do")),
                call.form().text("subject"),
                call.form().text("preheader"),
                Numbers.of(call.form().text("based")).orElse(0L).intValue());
    }

    private ResponseEntity<String> form(
            Call call, HttpStatus status, StoredEdition edition, Typed typed, Map<String, String> errors) {
        Map<Long, Decision> leads = new LinkedHashMap<>();
        leads(edition).forEach(decision -> leads.put(decision.articleId(), decision));
        Map<String, Object> model = new HashMap<>();
        model.put("title", call.say("editing.title", edition.title(), Times.day(call.words(), edition.date())));
        model.put("here", EditionPage.path(edition.digest(), edition.date()));
        model.put("subject", typed.subject());
        model.put("preheader", typed.preheader());
        model.put("longest", Heading.LONGEST);
        model.put("made", Map.of("subject", edition.subject(), "preheader", edition.preheader()));
        model.put("based", Integer.toString(typed.basedOn()));
        model.put("errors", errors);
        model.put("told", told(call, typed.order(), leads));
        typed.order().stories().forEach(leads::remove);
        model.put("left", left(call, leads));
        return pages.page(status, call, "edition-change", model);
    }

    private static List<Map<String, Object>> told(Call call, StoryOrder order, Map<Long, Decision> leads) {
        return order.stories().stream()
                .filter(leads::containsKey)
                .map(leads::get)
                .map(decision -> row(call, decision))
                .toList();
    }

    private static List<Map<String, Object>> left(Call call, Map<Long, Decision> leads) {
        return leads.values().stream()
                .filter(decision -> decision.number() > 0 || OFFERS.contains(decision.verdict()))
                .limit(OFFERED)
                .map(decision -> row(call, decision))
                .toList();
    }

    private static Map<String, Object> row(Call call, Decision decision) {
        return Map.of(
                "id", Long.toString(decision.articleId()),
                "headline", decision.headline(),
                "outlet", decision.outlet(),
                "topic", decision.story().map(Decision.InStory::topic).orElse(""),
                "why", call.say(decision.why()),
                "up", call.say("editing.up", decision.headline()),
                "down", call.say("editing.down", decision.headline()),
                "out", call.say("editing.out", decision.headline()),
                "in", call.say("editing.in", decision.headline()));
    }

    private List<Decision> leads(StoredEdition edition) {
        return explanations.all(edition).stream().filter(Decision::leads).toList();
    }
}
