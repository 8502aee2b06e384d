package dev.standfirst.bounce;

import dev.standfirst.bounce.Report.Mechanism;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Mailgun: one event a message, signed by HMAC over time and token. */
@Component
final class MailgunHook implements Hook {

    private final HookSettings settings;
    private final Clock clock;

    MailgunHook(HookSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "mailgun";
    }

    @Override
    public boolean isOn() {
        return !settings.mailgunKey().isBlank();
    }

    @Override
    public Checked check(HookRequest request) {
        Optional<JsonNode> json = request.json();
        if (json.isEmpty()) {
            return new Checked.Forged("it is no JSON");
        }
        JsonNode signature = json.get().path("signature");
        String timestamp = HookRequest.text(signature, "timestamp");
        String token = HookRequest.text(signature, "token");
        String expected = Signed.hmac(settings.mailgunKey(), timestamp + token);
        if (!Signed.equal(expected, HookRequest.text(signature, "signature"))) {
            return new Checked.Forged("the signature is wrong");
        }
        if (!Signed.isFresh(timestamp, settings.window(), clock)) {
            return new Checked.Forged("it is too old");
        }
        return new Checked.Genuine(
                Fingerprints.of(name(), token), events(json.get().path("event-data")));
    }

    private static List<Event> events(JsonNode data) {
        String address = HookRequest.text(data, "recipient");
        return report(data, address)
                .map(report -> List.of(new Event(address, report)))
                .orElse(List.of());
    }

    private static Optional<Report> report(JsonNode data, String address) {
        return switch (HookRequest.text(data, "event").toLowerCase(Locale.ROOT)) {
            case "failed" -> Optional.of(failed(data, address));
            case "complained" -> Optional.of(new Report.Complaint(address, "abuse"));
            case "unsubscribed" -> Optional.of(new Report.Unsubscribe("", address));
            default -> Optional.empty();
        };
    }

    private static Report failed(JsonNode data, String address) {
        JsonNode status = data.path("delivery-status");
        String said = "%s %s %s"
                .formatted(
                        HookRequest.text(status, "code"),
                        HookRequest.text(status, "message"),
                        HookRequest.text(status, "description"));
        Diagnosis why = Diagnosis.of(HookRequest.text(status, "enhanced-code"), said.strip());
        if (HookRequest.text(data, "severity").equals("temporary")) {
            return new Report.Delayed(address, why.code(), why.text());
        }
        // Its own list of failed addresses stands in the way, whatever the mail server would say now.
        boolean listed = HookRequest.text(data, "reason").startsWith("suppress-");
        return new Report.Failure(
                address, listed ? Cause.CLOSED : why.cause(), why.code(), why.text(), Mechanism.PROVIDER);
    }
}
