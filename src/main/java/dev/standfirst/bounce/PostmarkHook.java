package dev.standfirst.bounce;

import dev.standfirst.bounce.Report.Mechanism;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Postmark: one event a message, told apart from others by a user name and a password. */
@Component
final class PostmarkHook implements Hook {

    /** Its words for causes, where they tell more than the text of the mail server. */
    private static final Map<String, Cause> TYPES = Map.of(
            "HardBounce", Cause.UNKNOWN,
            "BadEmailAddress", Cause.UNKNOWN,
            "ManuallyDeactivated", Cause.CLOSED,
            "AddressChange", Cause.MOVED,
            "SpamNotification", Cause.SPAM,
            "Blocked", Cause.POLICY,
            "DMARCPolicy", Cause.LOGIN,
            "DnsError", Cause.UNREACHABLE);

    private final HookSettings settings;

    PostmarkHook(HookSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "postmark";
    }

    @Override
    public boolean isOn() {
        return !settings.postmarkPassword().isBlank();
    }

    @Override
    public Checked check(HookRequest request) {
        String login = settings.postmarkUser() + ":" + settings.postmarkPassword();
        String expected = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        if (!Signed.equal(expected, request.header("authorization"))) {
            return new Checked.Forged("the login is wrong");
        }
        Optional<JsonNode> json = request.json();
        return json.isEmpty()
                ? new Checked.Unreadable("it is no JSON")
                : new Checked.Genuine(Fingerprints.of(name(), request.body()), events(json.get()));
    }

    private static List<Event> events(JsonNode json) {
        String address = HookRequest.text(json, "Email");
        return switch (HookRequest.text(json, "RecordType")) {
            case "Bounce" -> List.of(new Event(address, bounce(json, address)));
            case "SpamComplaint" -> List.of(new Event(address, new Report.Complaint(address, "abuse")));
            case "SubscriptionChange" -> left(json);
            default -> List.of();
        };
    }

    private static List<Event> left(JsonNode json) {
        String address = HookRequest.text(json, "Recipient");
        boolean byPerson = json.path("SuppressSending").asBoolean(false)
                && HookRequest.text(json, "SuppressionReason").equals("ManualSuppression");
        return byPerson ? List.of(new Event(address, new Report.Unsubscribe("", address))) : List.of();
    }

    private static Report bounce(JsonNode json, String address) {
        Diagnosis why = Diagnosis.of("", HookRequest.text(json, "Details"));
        Cause cause = why.cause() == Cause.OTHER
                ? TYPES.getOrDefault(HookRequest.text(json, "Type"), Cause.OTHER)
                : why.cause();
        return switch (HookRequest.text(json, "Type")) {
            case "AutoResponder" -> new Report.AutoReply(Report.AutoReply.Kind.OTHER);
            case "ChallengeVerification" -> new Report.AutoReply(Report.AutoReply.Kind.CHALLENGE);
            case "Transient" -> new Report.Delayed(address, why.code(), why.text());
            case "Unsubscribe" -> new Report.Unsubscribe("", address);
            default -> new Report.Failure(address, cause, why.code(), why.text(), Mechanism.PROVIDER);
        };
    }
}
