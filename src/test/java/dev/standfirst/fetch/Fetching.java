package dev.standfirst.fetch;

import dev.standfirst.watch.Metering;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.springframework.util.unit.DataSize;

/** A fetcher for tests: allowed on the loopback interface, in a hurry, without gaps. */
final class Fetching implements AutoCloseable {

    final FetchSettings settings;
    final Connections connections;
    final HttpFetcher web;
    final Robots robots;
    final ArticleFetcher articles;

    private Fetching(FetchSettings settings, Clock clock, HostNames names, SSLContext trust) {
        this.settings = settings;
        connections = new Connections(settings, trust);
        AddressGuard guard = new AddressGuard(settings, names);
        web = new HttpFetcher(
                settings,
                guard,
                new HostPacer(settings, clock),
                new Exchanges(connections, settings, new AnswerMemory()),
                Metering.pages(),
                clock,
                "test");
        robots = new Robots(web, settings, clock);
        articles = new ArticleFetcher(web, robots);
    }

    static Fetching within(Duration timeout) {
        return new Fetching(
                settings(timeout, DataSize.ofKilobytes(100), List.of("127.0.0.1")),
                Clock.systemUTC(),
                new NameServers(),
                null);
    }

    static Fetching ofUpTo(DataSize size) {
        return new Fetching(
                settings(Duration.ofSeconds(60), size, List.of("127.0.0.1")),
                Clock.systemUTC(),
                new NameServers(),
                null);
    }

    static Fetching at(Clock clock) {
        return new Fetching(
                settings(Duration.ofSeconds(10), DataSize.ofKilobytes(100), List.of("127.0.0.1")),
                clock,
                new NameServers(),
                null);
    }

    static Fetching with(HostNames names, SSLContext trust, String... allowed) {
        return new Fetching(
                settings(Duration.ofSeconds(10), DataSize.ofKilobytes(100), List.of(allowed)),
                Clock.systemUTC(),
                names,
                trust);
    }

    static FetchSettings settings(Duration queue) {
        return settings(Duration.ofSeconds(10), DataSize.ofKilobytes(100), List.of(), queue);
    }

    static FetchSettings settings(Duration timeout, DataSize size, List<String> allowed) {
        return settings(timeout, size, allowed, Duration.ofMinutes(1));
    }

    private static FetchSettings settings(Duration timeout, DataSize size, List<String> allowed, Duration queue) {
        return new FetchSettings(
                timeout, Duration.ofSeconds(5), size, Duration.ZERO, queue, allowed, "https://standfirst.example/");
    }

    FetchResult fetch(URI address) {
        return web.fetch(FetchRequest.of(address));
    }

    /** Why an address cannot be had; an empty string where it can. */
    String reason(URI address) {
        return fetch(address) instanceof FetchResult.Unavailable none ? none.reason() : "";
    }

    @Override
    public void close() {
        connections.destroy();
    }
}
