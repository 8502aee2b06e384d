package dev.standfirst.api;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.EmailAddress.Parsed;
import dev.standfirst.subscriber.Suppressions;
import dev.standfirst.subscriber.Suppressions.Cause;
import dev.standfirst.subscriber.Suppressions.Suppression;
import java.net.URI;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/suppressions}: who is never mailed. */
@RestController
class SuppressionsController {

    private static final String SUPPRESSIONS = Api.V1 + "/suppressions";

    private final Suppressions suppressions;

    SuppressionsController(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    /** An entry. */
    record SuppressionView(
            @About(value = "Its number.", example = "7") long id,

            @About(
                    value = "An address, a domain, or \"hash:\" and the salted hash of an address that was erased.",
                    example = "ada@example.org")
            String entry,

            @About(value = "The kind of reason.", example = "OPERATOR")
            Cause cause,

            @About(value = "The reason in words.", example = "asked by telephone")
            String reason,

            @About(value = "When it was made.", example = "2026-11-18T06:00:00Z")
            Instant since) {

        static SuppressionView of(Suppression suppression) {
            return new SuppressionView(
                    suppression.id(),
                    suppression.entry(),
                    suppression.cause(),
                    suppression.words(),
                    suppression.since());
        }
    }

    /** A new entry. */
    record NewSuppression(
            @About(value = "An address, or a whole domain.", example = "ada@example.org")
            String entry,

            @About(value = "Why, in words that fit behind \"because\".", example = "asked by telephone")
            String reason) {

        NewSuppression {
            Texts.limit("reason", reason, 500);
        }
    }

    @GetMapping(SUPPRESSIONS)
    @Operation(needs = Scope.PEOPLE_READ, summary = "List who is never mailed, in the order in which it was said")
    ResponseEntity<Page<SuppressionView>> all(Paging paging) {
        return paging.answer(
                suppressions.page(paging.number(0), paging.rows()),
                suppression -> Long.toString(suppression.id()),
                SuppressionView::of);
    }

    @GetMapping(SUPPRESSIONS + Api.ID)
    @Operation(needs = Scope.PEOPLE_READ, summary = "Get an entry")
    SuppressionView one(@PathVariable long id) {
        return SuppressionView.of(find(id));
    }

    @PostMapping(SUPPRESSIONS)
    @Operation(
            needs = Scope.PEOPLE_WRITE,
            summary = "Stop mail to an address or a domain",
            detail = "At once, also of an edition that is going out.",
            answers = 201,
            problems = {ProblemKind.CONFLICT})
    ResponseEntity<SuppressionView> add(@RequestBody NewSuppression wanted, Caller caller) {
        if (!(wanted.entry().contains("@") ? addAddress(wanted, caller) : addDomain(wanted, caller))) {
            throw Refusal.of(
                    ProblemKind.CONFLICT,
                    "entry",
                    "%s is among them already. Nothing was changed.".formatted(Refusal.quote(wanted.entry())));
        }
        Suppression made = suppressions
                .find(wanted.entry().contains("@") ? address(wanted.entry()).normal() : domain(wanted.entry()))
                .orElseThrow();
        return ResponseEntity.status(HttpStatus.CREATED)
                .location(URI.create(SUPPRESSIONS + "/" + made.id()))
                .body(SuppressionView.of(made));
    }

    @DeleteMapping(SUPPRESSIONS + Api.ID)
    @Operation(
            needs = Scope.PEOPLE_WRITE,
            summary = "Allow mail again",
            detail = "Who left a list stays away; who was erased comes back by asking to join alone.",
            answers = 204,
            problems = {ProblemKind.CONFLICT})
    ResponseEntity<Void> remove(@PathVariable long id, Caller caller) {
        Suppression suppression = find(id);
        if (suppression.cause() == Cause.ERASED) {
            throw Refusal.of(
                    ProblemKind.CONFLICT,
                    "This person had everything erased and comes back by asking to join alone. Nothing was changed.");
        }
        suppressions.remove(suppression.entry(), caller.reason("allowed again through the API"));
        return ResponseEntity.noContent().build();
    }

    private boolean addAddress(NewSuppression wanted, Caller caller) {
        return suppressions.add(address(wanted.entry()), Cause.OPERATOR, caller.reason(wanted.reason()));
    }

    private boolean addDomain(NewSuppression wanted, Caller caller) {
        return suppressions.addDomain(domain(wanted.entry()), Cause.OPERATOR, caller.reason(wanted.reason()));
    }

    private static EmailAddress address(String text) {
        return Addresses.parse("entry", text);
    }

    /** A domain is one that an address can have. */
    private static String domain(String text) {
        if (EmailAddress.parse("a@" + text.strip()) instanceof Parsed.Valid valid) {
            return valid.address().domain();
        }
        throw Refusal.value("entry", "%s is neither an address nor a domain.".formatted(Refusal.quote(text)));
    }

    private Suppression find(long id) {
        return suppressions.find(id).orElseThrow(() -> Refusal.notFound("entry of that number"));
    }
}
