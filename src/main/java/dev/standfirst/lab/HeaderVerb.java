package dev.standfirst.lab;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.EmailAddress.Parsed;
import dev.standfirst.mail.MailServer;
import dev.standfirst.mail.Mailer;
import dev.standfirst.mail.Message;
import dev.standfirst.mail.ReceivedMail;
import dev.standfirst.mail.SendResult;
import dev.standfirst.text.OneLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code {"category","value"}} to {@code {"pass","refused","failed"}}: a mail with the value in the place that the
 * category names goes over a connection to a server on this machine and is read back. {@code failed} says what came out
 * otherwise than with a harmless value; {@code refused} why the value is taken for no address.
 */
final class HeaderVerb implements LabVerb {

    private static final int LINE_OCTETS = 998;
    private static final Pattern BARE_BREAK = Pattern.compile("\r(?!\n)|(?<!\r)\n");
    private static final String HARMLESS = "Tides";
    private static final String BODY = "The tide came in.\r\n";

    /** Where a value stands; what it is read back as. */
    private enum Place {
        FROM_NAME,
        SUBJECT,
        LIST_TITLE,
        REPLY_TO,
        TO,
        BODY;

        static Place of(String category) {
            return switch (category.split(" ", 2)[0]) {
                case "digest", "list", "list-id" -> LIST_TITLE;
                case "from", "subscriber" -> FROM_NAME;
                case "feed", "article", "subject" -> SUBJECT;
                case "reply-to" -> REPLY_TO;
                case "to", "address" -> TO;
                case "body" -> BODY;
                default -> throw new IllegalArgumentException("there is no place \"%s\"".formatted(category));
            };
        }

        String readFrom(ReceivedMail mail) {
            return switch (this) {
                case FROM_NAME -> mail.fromName();
                case SUBJECT -> mail.subject();
                case LIST_TITLE -> unquoted(mail.words("List-Id").replaceFirst(" ?<[^<>]*>$", ""));
                case REPLY_TO -> mail.words("Reply-To");
                case TO -> mail.to();
                case BODY -> mail.text();
            };
        }
    }

    @Override
    public Map<String, @Nullable Object> answer(JsonNode input) throws IOException, InterruptedException {
        Place place = Place.of(input.path("category").asString(""));
        String value = input.path("value").asString("");
        boolean address = place == Place.REPLY_TO || place == Place.TO;
        String refused = address && EmailAddress.parse(value) instanceof Parsed.Invalid no ? no.reason() : "";
        List<String> failed = refused.isEmpty() ? failed(place, value) : List.of();
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("pass", failed.isEmpty());
        answer.put("refused", refused.isEmpty() ? null : refused);
        answer.put("failed", failed);
        return answer;
    }

    private static List<String> failed(Place place, String value) throws IOException, InterruptedException {
        LoopbackServer.Heard heard = send(message(place, value));
        if (heard.mails().size() != 1 || heard.count("MAIL") != 1 || heard.count("RCPT") != 1) {
            return List.of("not one mail to one recipient: " + heard.commands());
        }
        LoopbackServer.Heard other = send(message(place, place == Place.TO ? value : harmless(place)));
        List<String> failed = new ArrayList<>();
        failed.addAll(wrongOnTheWay(new String(heard.mails().get(0), StandardCharsets.ISO_8859_1)));
        failed.addAll(wrongWhenRead(read(heard), read(other), place, value));
        return failed;
    }

    private static List<String> wrongOnTheWay(String raw) {
        List<String> failed = new ArrayList<>();
        if (BARE_BREAK.matcher(raw).find() || raw.indexOf('\0') >= 0) {
            failed.add("a line break that is half of one, or a NUL");
        }
        if (raw.lines().anyMatch(line -> line.length() > LINE_OCTETS)) {
            failed.add("a line longer than 998 octets");
        }
        return failed;
    }

    private static List<String> wrongWhenRead(ReceivedMail mail, ReceivedMail harmless, Place place, String value) {
        List<String> failed = new ArrayList<>();
        if (!names(mail).equals(names(harmless))) {
            failed.add("other headers: " + names(mail));
        }
        if (!mail.html().equals(harmless.html())
                || !(place == Place.BODY || mail.text().equals(harmless.text()))) {
            failed.add("another body");
        }
        if (!place.readFrom(mail).equals(expected(place, value))) {
            failed.add("read back as " + place.readFrom(mail));
        }
        return failed;
    }

    private static String harmless(Place place) {
        return place == Place.REPLY_TO ? "desk@standfirst.example" : HARMLESS;
    }

    private static String expected(Place place, String value) {
        return switch (place) {
            case BODY -> value.replaceAll("\r\n|\r|\n", "\r\n");
            case REPLY_TO, TO -> address(value).wire();
            default -> OneLine.of(value);
        };
    }

    private static String unquoted(String phrase) {
        return phrase.length() > 1 && phrase.startsWith("\"")
                ? phrase.substring(1, phrase.length() - 1).replaceAll("\\\\(.)", "$1")
                : phrase;
    }

    private static List<String> names(ReceivedMail mail) {
        return mail.headers().stream().map(Message.Header::name).toList();
    }

    private static ReceivedMail read(LoopbackServer.Heard heard) throws IOException {
        return ReceivedMail.read(new ByteArrayInputStream(heard.mails().get(0)));
    }

    private static LoopbackServer.Heard send(Message message) throws IOException, InterruptedException {
        try (LoopbackServer server = new LoopbackServer()) {
            try (Mailer mailer = MailServer.onThisMachine(server.port(), "the server of the lab")) {
                SendResult result = mailer.send(message);
                if (!(result instanceof SendResult.Accepted)) {
                    throw new IOException("the mail was not taken: " + result);
                }
            }
            return server.heard();
        }
    }

    private static Message message(Place place, String value) {
        return new Message(
                new EmailAddress("brief@standfirst.example"),
                place == Place.FROM_NAME ? value : HARMLESS,
                place == Place.TO ? address(value) : new EmailAddress("reader@standfirst.example"),
                place == Place.REPLY_TO ? Optional.of(address(value)) : Optional.empty(),
                place == Place.SUBJECT ? value : HARMLESS,
                "lab@standfirst.example",
                Instant.EPOCH,
                place == Place.BODY ? value : BODY,
                BODY,
                List.of(new Message.Header(
                        "List-Id",
                        "%s <brief.standfirst.example>".formatted(place == Place.LIST_TITLE ? value : HARMLESS))));
    }

    private static EmailAddress address(String value) {
        return ((Parsed.Valid) EmailAddress.parse(value)).address();
    }
}
