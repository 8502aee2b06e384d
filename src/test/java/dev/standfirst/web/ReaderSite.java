package dev.standfirst.web;

import dev.standfirst.StandfirstApplication;
import dev.standfirst.consent.Outbox;
import dev.standfirst.consent.OutboxNow;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import dev.standfirst.job.RunListener;
import dev.standfirst.job.RunRequest;
import dev.standfirst.job.Runs;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.Mailbox;
import dev.standfirst.mail.ReceivedMail;
import dev.standfirst.subscriber.LinkToken;
import dev.standfirst.subscriber.LinkToken.Purpose;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.MailingList;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscriptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The program with its pages, over real HTTP: one digest that everybody may read and one that nobody may, with an
 * edition of each, and lists of every kind. Its clock can be moved.
 */
final class ReaderSite implements AutoCloseable {

    static final LocalDate DATE = LocalDate.of(2026, 11, 18);
    static final String FORM = "application/x-www-form-urlencoded";

    private static final Pattern HIDDEN = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"");

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Watch watch = new Watch();

    ReaderSite(Path home, String... settings) throws IOException {
        Files.createDirectories(home.resolve("jobs"));
        digest(home, "morning", "Morning Brief", "en", "morning-brief", true);
        digest(home, "abend", "Abendblick", "de", "abend", true);
        digest(home, "inner", "Inner Circle", "en", "inner", false);
        context = new SpringApplicationBuilder(StandfirstApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("watch", Clock.class, () -> watch, bean -> bean.setPrimary(true)))
                .run(Stream.concat(
                                Stream.of(
                                        "--standfirst.data=" + home.resolve("data"),
                                        "--standfirst.home=" + home,
                                        "--server.port=0"),
                                Stream.of(settings))
                        .toArray(String[]::new));
        joinable(
                "morning-brief",
                "",
                "The news of the coast in one minute, from five papers. Only sentences that" + " reporters wrote.");
        joinable("abend", "", "");
        joinable("later", "Later", "");
        bean(Lists.class).require("closed");
        bean(Lists.class).require("inner");
        bean(Subscriptions.class).add("closed", new EmailAddress("zoe@example.org"), "", Reason.of("test"));
        for (String list : new String[] {"morning-brief", "inner", "abend"}) {
            bean(Subscriptions.class).add(list, new EmailAddress("first@example.org"), "", Reason.of("test"));
        }
        run(home, "morning", DATE);
        run(home, "inner", DATE);
    }

    private static void digest(Path home, String name, String title, String language, String list, boolean archived)
            throws IOException {
        Path seeds = Path.of("seeds").toAbsolutePath();
        Files.writeString(home.resolve("jobs").resolve(name + ".yaml"), """
                title: %s
                language: %s
                sources:
                  - {name: Harbour Times, feed: "%s/harbour-times/feed.xml", topic: Coast}
                  - {name: Northwind News, feed: "%s/northwind-news/feed.xml", topic: Country}
                  - {name: Field Notes, folder: "%s/field-notes", topic: Science}
                schedule: {time: "07:00", zone: Europe/Berlin, days: daily}
                audience: {list: %s}
                archive: %s
                sender:
                  name: %s
                  address: brief@standfirst.example
                  postal: %s, Port Averil
                """.formatted(
                        title,
                        language,
                        seeds,
                        seeds,
                        seeds,
                        list,
                        archived,
                        title,
                        archived ? "Harbour Press Club, 12 Rope Walk" : "Inner Circle House, 3 Rope Walk"));
    }

    private void joinable(String name, String title, String description) {
        Lists lists = bean(Lists.class);
        MailingList list = lists.require(name);
        lists.update(new MailingList(
                list.id(), name, title.isEmpty() ? name : title, description, true, list.createdAt(), list.version()));
    }

    private void run(Path home, String digest, LocalDate date) {
        DigestResult.Loaded loaded = (DigestResult.Loaded) new DigestFiles(home).load(digest);
        bean(Runs.class).run(new RunRequest(loaded.digest(), date), new RunListener() {});
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Watch watch() {
        return watch;
    }

    String base() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** Puts a person on a list. */
    Subscription subscribe(String list, String address) {
        bean(Subscriptions.class).add(list, new EmailAddress(address), "", Reason.of("test"));
        return bean(Subscriptions.class).find(list, new EmailAddress(address)).orElseThrow();
    }

    Subscription now(Subscription subscription) {
        return bean(Subscriptions.class).find(subscription.id()).orElseThrow();
    }

    String leave(Subscription subscription) {
        return "/u/" + bean(LinkToken.class).of(Purpose.LEAVE, subscription.id());
    }

    String choose(Subscription subscription) {
        return "/p/" + bean(LinkToken.class).of(Purpose.CHOOSE, subscription.id());
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(request(path, headers).build());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return send(request(path, headers)
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, BodyHandlers.ofString());
    }

    /** What the server answers to bytes that no client would send. */
    String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(base()).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The hidden field of a form, after the time that a person needs to read the page. */
    String shown(String path) throws Exception {
        Matcher field = HIDDEN.matcher(get(path).body());
        if (!field.find()) {
            throw new AssertionError(path + " has no form");
        }
        watch.move(Duration.ofSeconds(10));
        return field.group(1);
    }

    /** Sends the mails that wait. */
    void sendMails() {
        OutboxNow.empty(bean(Outbox.class));
    }

    /** The path of the first link of a kind in the latest mail. */
    String mailed(String kind) throws IOException {
        Mailbox mailbox = bean(Mailbox.class);
        // Names begin with the time; of one moment, by the number that follows it.
        String name = mailbox.latest(1).get(0);
        String text = ReceivedMail.read(mailbox.find(name).orElseThrow()).text();
        Matcher link = Pattern.compile("https://standfirst\\.localhost(" + kind + "[A-Za-z0-9_-]+)")
                .matcher(text);
        if (!link.find()) {
            throw new AssertionError("no such link in: " + text);
        }
        return link.group(1);
    }

    @Override
    public void close() {
        context.close();
    }

    /** The time of day, moved. */
    static final class Watch extends Clock {

        private volatile Instant start = Instant.parse("2026-11-18T06:30:00Z");

        void move(Duration by) {
            start = start.plus(by);
        }

        @Override
        public Instant instant() {
            return start;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(start, zone);
        }
    }
}
