package dev.standfirst.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Fetches pages from the web. Every hop of a redirect passes the guard; the whole exchange has one deadline, because
 * the JDK's own timeout ends at the headers; bodies are limited before and after decompression.
 */
@Component
public class HttpFetcher implements Fetcher {

    private static final int REDIRECTS = 5;
    private static final Set<Integer> REDIRECT = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PERMANENT = Set.of(301, 308);

    private final FetchSettings settings;
    private final AddressGuard guard;
    private final HostPacer pacer;
    private final Clock clock;
    private final String userAgent;
    private @Nullable HttpClient client;

    HttpFetcher(
            FetchSettings settings,
            AddressGuard guard,
            HostPacer pacer,
            Clock clock,
            @Value("${spring.application.version:development}") String version) {
        this.settings = settings;
        this.guard = guard;
        this.pacer = pacer;
        this.clock = clock;
        this.userAgent = "Standfirst/%s (+%s)".formatted(version, settings.contact());
    }

    @Override
    public FetchResult fetch(FetchRequest request) {
        try {
            return follow(request, System.nanoTime() + settings.timeout().toNanos());
        } catch (TimeoutException e) {
            return unavailable(
                    "did not answer within %d s".formatted(settings.timeout().toSeconds()));
        } catch (IOException e) {
            return unavailable(reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unavailable("was not read: the run was stopped");
        }
    }

    private FetchResult follow(FetchRequest request, long deadline)
            throws IOException, InterruptedException, TimeoutException {
        URI address = request.address();
        URI moved = null;
        boolean permanent = true;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            Optional<String> objection = guard.objection(address);
            if (objection.isPresent()) {
                return unavailable(objection.get());
            }
            pacer.await(address.getHost());
            HttpResponse<byte[]> response = exchange(request, address, deadline);
            Optional<URI> next = redirect(response);
            if (next.isEmpty()) {
                return result(response, moved);
            }
            address = next.get();
            permanent &= PERMANENT.contains(response.statusCode());
            moved = permanent ? address : moved;
        }
        return unavailable("redirects more than %d times".formatted(REDIRECTS));
    }

    private HttpResponse<byte[]> exchange(FetchRequest request, URI address, long deadline)
            throws IOException, InterruptedException, TimeoutException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address)
                .header("User-Agent", userAgent)
                .header("Accept-Encoding", "gzip, deflate");
        if (!request.etag().isEmpty()) {
            builder.header("If-None-Match", request.etag());
        }
        if (!request.lastModified().isEmpty()) {
            builder.header("If-Modified-Since", request.lastModified());
        }
        CompletableFuture<HttpResponse<byte[]>> answer = client().sendAsync(
                        builder.build(),
                        info -> new LimitedBody(settings.maxSize().toBytes()));
        try {
            return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static Optional<URI> redirect(HttpResponse<byte[]> response) throws IOException {
        if (!REDIRECT.contains(response.statusCode())) {
            return Optional.empty();
        }
        try {
            return response.headers().firstValue("location").map(response.uri()::resolve);
        } catch (IllegalArgumentException e) {
            throw new IOException("redirects to an address that cannot be read", e);
        }
    }

    private FetchResult result(HttpResponse<byte[]> response, @Nullable URI moved) throws IOException {
        int status = response.statusCode();
        if (status == 304) {
            return new FetchResult.NotModified(headers(response), moved);
        }
        if (status != 200) {
            return new FetchResult.Unavailable(
                    "answered %d %s".formatted(status, words(status)).strip(), status, retryAfter(response));
        }
        String encoding = response.headers().firstValue("content-encoding").orElse("");
        byte[] body = Decompression.unpack(
                response.body(), encoding, settings.maxSize().toBytes());
        Page page = new Page(response.uri(), headers(response), body, clock.instant());
        return new FetchResult.Fetched(page, moved);
    }

    private static String words(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "" : known.getReasonPhrase();
    }

    private static Map<String, List<String>> headers(HttpResponse<byte[]> response) {
        Map<String, List<String>> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        return headers;
    }

    private static @Nullable Duration retryAfter(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("retry-after")
                .filter(value -> value.matches("\\d{1,7}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(null);
    }

    private String reason(IOException e) {
        if (e instanceof LimitedBody.TooLarge) {
            return "is larger than %d MB".formatted(settings.maxSize().toMegabytes());
        }
        if (e instanceof java.net.http.HttpConnectTimeoutException) {
            return "did not answer within %d s"
                    .formatted(settings.connectTimeout().toSeconds());
        }
        if (e instanceof ConnectException) {
            return "refused the connection";
        }
        return "broke the connection: " + e.getMessage();
    }

    private static FetchResult unavailable(String reason) {
        return new FetchResult.Unavailable(reason, 0, null);
    }

    /** Made when first needed: a run over files alone never pays for it. */
    private synchronized HttpClient client() {
        HttpClient ready = client;
        if (ready == null) {
            ready = HttpClient.newBuilder()
                    .connectTimeout(settings.connectTimeout())
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
            client = ready;
        }
        return ready;
    }
}
