package dev.standfirst.watch;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Calls addresses that who runs the program has named. They may be on any network, unlike what feeds name; no redirect
 * is followed, nothing of an answer but its status is read, and each call ends within its time.
 */
@Component
class Calls {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(10);

    /** Made with the first call: most commands never make one. */
    private final Supplier<HttpClient> client = SingletonSupplier.of(() -> HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build());

    /**
     * Makes a call.
     *
     * @return why it did not succeed, in plain words without the address, which may be secret; empty where it did
     */
    Optional<String> make(HttpRequest.Builder request) {
        try {
            HttpResponse<InputStream> answer =
                    client.get().send(request.timeout(WHOLE).build(), BodyHandlers.ofInputStream());
            answer.body().close();
            boolean taken = answer.statusCode() >= 200 && answer.statusCode() < 300;
            return taken ? Optional.empty() : Optional.of("it answered " + answer.statusCode());
        } catch (IOException e) {
            return Optional.of("it did not answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the program ends");
        }
    }
}
