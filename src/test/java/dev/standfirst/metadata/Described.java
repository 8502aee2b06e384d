package dev.standfirst.metadata;

import dev.standfirst.fetch.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jsoup.Jsoup;

/** Pages of tests, described. */
final class Described {

    private static final URI ADDRESS = URI.create("https://news.harbour.example/politics/barrage-approved");

    private Described() {}

    static PageMetadata page(String html) {
        return page(html, ADDRESS);
    }

    static PageMetadata page(String html, URI address) {
        return page(html, address, Instant.parse("2026-11-20T12:00:00Z"));
    }

    static PageMetadata page(String html, URI address, Instant fetched) {
        Page page = new Page(address, Map.of(), html.getBytes(StandardCharsets.UTF_8), fetched);
        return PageMetadata.read(Jsoup.parse(html, address.toString()), page);
    }

    /** With these data as its JSON-LD, under the headline "Barrage approved". */
    static PageMetadata withData(String json) {
        return page("<title>Barrage approved</title><script type='application/ld+json'>" + json
                + "</script><h1>Barrage approved</h1>");
    }
}
