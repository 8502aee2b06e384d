package dev.standfirst.api;

import dev.standfirst.StandfirstApplication;
import dev.standfirst.api.Tokens.Making;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole program with its API, over real HTTP, with a database of its own. */
final class ApiServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final URI site;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger tokens = new AtomicInteger();
    private final String all;

    /** An answer of the API. */
    record Answer(HttpResponse<String> http) {

        int status() {
            return http.statusCode();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(http.body());
        }

        String text(String field) {
            return json().path(field).asString("");
        }
    }

    ApiServer(Path home, String... settings) throws IOException {
        Files.createDirectories(home);
        String[] all = new String[settings.length + 3];
        all[0] = "--standfirst.home=" + home;
        all[1] = "--standfirst.data=" + home.resolve("data");
        all[2] = "--server.port=0";
        System.arraycopy(settings, 0, all, 3, settings.length);
        Files.createDirectories(home.resolve("data"));
        context = new SpringApplicationBuilder(StandfirstApplication.class).run(all);
        site = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
        this.all = token(EnumSet.allOf(Scope.class));
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    URI site() {
        return site;
    }

    /** A token for everything. */
    String allToken() {
        return all;
    }

    String token(Scope... scopes) {
        return token(EnumSet.copyOf(Set.of(scopes)));
    }

    private String token(Set<Scope> scopes) {
        String name = "test " + tokens.incrementAndGet();
        // Another server may have been in the same folder before.
        get(Tokens.class).remove(name);
        return ((Making.Made) get(Tokens.class).add(name, scopes, Duration.ofDays(1))).secret();
    }

    Answer get(String path) {
        return send("GET", path, "", "");
    }

    Answer post(String path, String body) {
        return send("POST", path, body, "");
    }

    /**
     * Sends a request with the token for everything.
     *
     * @param body JSON, or empty for none
     * @param headers lines like {@code If-Match: "1"}
     */
    Answer send(String method, String path, String body, String headers) {
        return sendAs(all, method, path, body, headers);
    }

    Answer sendAs(String token, String method, String path, String body, String headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(site + path))
                .timeout(Duration.ofMinutes(1))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!body.isEmpty() && !headers.contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.lines().map(line -> line.split(": ", 2)).forEach(pair -> request.header(pair[0], pair[1]));
        return send(request.build());
    }

    Answer send(HttpRequest request) {
        try {
            return new Answer(client.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
