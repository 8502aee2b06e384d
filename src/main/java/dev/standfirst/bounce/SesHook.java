package dev.standfirst.bounce;

import dev.standfirst.bounce.Report.Mechanism;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * SES, through a topic of SNS: signed by RSA with a certificate that Amazon serves. A request to confirm the topic is
 * told to the operator and never followed.
 */
@Component
final class SesHook implements Hook {

    private static final Logger log = LoggerFactory.getLogger(SesHook.class);
    private static final List<String> NOTIFIED =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> ASKED =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    private final HookSettings settings;
    private final SnsCertificates certificates;
    private final Clock clock;

    SesHook(HookSettings settings, SnsCertificates certificates, Clock clock) {
        this.settings = settings;
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ses";
    }

    @Override
    public boolean isOn() {
        return !settings.sesTopic().isBlank();
    }

    @Override
    public Checked check(HookRequest request) {
        Optional<JsonNode> json = request.json();
        if (json.isEmpty() || !HookRequest.text(json.get(), "TopicArn").equals(settings.sesTopic())) {
            return new Checked.Forged("it is not of the topic that is set");
        }
        JsonNode message = json.get();
        if (!isFresh(HookRequest.text(message, "Timestamp"))) {
            return new Checked.Forged("it is too old");
        }
        SnsCertificates.Found found = certificates.key(HookRequest.text(message, "SigningCertURL"));
        if (found instanceof SnsCertificates.Found.Later) {
            return new Checked.Later();
        }
        if (!(found instanceof SnsCertificates.Found.Key known) || !isSigned(message, known.key())) {
            return new Checked.Forged("the signature is wrong");
        }
        return new Checked.Genuine(Fingerprints.of(name(), HookRequest.text(message, "MessageId")), events(message));
    }

    private boolean isFresh(String timestamp) {
        try {
            return Signed.isFresh(Instant.parse(timestamp), settings.window(), clock);
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isSigned(JsonNode message, PublicKey key) {
        String algorithm = HookRequest.text(message, "SignatureVersion").equals("2") ? "SHA256withRSA" : "SHA1withRSA";
        return Signed.by(key, algorithm, HookRequest.text(message, "Signature"), canonical(message));
    }

    /** Name and value of each field that is signed, each on a line of its own. */
    private static String canonical(JsonNode message) {
        boolean notified = HookRequest.text(message, "Type").equals("Notification");
        StringBuilder text = new StringBuilder();
        for (String name : notified ? NOTIFIED : ASKED) {
            if (message.has(name)) {
                text.append(name)
                        .append('\n')
                        .append(HookRequest.text(message, name))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static List<Event> events(JsonNode message) {
        if (HookRequest.text(message, "Type").equals("SubscriptionConfirmation")) {
            log.info(
                    "SNS asks whether {} may write here; if you set it up, open {}",
                    Diagnosis.oneLine(HookRequest.text(message, "TopicArn")),
                    Diagnosis.oneLine(HookRequest.text(message, "SubscribeURL")));
            return List.of();
        }
        return HookRequest.json(HookRequest.text(message, "Message"))
                .map(SesHook::told)
                .orElse(List.of());
    }

    private static List<Event> told(JsonNode told) {
        List<Event> events = new ArrayList<>();
        JsonNode bounce = told.path("bounce");
        for (JsonNode recipient : bounce.path("bouncedRecipients")) {
            String address = HookRequest.text(recipient, "emailAddress");
            events.add(new Event(address, failure(bounce, recipient, address)));
        }
        JsonNode complaint = told.path("complaint");
        String type = HookRequest.text(complaint, "complaintFeedbackType");
        for (JsonNode recipient : complaint.path("complainedRecipients")) {
            String address = HookRequest.text(recipient, "emailAddress");
            if (!type.equals("not-spam")) {
                events.add(new Event(address, new Report.Complaint(address, type.isEmpty() ? "abuse" : type)));
            }
        }
        return events;
    }

    private static Report failure(JsonNode bounce, JsonNode recipient, String address) {
        Diagnosis why =
                Diagnosis.of(HookRequest.text(recipient, "status"), HookRequest.text(recipient, "diagnosticCode"));
        Cause cause = switch (HookRequest.text(bounce, "bounceSubType")) {
            case "NoEmail" -> Cause.UNKNOWN;
            case "Suppressed", "OnAccountSuppressionList" -> Cause.CLOSED;
            case "MailboxFull" -> Cause.FULL;
            case "MessageTooLarge" -> Cause.SIZE;
            case "ContentRejected", "AttachmentRejected" -> Cause.MESSAGE;
            default ->
                why.cause() == Cause.OTHER
                                && HookRequest.text(bounce, "bounceType").equals("Permanent")
                        ? Cause.UNKNOWN
                        : why.cause();
        };
        return new Report.Failure(address, cause, why.code(), why.text(), Mechanism.PROVIDER);
    }
}
