package dev.standfirst.desk;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.edition.EditionChecks;
import dev.standfirst.edition.EditionChecks.Check;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.Ruling;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.job.ApprovalDesk;
import dev.standfirst.job.EditionKey;
import dev.standfirst.job.RunDesk;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.EmailAddress.Parsed;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an editor decides about an edition: approve, skip, take back, send now, send a test. */
@RestController
class DecisionPage {

    private final DeskPages pages;
    private final Editions editions;
    private final ApprovalRecords approvals;
    private final ApprovalDesk desk;
    private final RunDesk runs;
    private final Audit audit;

    DecisionPage(
            DeskPages pages,
            Editions editions,
            ApprovalRecords approvals,
            ApprovalDesk desk,
            RunDesk runs,
            Audit audit) {
        this.pages = pages;
        this.editions = editions;
        this.approvals = approvals;
        this.desk = desk;
        this.runs = runs;
        this.audit = audit;
    }

    @Needs(Role.EDITOR)
    @PostMapping("/editions/{digest}/{date}/approve")
    ResponseEntity<String> approve(Call call, @PathVariable String digest, @PathVariable String date) {
        return decide(call, digest, date, "approved", edition -> {
            Ruling ruling = desk.approve(edition, call.who(), despite(call, edition));
            if (ruling instanceof Ruling.Done && desk.isDue(ruling.approval())) {
                runs.goOn(new EditionKey(digest, edition.date()));
            }
            return ruling;
        });
    }

    @Needs(Role.EDITOR)
    @PostMapping("/editions/{digest}/{date}/send")
    ResponseEntity<String> send(Call call, @PathVariable String digest, @PathVariable String date) {
        return decide(call, digest, date, "sent.now", edition -> {
            Ruling ruling = desk.sendNow(edition, call.who(), despite(call, edition));
            if (ruling instanceof Ruling.Done) {
                runs.goOn(new EditionKey(digest, edition.date()));
            }
            return ruling;
        });
    }

    @Needs(Role.EDITOR)
    @PostMapping("/editions/{digest}/{date}/skip")
    ResponseEntity<String> skip(Call call, @PathVariable String digest, @PathVariable String date) {
        return decide(call, digest, date, "skipped", edition -> desk.skip(edition, call.who()));
    }

    @Needs(Role.EDITOR)
    @PostMapping("/editions/{digest}/{date}/take-back")
    ResponseEntity<String> takeBack(Call call, @PathVariable String digest, @PathVariable String date) {
        return decide(call, digest, date, "taken.back", edition -> desk.takeBack(edition, call.who()));
    }

    /** Mails it to one address, as a test that counts for nothing. */
    @Needs(Role.EDITOR)
    @PostMapping("/editions/{digest}/{date}/test")
    ResponseEntity<String> test(Call call, @PathVariable String digest, @PathVariable String date) {
        Optional<StoredEdition> edition = EditionPage.find(editions, digest, date);
        if (edition.isEmpty()) {
            return pages.notFound(call);
        }
        if (!(EmailAddress.parse(call.form().text("to")) instanceof Parsed.Valid to)) {
            return back(edition.get(), "test.address");
        }
        Optional<String> trouble = desk.test(edition.get(), to.address());
        audit.note(call.who(), "edition.tested", about(edition.get()));
        return trouble.isEmpty()
                ? back(edition.get(), "tested")
                : pages.say(HttpStatus.CONFLICT, call, "test.failed", trouble.get());
    }

    private ResponseEntity<String> decide(
            Call call, String digest, String date, String act, Function<StoredEdition, Ruling> decision) {
        Optional<StoredEdition> edition = EditionPage.find(editions, digest, date);
        if (edition.isEmpty()) {
            return pages.notFound(call);
        }
        Ruling ruling = decision.apply(edition.get());
        if (ruling instanceof Ruling.Done) {
            audit.note(call.who(), "edition." + act, about(edition.get()));
            return back(edition.get(), act);
        }
        if (ruling instanceof Ruling.Already) {
            return back(edition.get(), "already");
        }
        return ruling instanceof Ruling.Impossible impossible
                ? pages.say(HttpStatus.CONFLICT, call, "impossible", impossible.why())
                : back(edition.get(), "blocked");
    }

    /** The failed checks that the form was ticked for. */
    private Set<EditionChecks.Name> despite(Call call, StoredEdition edition) {
        boolean ticked = call.form().has("despite");
        return ticked ? approvals.failed(edition.id()).stream().map(Check::name).collect(Collectors.toSet()) : Set.of();
    }

    private ResponseEntity<String> back(StoredEdition edition, String said) {
        return pages.then(EditionPage.path(edition.digest(), edition.date()) + "?said=edition." + said);
    }

    private static String about(StoredEdition edition) {
        return "%s %s".formatted(edition.digest(), edition.date());
    }
}
