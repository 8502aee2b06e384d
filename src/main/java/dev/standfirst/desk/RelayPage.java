package dev.standfirst.desk;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.relay.Finding;
import dev.standfirst.relay.Relays;
import dev.standfirst.relay.StartCheck;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /settings/relays/check}: the mail servers and DNS, looked at now. Sends nothing. */
@RestController
class RelayPage {

    private static final Duration MOST = Duration.ofSeconds(20);

    private final DeskPages pages;
    private final StartCheck check;
    private final Relays relays;
    private final Audit audit;

    RelayPage(DeskPages pages, StartCheck check, Relays relays, Audit audit) {
        this.pages = pages;
        this.check = check;
        this.relays = relays;
        this.audit = audit;
    }

    @Needs(Role.OWNER)
    @PostMapping("/settings/relays/check")
    ResponseEntity<String> check(Call call) {
        Optional<List<Finding>> findings = check.within(MOST);
        if (findings.isEmpty()) {
            return pages.say(HttpStatus.CONFLICT, call, "relay.busy");
        }
        audit.note(call.who(), "relay.checked", relays.destination());
        long lacking = findings.get().stream()
                .filter(finding -> finding.kind() == Finding.Kind.LACKS)
                .count();
        return pages.page(
                call,
                "relays",
                Map.of(
                        "title", call.say("relay.title"),
                        "summary", call.say("relay.summary", lacking),
                        "findings",
                                findings.get().stream()
                                        .map(finding -> Map.of(
                                                "kind", kind(finding.kind()),
                                                "state", call.say("relay." + finding.kind()),
                                                "words", finding.sentence()))
                                        .toList()));
    }

    private static String kind(Finding.Kind kind) {
        return switch (kind) {
            case FINE -> "ok";
            case LACKS -> "bad";
            case UNKNOWN -> "wait";
        };
    }
}
