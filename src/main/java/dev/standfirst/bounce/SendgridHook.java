package dev.standfirst.bounce;

import dev.standfirst.bounce.Report.Mechanism;
import java.security.PublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** SendGrid: many events a message, signed by ECDSA over time and body. */
@Component
final class SendgridHook implements Hook {

    private static final String SIGNATURE = "x-twilio-email-event-webhook-signature";
    private static final String TIMESTAMP = "x-twilio-email-event-webhook-timestamp";

    private final HookSettings settings;
    private final Clock clock;

    SendgridHook(HookSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sendgrid";
    }

    @Override
    public boolean isOn() {
        return settings.sendgridPublicKey().isPresent();
    }

    @Override
    public Checked check(HookRequest request) {
        PublicKey key = settings.sendgridPublicKey().orElseThrow();
        String timestamp = request.header(TIMESTAMP);
        if (!Signed.by(key, "SHA256withECDSA", request.header(SIGNATURE), timestamp + request.body())) {
            return new Checked.Forged("the signature is wrong");
        }
        if (!Signed.isFresh(timestamp, settings.window(), clock)) {
            return new Checked.Forged("it is too old");
        }
        return request.json()
                .<Checked>map(json -> new Checked.Genuine(Fingerprints.of(name(), request.body()), events(json)))
                .orElse(new Checked.Unreadable("it is no JSON"));
    }

    private static List<Event> events(JsonNode json) {
        List<Event> events = new ArrayList<>();
        for (JsonNode event : json) {
            String address = HookRequest.text(event, "email");
            report(event, address).ifPresent(report -> events.add(new Event(address, report)));
        }
        return events;
    }

    private static Optional<Report> report(JsonNode event, String address) {
        Diagnosis why = Diagnosis.of(
                HookRequest.text(event, "status"),
                (HookRequest.text(event, "reason") + " " + HookRequest.text(event, "response")).strip());
        return switch (HookRequest.text(event, "event")) {
            case "bounce" -> Optional.of(bounce(event, address, why));
            case "dropped" -> dropped(address, why);
            case "deferred" -> Optional.of(new Report.Delayed(address, why.code(), why.text()));
            case "spamreport" -> Optional.of(new Report.Complaint(address, "abuse"));
            case "unsubscribe", "group_unsubscribe" -> Optional.of(new Report.Unsubscribe("", address));
            default -> Optional.empty();
        };
    }

    /** A bounce of the type "blocked" is about the sender, unless its words say otherwise. */
    private static Report bounce(JsonNode event, String address, Diagnosis why) {
        boolean blocked = HookRequest.text(event, "type").equals("blocked");
        Cause cause = blocked && why.cause() == Cause.OTHER ? Cause.POLICY : why.cause();
        return new Report.Failure(address, cause, why.code(), why.text(), Mechanism.PROVIDER);
    }

    /** Its own list of failed addresses stands in the way; other drops are about the mail or the account. */
    private static Optional<Report> dropped(String address, Diagnosis why) {
        String reason = WordSections.fold(why.text());
        if (reason.startsWith("bounced address") || reason.startsWith("invalid")) {
            return Optional.of(new Report.Failure(address, Cause.CLOSED, why.code(), why.text(), Mechanism.PROVIDER));
        }
        if (reason.startsWith("spam reporting address")) {
            return Optional.of(new Report.Complaint(address, "abuse"));
        }
        return reason.startsWith("unsubscribed address")
                ? Optional.of(new Report.Unsubscribe("", address))
                : Optional.of(new Report.Failure(address, Cause.POLICY, why.code(), why.text(), Mechanism.PROVIDER));
    }
}
