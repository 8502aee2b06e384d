package dev.standfirst.desk;

import dev.standfirst.MovableClock;
import dev.standfirst.StandfirstApplication;
import dev.standfirst.account.Account;
import dev.standfirst.account.Accounts;
import dev.standfirst.account.Role;
import dev.standfirst.account.SignIns;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import dev.standfirst.job.RunListener;
import dev.standfirst.job.RunRequest;
import dev.standfirst.job.RunResult;
import dev.standfirst.job.Runs;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The program with its desk, over real HTTP: a digest that went out, one that waits for approval, and one whose file
 * has a mistake. Its clock can be moved.
 */
final class DeskSite implements AutoCloseable {

    static final LocalDate DATE = LocalDate.of(2026, 11, 18);

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final ConfigurableApplicationContext context;
    private final MovableClock clock = new MovableClock();
    private final Path home;

    /** @param settings as arguments of the program */
    DeskSite(Path home, String... settings) throws IOException {
        this.home = home;
        clock.set(Instant.parse("2026-11-18T06:30:00Z"));
        Files.createDirectories(home.resolve("jobs"));
        digest("brief", "Morning Brief", "harbour-times", "");
        digest("press", "Press Club", "northwind-news", "approval: required");
        Files.writeString(home.resolve("jobs/broken.yaml"), "title: Broken\nsources: []\n");
        context = new SpringApplicationBuilder(StandfirstApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("movable", Clock.class, () -> clock, bean -> bean.setPrimary(true)))
                .run(Stream.concat(
                                Stream.of("--standfirst.data=" + home.resolve("data"), "--standfirst.home=" + home),
                                Stream.of(settings).anyMatch(one -> one.startsWith("--server.port="))
                                        ? Stream.of(settings)
                                        : Stream.concat(Stream.of("--server.port=0"), Stream.of(settings)))
                        .toArray(String[]::new));
        for (String person : new String[] {"ada", "ben", "cy"}) {
            bean(Subscriptions.class).add("all", new EmailAddress(person + "@example.org"), "", Reason.of("test"));
        }
        run("brief");
        run("press");
    }

    private void digest(String name, String title, String seeds, String more) throws IOException {
        Files.writeString(home.resolve("jobs").resolve(name + ".yaml"), """
                title: %s
                sources:
                  - {name: First Paper, feed: "%s/feed.xml", topic: Coast}
                schedule: {time: "07:00", zone: UTC, days: daily}
                audience: {list: all}
                sender: {address: brief@standfirst.example}
                %s
                """.formatted(
                        title, Path.of("seeds", seeds).toAbsolutePath(), more));
    }

    RunResult run(String name) {
        Digest digest = ((DigestResult.Loaded) new DigestFiles(home).load(name)).digest();
        return bean(Runs.class).run(new RunRequest(digest, DATE), RunListener.NONE);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    MovableClock clock() {
        return clock;
    }

    String base() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** An account, made where it is not there. */
    Account account(String name, Role role, String... digests) {
        Accounts accounts = bean(Accounts.class);
        return accounts.find(name)
                .or(() -> accounts.add(name, role, Set.of(digests)))
                .orElseThrow();
    }

    /** A path that signs an account in once. */
    String link(Account account) {
        return "/sign-in/" + bean(SignIns.class).link(account);
    }

    /** A browser of somebody who signed in. */
    Browser signedIn(String name, Role role, String... digests) throws Exception {
        Browser browser = new Browser();
        browser.post(link(account(name, role, digests)), Map.of());
        return browser;
    }

    /** Hands a file in and gives the place of its import, once it was checked. */
    String importOf(Browser browser, String list, String file, String content) throws Exception {
        HttpResponse<String> answer = browser.upload("/imports", Map.of("list", list), file, content);
        String place = answer.headers().firstValue("Location").orElse("");
        atRest(browser, place);
        return place;
    }

    /** The page of an import once nothing is at work any more; until then it has the part that asks for itself. */
    String atRest(Browser browser, String place) throws Exception {
        while (browser.get(place + "/live").body().contains("hx-get=\"" + place + "/live\"")) {
            // It is read again when this is asked again.
        }
        return browser.get(place).body();
    }

    /** A browser: keeps cookies, follows nothing, and sends forms with the token of their page. */
    final class Browser {

        private final HttpClient client = HttpClient.newHttpClient();
        private final Map<String, String> cookies = new LinkedHashMap<>();
        private final String base;

        Browser() {
            this(base());
        }

        /** @param base the site under another one of its names */
        Browser(String base) {
            this.base = base;
        }

        HttpResponse<String> get(String path, String... headers) throws Exception {
            return send(request(path, headers));
        }

        /** Sends a form of a page that was opened before. */
        HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
            Map<String, String> all = new LinkedHashMap<>(fields);
            all.put("_csrf", token());
            return postWithout(path, all);
        }

        /** Sends a form as it is given. */
        HttpResponse<String> postWithout(String path, Map<String, String> fields) throws Exception {
            String form = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return send(request(path, "Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)));
        }

        /** Sends a form with a file behind its fields, as browsers do. */
        HttpResponse<String> upload(String path, Map<String, String> fields, String file, String content)
                throws Exception {
            StringBuilder body = new StringBuilder();
            fields.forEach((name, value) -> body.append(
                    "--end\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value)));
            body.append(
                    "--end\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n%s\r\n--end--\r\n"
                            .formatted(file, content));
            return postRaw(path + "?_csrf=" + encodedToken(), "multipart/form-data; boundary=end", body.toString());
        }

        /** Sends whatever somebody may send. */
        HttpResponse<String> postRaw(String path, String type, String body) throws Exception {
            return send(request(path, "Content-Type", type).POST(BodyPublishers.ofString(body)));
        }

        /** The token of a page, as an address holds it. */
        String encodedToken() throws Exception {
            return URLEncoder.encode(token(), StandardCharsets.UTF_8);
        }

        Map<String, String> cookies() {
            return cookies;
        }

        private String token() throws Exception {
            String page = get("/settings/me").body();
            Matcher token = TOKEN.matcher(page.isEmpty() ? get("/sign-in").body() : page);
            return token.find() ? token.group(1) : "";
        }

        private HttpRequest.Builder request(String path, String... headers) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
            if (headers.length > 0) {
                request.headers(headers);
            }
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
            }
            return request;
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            for (String cookie : response.headers().allValues("Set-Cookie")) {
                String[] pair = cookie.split(";")[0].split("=", 2);
                if (pair[1].isEmpty()) {
                    cookies.remove(pair[0]);
                } else {
                    cookies.put(pair[0], pair[1]);
                }
            }
            return response;
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
