package dev.standfirst.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.StandfirstApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Messages of mail providers over real HTTP. */
class ProviderControllerTests {

    @TempDir
    private Path data;

    @Test
    void onlyAProviderThatIsOnAndProvesItselfIsHeard() throws IOException, InterruptedException {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(StandfirstApplication.class)
                .run(
                        "--standfirst.data=" + data,
                        "--standfirst.home=" + data,
                        "--server.port=0",
                        "--standfirst.hooks.postmark-user=hook",
                        "--standfirst.hooks.postmark-password=secret")) {
            String site = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");

            assertThat(post(site + "/hooks/mailgun", "hook:secret", "{}")).isEqualTo(404);
            assertThat(post(site + "/hooks/mailgun", "hook:secret", " ".repeat(1_000_001)))
                    .isEqualTo(404);
            assertThat(post(site + "/hooks/postmark", "hook:wrong", "{}")).isEqualTo(403);
            assertThat(post(site + "/hooks/postmark", "hook:secret", "no json")).isEqualTo(400);
            assertThat(post(site + "/hooks/postmark", "hook:secret", " ".repeat(1_000_001)))
                    .isEqualTo(413);
            assertThat(post(
                            site + "/hooks/postmark",
                            "hook:secret",
                            "{\"RecordType\":\"Bounce\",\"Type\":\"HardBounce\",\"Email\":\"nobody@lake.example\"}"))
                    .isEqualTo(200);
        }
    }

    private static int post(String address, String login, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
