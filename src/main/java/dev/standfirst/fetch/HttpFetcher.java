package dev.standfirst.fetch;

import dev.standfirst.watch.PageMeter;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Fetches from the web what the operator has named: feeds. Every hop of a redirect passes the guard and waits for its
 * turn at its host. Pages that strangers link to are for {@link ArticleFetcher}, which asks robots.txt first.
 */
@Component
public class HttpFetcher implements Fetcher {

    private final FetchSettings settings;
    private final AddressGuard guard;
    private final HostPacer pacer;
    private final Exchanges exchanges;
    private final PageMeter meter;
    private final Clock clock;
    private final String userAgent;
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors());

    HttpFetcher(
            FetchSettings settings,
            AddressGuard guard,
            HostPacer pacer,
            Exchanges exchanges,
            PageMeter meter,
            Clock clock,
            @Value("${spring.application.version:development}") String version) {
        this.settings = settings;
        this.guard = guard;
        this.pacer = pacer;
        this.exchanges = exchanges;
        this.meter = meter;
        this.clock = clock;
        this.userAgent = "%s/%s (+%s)".formatted(Robots.AGENT, version, settings.contact());
    }

    /** What is asked of a hop beyond being on the public web. */
    interface Manners {

        /**
         * How long after the last request to its host the address may be asked for.
         *
         * @throws IOException with a reason in plain words, where it may not
         */
        Duration gap(WebAddress address) throws IOException, InterruptedException;
    }

    @Override
    public FetchResult fetch(FetchRequest request) {
        return fetch(request, address -> settings.gap());
    }

    FetchResult fetch(FetchRequest request, Manners manners) {
        try {
            return follow(request, manners);
        } catch (IOException e) {
            meter.count(0);
            return unavailable(FailureWords.of(e, settings));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unavailable("was not read: the run was stopped");
        }
    }

    private FetchResult follow(FetchRequest request, Manners manners) throws IOException, InterruptedException {
        Trail trail = Trail.from(WebAddress.parse(request.address().toString()));
        Budget budget = new Budget(settings.timeout());
        while (true) {
            budget.start();
            Destination destination = guard.admit(trail.address(), budget.left());
            budget.stop();
            Duration gap = manners.gap(trail.address());
            Answer answer = pacer.inTurn(trail.address().host().text(), gap, () -> {
                budget.start();
                return exchanges.get(destination, headers(request), budget.left());
            });
            budget.stop();
            meter.count(answer.status());
            if (!Trail.leadsOn(answer.status())) {
                return result(request, answer, trail);
            }
            trail = trail.follow(answer.status(), answer.location());
        }
    }

    private List<Header> headers(FetchRequest request) {
        List<Header> headers = new ArrayList<>();
        headers.add(new BasicHeader("User-Agent", userAgent));
        headers.add(new BasicHeader("Accept", "*/*"));
        headers.add(new BasicHeader("Accept-Encoding", Decompression.OFFERED));
        if (!request.etag().isEmpty()) {
            headers.add(new BasicHeader("If-None-Match", request.etag()));
        }
        if (!request.lastModified().isEmpty()) {
            headers.add(new BasicHeader("If-Modified-Since", request.lastModified()));
        }
        return headers;
    }

    private FetchResult result(FetchRequest request, Answer answer, Trail trail) throws IOException {
        WebAddress moved = trail.movedTo();
        @Nullable URI movedTo = moved == null ? null : moved.uri();
        boolean conditional =
                !request.etag().isEmpty() || !request.lastModified().isEmpty();
        if (answer.status() == 304 && conditional) {
            return new FetchResult.NotModified(answer.headers(), movedTo);
        }
        if (!Answer.isPage(answer.status())) {
            return new FetchResult.Unavailable(
                    "answered %d %s"
                            .formatted(answer.status(), words(answer.status()))
                            .strip(),
                    answer.status(),
                    RetryAfter.read(answer.header("retry-after"), clock.instant()));
        }
        List<String> encodings = answer.headers().getOrDefault("content-encoding", List.of());
        byte[] body = unpack(answer.body(), encodings);
        return new FetchResult.Fetched(
                new Page(trail.address().uri(), answer.headers(), body, clock.instant()), movedTo);
    }

    /**
     * Only so many at a time as there are cores: more would not be faster, and each may become as large as is allowed.
     */
    private byte[] unpack(byte[] body, List<String> encodings) throws IOException {
        cores.acquireUninterruptibly();
        try {
            return Decompression.unpack(body, encodings, settings.maxSize());
        } finally {
            cores.release();
        }
    }

    private static String words(int status) {
        HttpStatus known = HttpStatus.resolve(status);
        return known == null ? "" : known.getReasonPhrase();
    }

    private static FetchResult unavailable(String reason) {
        return new FetchResult.Unavailable(reason, 0, null);
    }

    /** What an exchange may still take, without the time it waits for its turn. */
    private static final class Budget {

        private long left;
        private long since;

        Budget(Duration whole) {
            left = whole.toNanos();
        }

        void start() {
            since = System.nanoTime();
        }

        void stop() {
            left -= System.nanoTime() - since;
        }

        Duration left() {
            return Duration.ofNanos(Math.max(0, left));
        }
    }
}
