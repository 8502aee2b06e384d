package dev.standfirst.fetch;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks sites whether we may read their pages. A robots.txt is fetched at most once a day; where it cannot be had now,
 * the one we know goes on to hold, and without one nothing is read (RFC 9309, 2.3.1). The least recently used are
 * forgotten when many sites are known.
 */
@Component
class Robots {

    /** Our product token, in robots.txt as in the User-Agent. */
    static final String AGENT = "Standfirst";

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration UNTIL_NEXT_TRY = Duration.ofHours(1);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final long MEMORY_BYTES = 16_000_000;
    private static final int SITE_BYTES = 500;

    private final HttpFetcher web;
    private final FetchSettings settings;
    private final Clock clock;
    private final Map<String, Site> sites = new LinkedHashMap<>(16, 0.75F, true);
    private long weight;

    Robots(HttpFetcher web, FetchSettings settings, Clock clock) {
        this.web = web;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * How long after the last request to its host a page may be asked for.
     *
     * @throws IOException with a reason in plain words, where its site does not want it to be read
     */
    Duration gap(WebAddress page) throws IOException, InterruptedException {
        Known known = known(page);
        if (known.rules == null) {
            throw new Refusal("may not be read now: its site's robots.txt " + known.trouble);
        }
        if (!known.rules.allows(AGENT, page.target())) {
            throw new Refusal("may not be read: its site's robots.txt forbids it");
        }
        Duration asked = known.rules.crawlDelay(AGENT).orElse(Duration.ZERO);
        return asked.compareTo(settings.gap()) > 0 ? asked : settings.gap();
    }

    private Known known(WebAddress page) throws InterruptedException {
        URI file = page.uri().resolve("/robots.txt");
        Site site = site(file.toString());
        site.lock.lockInterruptibly();
        try {
            if (!clock.instant().isBefore(site.known.until)) {
                site.known = ask(file, site.known);
                weigh(site);
            }
            return site.known;
        } finally {
            site.lock.unlock();
        }
    }

    private Known ask(URI file, Known before) {
        FetchResult result = web.fetch(FetchRequest.of(file));
        Instant now = clock.instant();
        if (result instanceof FetchResult.Fetched fetched) {
            return new Known(RobotsTxt.parse(fetched.page().body()), "", now.plus(DAY));
        }
        FetchResult.Unavailable none = (FetchResult.Unavailable) result;
        if (none.status() >= 200 && none.status() < 500 && none.status() != TOO_MANY_REQUESTS) {
            return new Known(RobotsTxt.EMPTY, "", now.plus(DAY));
        }
        return new Known(before.rules, none.reason(), now.plus(UNTIL_NEXT_TRY));
    }

    private synchronized Site site(String file) {
        return sites.computeIfAbsent(file, name -> new Site());
    }

    private synchronized void weigh(Site changed) {
        int now = SITE_BYTES + (changed.known.rules == null ? 0 : changed.known.rules.weight());
        weight += now - changed.weight;
        changed.weight = now;
        Iterator<Site> eldest = sites.values().iterator();
        while (weight > MEMORY_BYTES && sites.size() > 1) {
            weight -= eldest.next().weight;
            eldest.remove();
        }
    }

    /** One site; its lock is held while its file is fetched, so that it is fetched once. */
    private static final class Site {

        private final ReentrantLock lock = new ReentrantLock();
        private volatile Known known = new Known(null, "", Instant.MIN);
        private int weight;
    }

    /**
     * What we know of a site.
     *
     * @param rules or null where it could never be read
     * @param trouble why it cannot be read now, behind a name
     * @param until when it is asked again
     */
    private record Known(@Nullable RobotsTxt rules, String trouble, Instant until) {}
}
