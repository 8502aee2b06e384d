package dev.standfirst.api;

import dev.standfirst.api.ApprovalViews.ApprovalView;
import dev.standfirst.delivery.DeliveryCounts;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.delivery.Recipients;
import dev.standfirst.delivery.Recipients.Recipient;
import dev.standfirst.edition.EditionHead;
import dev.standfirst.edition.Editions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/editions}: what was composed, and who got it. */
@RestController
class EditionsController {

    private static final String EDITIONS = Api.V1 + "/editions";

    private final Editions editions;
    private final Ledger ledger;
    private final Recipients recipients;
    private final Lookups lookups;

    EditionsController(Editions editions, Ledger ledger, Recipients recipients, Lookups lookups) {
        this.lookups = lookups;
        this.editions = editions;
        this.ledger = ledger;
        this.recipients = recipients;
    }

    /** An edition. */
    record EditionView(
            @About(value = "Its number.", example = "12") long id,

            @About(value = "Name of its digest.", example = "morning-brief")
            String digest,

            @About(value = "Its local date.", example = "2026-11-18")
            LocalDate date,

            @About(value = "When it was frozen.", example = "2026-11-18T06:00:00Z")
            Instant composedAt,

            @About(value = "Of its digest.", example = "Morning Brief")
            String title,

            @About(value = "Of its mails.", example = "Ferries stop for a week")
            String subject,

            @About(value = "Of its mails.", example = "And the barrage opens")
            String preheader,

            @About(value = "How many.", example = "9") int stories,

            @About(value = "How many articles it was made from.", example = "14")
            int articles,

            @About("When everybody's mail was settled; null until then.") @Nullable
            Instant completedAt,

            @About("Whether somebody decides about it before it goes out.")
            ApprovalView approval) {

        static EditionView of(EditionHead edition) {
            return new EditionView(
                    edition.id(),
                    edition.digest(),
                    edition.date(),
                    edition.composedAt(),
                    edition.title(),
                    edition.subject(),
                    edition.preheader(),
                    edition.stories(),
                    edition.articles(),
                    edition.completedAt().orElse(null),
                    ApprovalView.of(edition.approval()));
        }
    }

    /** How many mails of an edition are in each state. */
    record EditionCounts(
            @About(value = "Everybody the edition is for.", example = "1000")
            long audience,

            @About(value = "How many are in each state.", example = "{\"SENT\": 1000}")
            Map<String, Long> states) {

        static EditionCounts of(DeliveryCounts counts) {
            Map<String, Long> states = new TreeMap<>();
            counts.byState().forEach((state, count) -> states.put(state.name(), count));
            return new EditionCounts(counts.audience(), states);
        }
    }

    /** The mail of one edition to one person. */
    record DeliveryView(
            @About(value = "Its number.", example = "90210") long id,

            @About(value = "Number of the person; null where it was erased since.", example = "42") @Nullable
            Long subscriber,

            @About(value = "The person's address; null where it was erased since.", example = "ada@example.org")
            @Nullable
            String address,

            @About(value = "Where it stands.", example = "SENT")
            DeliveryState state,

            @About(value = "How often it was handed over.", example = "1")
            int attempts,

            @About(value = "What the mail server said last, or why it was not asked.", example = "250 2.0.0 Ok")
            String reply,

            @About(value = "When the state changed last.", example = "2026-11-18T06:00:10Z")
            Instant changedAt) {

        static DeliveryView of(Recipient row) {
            return new DeliveryView(
                    row.id(),
                    row.person().isPresent() ? row.person().getAsLong() : null,
                    row.address().orElse(null),
                    row.state(),
                    row.attempts(),
                    row.reply(),
                    row.at());
        }
    }

    @GetMapping(EDITIONS)
    @Operation(needs = Scope.DIGESTS_READ, summary = "List the editions, newest first")
    ResponseEntity<Page<EditionView>> all(
            Paging paging,
            @About(value = "Of this digest alone.", example = "morning-brief") @RequestParam(defaultValue = "")
                    String digest) {
        return paging.answer(
                editions.page(digest, paging.number(Long.MAX_VALUE), paging.rows()),
                edition -> Long.toString(edition.id()),
                EditionView::of);
    }

    @GetMapping(EDITIONS + Api.ID)
    @Operation(needs = Scope.DIGESTS_READ, summary = "Get an edition")
    EditionView one(@PathVariable long id) {
        return EditionView.of(find(id));
    }

    @GetMapping(EDITIONS + Api.ID + "/counts")
    @Operation(
            needs = Scope.DIGESTS_READ,
            summary = "Count an edition's mails by state",
            problems = {ProblemKind.UNAVAILABLE})
    EditionCounts counts(@PathVariable long id) {
        return EditionCounts.of(lookups.within(() -> ledger.counts(find(id).id())));
    }

    @GetMapping(EDITIONS + Api.ID + "/deliveries")
    @Operation(
            needs = Scope.PEOPLE_READ,
            summary = "List who got an edition, who did not, and why",
            detail = "In the order of the audience.",
            problems = {ProblemKind.UNAVAILABLE})
    ResponseEntity<Page<DeliveryView>> deliveries(
            @PathVariable long id,
            Paging paging,
            @About(value = "Those in this state alone.", example = "FAILED") @RequestParam(required = false) @Nullable
                    DeliveryState state,
            @About(value = "false: those alone who were not sent it.", example = "false")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean sent) {
        Set<DeliveryState> states = EnumSet.allOf(DeliveryState.class);
        states.removeIf(candidate ->
                (state != null && candidate != state) || (sent != null && sent != (candidate == DeliveryState.SENT)));
        if (states.isEmpty()) {
            throw Refusal.value("sent", "The state that is asked for contradicts \"sent\".");
        }
        long edition = find(id).id();
        long after = paging.number(0);
        return paging.answer(
                lookups.within(() -> recipients.page(edition, states, after, paging.rows())),
                row -> Long.toString(row.id()),
                DeliveryView::of);
    }

    private EditionHead find(long id) {
        return editions.head(id).orElseThrow(() -> Refusal.notFound("edition of that number"));
    }
}
