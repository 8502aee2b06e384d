package dev.standfirst.api;

import dev.standfirst.api.ApprovalViews.ApprovalDetails;
import dev.standfirst.api.ApprovalViews.NewTest;
import dev.standfirst.edition.Approval;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.edition.EditionChecks.Name;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.Imprint;
import dev.standfirst.edition.Ruling;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.job.ApprovalDesk;
import dev.standfirst.job.ApprovalWords;
import dev.standfirst.job.EditionKey;
import dev.standfirst.job.RunDesk;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/editions/ID/approve} and its like: what somebody decides about an edition before it goes out. */
@RestController
class ApprovalController {

    private static final String EDITION = Api.V1 + "/editions" + Api.ID;
    private static final String AGAIN = "Asked for again, it changes nothing and answers the same.";

    private final Editions editions;
    private final ApprovalRecords records;
    private final ApprovalDesk desk;
    private final RunDesk runs;
    private final Clock clock;

    ApprovalController(Editions editions, ApprovalRecords records, ApprovalDesk desk, RunDesk runs, Clock clock) {
        this.editions = editions;
        this.records = records;
        this.desk = desk;
        this.runs = runs;
        this.clock = clock;
    }

    @GetMapping(EDITION + "/approval")
    @Operation(
            needs = Scope.DIGESTS_READ,
            summary = "Say whether somebody decides about an edition, and what was decided")
    ApprovalDetails approval(@PathVariable long id) {
        return details(find(id).id());
    }

    @PostMapping(EDITION + "/approve")
    @Operation(
            needs = Scope.RUNS_WRITE,
            summary = "Approve an edition that waits",
            detail = "It goes out at its hour, or at once where that has come. " + AGAIN,
            problems = {ProblemKind.CONFLICT})
    ApprovalDetails approve(
            @PathVariable long id,
            @About(value = "Failed checks that do not matter, with commas between.", example = "size")
                    @RequestParam(defaultValue = "")
                    String despite,
            Caller caller) {
        StoredEdition edition = find(id);
        Ruling ruling = decided(desk.approve(edition, who(caller), names(despite)), edition);
        if (ruling instanceof Ruling.Done && desk.isDue(ruling.approval())) {
            goOn(edition);
        }
        return details(id);
    }

    @PostMapping(EDITION + "/skip")
    @Operation(
            needs = Scope.RUNS_WRITE,
            summary = "Skip an edition that waits",
            detail = "Nobody is mailed, and the next edition may tell its articles. " + AGAIN,
            problems = {ProblemKind.CONFLICT})
    ApprovalDetails skip(@PathVariable long id, Caller caller) {
        StoredEdition edition = find(id);
        decided(desk.skip(edition, who(caller)), edition);
        return details(id);
    }

    @PostMapping(EDITION + "/take-back")
    @Operation(
            needs = Scope.RUNS_WRITE,
            summary = "Have an edition wait again",
            detail =
                    "One that is approved, until its first mail left; one that was skipped, until the next is composed. "
                            + AGAIN,
            problems = {ProblemKind.CONFLICT})
    ApprovalDetails takeBack(@PathVariable long id, Caller caller) {
        StoredEdition edition = find(id);
        decided(desk.takeBack(edition, who(caller)), edition);
        return details(id);
    }

    @PostMapping(EDITION + "/send-now")
    @Operation(
            needs = Scope.RUNS_WRITE,
            summary = "Approve an edition and send it before its hour",
            detail = "Who chose an hour gets it then all the same. The answer does not wait for its end.",
            problems = {ProblemKind.CONFLICT})
    ApprovalDetails sendNow(
            @PathVariable long id,
            @About(value = "Failed checks that do not matter, with commas between.", example = "size")
                    @RequestParam(defaultValue = "")
                    String despite,
            Caller caller) {
        StoredEdition edition = find(id);
        decided(desk.sendNow(edition, who(caller), names(despite)), edition);
        goOn(edition);
        return details(id);
    }

    @PostMapping(EDITION + "/test")
    @Operation(
            needs = Scope.RUNS_WRITE,
            summary = "Mail a composed edition to one address, to look at it",
            detail =
                    "Its subject begins with \"Test: \". It counts for nothing, and its links change nothing for anybody.",
            problems = {ProblemKind.UNAVAILABLE})
    ApprovalDetails test(@PathVariable long id, @RequestBody NewTest wanted) {
        desk.test(find(id), Addresses.parse("to", wanted.to())).ifPresent(trouble -> {
            throw Refusal.of(
                    ProblemKind.UNAVAILABLE,
                    "The test was not sent: %s. Nothing else was sent.".formatted(Refusal.quote(trouble)));
        });
        return details(id);
    }

    private ApprovalDetails details(long id) {
        Approval approval = records.of(id);
        return ApprovalDetails.of(approval, desk.people(id, approval), records.failed(id), records.history(id));
    }

    private void goOn(StoredEdition edition) {
        runs.goOn(new EditionKey(edition.digest(), edition.date()));
    }

    private StoredEdition find(long id) {
        return editions.find(id).orElseThrow(() -> Refusal.notFound("edition of that number"));
    }

    private static String who(Caller caller) {
        return "token " + caller.token().name();
    }

    private static Set<Name> names(String typed) {
        Set<Name> names = EnumSet.noneOf(Name.class);
        for (String word : typed.isEmpty() ? new String[0] : typed.split(",", -1)) {
            names.add(Name.of(word.strip())
                    .orElseThrow(() ->
                            Refusal.value("despite", "There is no check called %s.".formatted(Refusal.quote(word)))));
        }
        return names;
    }

    /**
     * What was decided.
     *
     * @throws Refusal with how it stands, where it is not as it was asked for
     */
    private Ruling decided(Ruling ruling, StoredEdition edition) {
        if (ruling instanceof Ruling.Blocked blocked) {
            throw conflict(
                    edition,
                    "Checks of the edition failed: %s. It waits on. Name them in \"despite\" to approve it all the same."
                            .formatted(blocked.failed().stream()
                                    .map(check -> check.name().key() + " (" + check.words() + ")")
                                    .collect(Collectors.joining(", "))));
        }
        if (ruling instanceof Ruling.Impossible impossible) {
            ZoneId zone = editions.imprint(edition.id()).map(Imprint::zone).orElse(ZoneOffset.UTC);
            throw conflict(
                    edition,
                    "That cannot be done, because %s. The edition %s. Nothing was changed."
                            .formatted(
                                    impossible.why(), ApprovalWords.of(impossible.approval(), clock.instant(), zone)));
        }
        return ruling;
    }

    private static Refusal conflict(StoredEdition edition, String detail) {
        return Refusal.of(ProblemKind.CONFLICT, detail)
                .header("Location", "%s/editions/%d/approval".formatted(Api.V1, edition.id()));
    }
}
