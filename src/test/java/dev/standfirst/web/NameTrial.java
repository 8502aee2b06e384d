package dev.standfirst.web;

import dev.standfirst.TestDatabase;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.MailServer;
import dev.standfirst.mail.Mailer;
import dev.standfirst.mail.Message;
import dev.standfirst.mail.ReceivedMail;
import dev.standfirst.mail.SmtpSink;
import dev.standfirst.subscriber.MailingList;
import dev.standfirst.subscriber.People;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriber;
import dev.standfirst.template.TemplateRenderer;
import dev.standfirst.template.Words;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text goes the way of a name and of a title: into a database, onto a page, into a mail; and is read back each time.
 */
final class NameTrial implements AutoCloseable {

    private final TestDatabase database;
    private final People people;
    private final SmtpSink sink = new SmtpSink();
    private final Mailer mailer = MailServer.onThisMachine(sink.port(), "the sink");
    private final TemplateRenderer templates = new TemplateRenderer(Path.of("templates"));
    private int number;

    NameTrial(TestDatabase database) throws IOException {
        this.database = database;
        this.people = new People(database.jdbc(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    /** Reads lines {"id","value"} and prints lines {"id","pass","stored"}; the database is PostgreSQL if so named. */
    public static void main(String[] arguments) throws IOException {
        TestDatabase database = arguments.length > 0 ? TestDatabase.postgres() : new TestDatabase();
        try (NameTrial trial = new NameTrial(database);
                BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode input = JsonMapper.shared().readTree(line);
                String value = input.path("value").asString("");
                String stored = trial.stored(value);
                List<String> back = trial.readBack(value);
                System.out.println(JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "id", input.path("id").asString(""),
                                "pass", back.stream().allMatch(stored::equals),
                                "unchanged", stored.equals(value),
                                "back", back)));
            }
        }
    }

    /** The text as the database has it, as a name. */
    String stored(String text) {
        EmailAddress address = new EmailAddress("reader%d@example.org".formatted(++number));
        people.subscribers.require(address, text);
        return people.subscribers.find(address).map(Subscriber::name).orElseThrow();
    }

    /** The text as it comes back from everywhere, once it is stored. */
    List<String> readBack(String text) throws IOException {
        String name = stored(text);
        List<String> back = new ArrayList<>();
        back.add(title(name));
        back.add(renamed(name));
        Document page = Jsoup.parse(page(name));
        back.add(page.expectFirst("h1").wholeText());
        back.add(page.expectFirst("title").wholeText().replaceFirst(" · Standfirst$", ""));
        ReceivedMail mail = mail(name);
        back.add(mail.subject());
        back.add(mail.fromName());
        return back;
    }

    /** Elements of a page with that title; one with another title has as many. */
    int elements(String text) {
        return Jsoup.parse(page(stored(text))).getAllElements().size();
    }

    @Override
    public void close() throws IOException {
        mailer.close();
        sink.close();
    }

    @Override
    public String toString() {
        return database.toString();
    }

    private String title(String text) {
        MailingList list = people.lists.require(people.freshList());
        people.lists.update(
                new MailingList(list.id(), list.name(), text, text, list.joinable(), list.createdAt(), list.version()));
        MailingList read = people.lists.find(list.name()).orElseThrow();
        // A list without a title is called by its name, and there is less room for a title than for a person's name.
        return text.isEmpty() || text.length() > 200 ? read.description() : read.title();
    }

    private String renamed(String text) {
        Subscriber person = people.subscribers.require(new EmailAddress("renamed@example.org"), "Ada");
        people.subscribers.rename(person.id(), text, Reason.by(text, text));
        return people.subscribers.find(person.id()).orElseThrow().name();
    }

    private String page(String text) {
        Map<String, Object> model = new HashMap<>(Map.of(
                "title",
                text,
                "from",
                text,
                "to",
                text,
                "date",
                "",
                "view",
                "text",
                "text",
                text,
                "headers",
                List.of(text)));
        model.putAll(Map.of(
                "lang",
                "en",
                "css",
                "/desk.css",
                "script",
                "/desk.js",
                "htmx",
                "/htmx.js",
                "form",
                "",
                "path",
                "/",
                "who",
                text,
                "role",
                text));
        model.putAll(Map.of("nav", List.of(), "said", text, "here", "/mailbox/1"));
        model.put("w", Words.of("dev.standfirst.desk.desk", Locale.ENGLISH).fixed());
        return templates.render("desk/mail.ftlh", model);
    }

    private ReceivedMail mail(String text) throws IOException {
        mailer.send(new Message(
                new EmailAddress("brief@standfirst.example"),
                text,
                new EmailAddress("reader@example.org"),
                Optional.empty(),
                text,
                "trial." + number + "@standfirst.example",
                Instant.EPOCH,
                text,
                page(text),
                List.of()));
        String last = sink.messages().get(sink.messages().size() - 1);
        return ReceivedMail.read(new ByteArrayInputStream(last.getBytes(StandardCharsets.UTF_8)));
    }
}
