package dev.standfirst.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.api.ApiServer.Answer;
import dev.standfirst.api.OpenApi.Route;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and how far: every route with every scope, over real HTTP. */
class AccessTests {

    @TempDir
    private static Path home;

    private static ApiServer api;

    @BeforeAll
    static void start() throws IOException {
        api = new ApiServer(home);
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void everyRouteIsReachedWithItsScopeAndWithNoOther() {
        List<String> wrong = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            String token = api.token(scope);
            for (Route route : api.get(OpenApi.class).all()) {
                boolean reached = call(token, route).status() != 403;
                if (reached != isAllowed(route, scope)) {
                    wrong.add(scope + " " + route.method() + " " + route.path());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void figuresAreReadWithTheirScopeAndWithNoOther() {
        Answer figures = api.sendAs(
                api.token(Scope.METRICS_READ), "GET", "/metrics", "", "Accept: application/openmetrics-text");

        assertThat(figures.status()).isEqualTo(200);
        assertThat(figures.header("Content-Type")).startsWith("application/openmetrics-text");
        assertThat(figures.http().body()).endsWith("# EOF\n");
        assertThat(api.sendAs(api.token(Scope.RUNS_WRITE), "GET", "/metrics", "", "")
                        .status())
                .isEqualTo(403);
        assertThat(api.sendAs("no-token", "GET", "/metrics", "", "").status()).isEqualTo(401);
    }

    @Test
    void everyRouteSaysWhatItNeeds() {
        assertThat(api.get(OpenApi.class).all())
                .hasSizeGreaterThan(25)
                .allMatch(route -> route.handler().hasMethodAnnotation(Operation.class));
    }

    @Test
    void noRouteIsReachedWithoutAToken() {
        for (Route route : api.get(OpenApi.class).all()) {
            Answer answer = call("", route);

            assertThat(answer.status()).as(route.path()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"standfirst\"");
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/v1", "/api/v1/nothing", "/api/v2/lists", "/api/v1/lists/../../x"})
    void nothingUnderTheApiAnswersWithoutAToken(String path) {
        assertThat(api.sendAs("", "GET", path, "", "").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic dXNlcjpwYXNz",
                "Bearer",
                "Bearer ",
                "bearer x",
                "Bearer sf_1_x, Bearer sf_2_y",
                "Token abc"
            })
    void otherCredentialsLetNobodyIn(String header) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.site() + "/api/v1/lists"))
                .header("Authorization", header)
                .build();

        assertThat(api.send(request).status()).isIn(401, 429);
    }

    @Test
    void twoTokensAtOnceLetNobodyIn() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.site() + "/api/v1/lists"))
                .header("Authorization", "Bearer " + api.allToken())
                .header("Authorization", "Bearer x")
                .build();

        assertThat(api.send(request).status()).isEqualTo(401);
    }

    @Test
    void aTokenInTheAddressIsNone() {
        assertThat(api.sendAs("", "GET", "/api/v1/lists?access_token=" + api.allToken(), "", "")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void wrongTokensAreToldToWaitAndRightOnesAreNot() {
        Answer last = api.sendAs("wrong", "GET", "/api/v1/lists", "", "");
        for (int i = 0; i < 30; i++) {
            last = api.sendAs("sf_1_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "GET", "/api/v1/lists", "", "");
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(last.header("Retry-After")).matches("[1-9][0-9]?");
        assertThat(api.get("/api/v1/lists").status()).isEqualTo(200);
    }

    @Test
    void aMissingScopeIsNamed() {
        Answer answer = api.sendAs(api.token(Scope.PEOPLE_READ), "POST", "/api/v1/lists", "{\"name\": \"x\"}", "");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.header("WWW-Authenticate")).contains("insufficient_scope", "scope=\"people:write\"");
        assertThat(answer.text("detail")).contains("people:write", "Nothing was read or changed.");
    }

    @Test
    void aTokenOpensNoPage() {
        assertThat(api.sendAs(api.allToken(), "GET", "/api/v1/../../mailbox", "", "")
                        .status())
                .isEqualTo(404);
        assertThat(api.sendAs(api.allToken(), "GET", "/", "", "").status())
                .as("it signs nobody in")
                .isEqualTo(303);
    }

    private static boolean isAllowed(Route route, Scope scope) {
        Operation operation = route.handler().getMethodAnnotation(Operation.class);
        return Arrays.stream(operation.needs()).allMatch(scope::covers);
    }

    private static Answer call(String token, Route route) {
        String path = route.path().replace("{id}", "999999").replace("{name}", "nobody");
        boolean body = List.of("post", "patch", "put").contains(route.method());
        return api.sendAs(
                token,
                route.method().toUpperCase(Locale.ROOT),
                path,
                body ? "{}" : "",
                route.method().equals("put") ? "Content-Type: text/csv" : "");
    }
}
