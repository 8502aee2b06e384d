package dev.standfirst.web;

import dev.standfirst.delivery.DeliveryCounts;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.job.Run;
import dev.standfirst.job.Runs;
import dev.standfirst.job.Timetable;
import dev.standfirst.relay.Relays;
import dev.standfirst.subscriber.Subscriptions;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /}: what is next and what was. */
@RestController
class OverviewController {

    private static final int LATEST = 10;

    private final Pages pages;
    private final Editions editions;
    private final Ledger ledger;
    private final Runs runs;
    private final Timetable timetable;
    private final Subscriptions subscriptions;
    private final Relays server;

    OverviewController(
            Pages pages,
            Editions editions,
            Ledger ledger,
            Runs runs,
            Timetable timetable,
            Subscriptions subscriptions,
            Relays server) {
        this.pages = pages;
        this.editions = editions;
        this.ledger = ledger;
        this.runs = runs;
        this.timetable = timetable;
        this.subscriptions = subscriptions;
        this.server = server;
    }

    @GetMapping("/")
    ResponseEntity<String> overview() {
        return pages.page(
                "overview",
                Map.of(
                        "summary",
                                server.isBuiltIn()
                                        ? "No mail server is named yet, so mails stay in the mailbox on this machine."
                                        : "Mails go out through " + server.destination() + ".",
                        "next", timetable.next().stream().map(this::next).toList(),
                        "editions",
                                editions.latest(LATEST).stream()
                                        .map(this::edition)
                                        .toList(),
                        "runs",
                                runs.latest(LATEST).stream()
                                        .map(OverviewController::run)
                                        .toList()));
    }

    private Map<String, Object> next(Timetable.Next next) {
        long people = subscriptions.reach(next.digest().audience().lists());
        return Map.of(
                "title", next.digest().title(),
                "at", Times.show(next.due().at(), next.digest().schedule().zone()),
                "people", people == 1 ? "1 person" : "%,d people".formatted(people));
    }

    private Map<String, Object> edition(StoredEdition edition) {
        DeliveryCounts counts = ledger.counts(edition.id());
        String words = "%,d of %,d sent".formatted(counts.of(DeliveryState.SENT), counts.audience());
        long later = edition.completedAt().isPresent() ? 0 : ledger.later(edition.id());
        words += later == 0 ? "" : ", %,d later".formatted(later);
        long doubtful = counts.of(DeliveryState.DOUBT);
        return Map.of(
                "url", "/e/%s/%s".formatted(edition.digest(), edition.date()),
                "title", edition.title(),
                "date", edition.date().toString(),
                "subject", edition.subject(),
                "counts", doubtful == 0 ? words : words + ", %,d in doubt".formatted(doubtful));
    }

    private static Map<String, Object> run(Run run) {
        return Map.of(
                "id", Long.toString(run.id()),
                "digest", run.key().digest(),
                "date", run.key().date().toString(),
                "state", run.state().words(),
                "started", Times.show(run.started(), ZoneId.systemDefault()));
    }
}
