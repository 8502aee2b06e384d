package dev.standfirst.source;

import dev.standfirst.fetch.Page;
import dev.standfirst.xml.TolerantXml;
import dev.standfirst.xml.XmlText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads sitemaps (sitemaps.org): lists of pages with or without news elements, indexes of further sitemaps, and plain
 * text with an address a line; packed by gzip or not.
 */
public final class Sitemap {

    /** The protocol allows as many addresses in one file; what comes after them is not read. */
    private static final int ADDRESSES = 50_000;

    /** As much is unpacked as is fetched of a page at most. Of a longer sitemap the beginning is read. */
    private static final int BYTES = 10_000_000;

    private Sitemap() {}

    /** What came of reading a page as a sitemap. */
    public sealed interface Result {

        /**
         * It lists pages.
         *
         * @param entries in document order, at most 50,000. {@code published} is there in news sitemaps alone,
         *     {@code updated} is when the page was changed; a title is there in news sitemaps alone
         */
        record Pages(List<Entry> entries) implements Result {

            public Pages {
                entries = List.copyOf(entries);
            }
        }

        /**
         * It lists further sitemaps.
         *
         * @param sitemaps those that were changed last first, then those without a date in document order; at most
         *     50,000
         */
        record Index(List<URI> sitemaps) implements Result {

            public Index {
                sitemaps = List.copyOf(sitemaps);
            }
        }

        /** It is none; {@code reason} fits behind a name: "is not a sitemap: it begins with <html>". */
        record NotSitemap(String reason) implements Result {}
    }

    /** A sitemap of an index. */
    private record Part(URI address, @Nullable Instant changed) {}

    /** Reads a page as a sitemap. */
    public static Result read(Page page) {
        byte[] body;
        try {
            body = unpack(page.body());
        } catch (IOException e) {
            return new Result.NotSitemap("is not a sitemap: it is not whole");
        }
        String text = XmlText.decode(body, page.contentType()).stripLeading();
        return text.startsWith("<") ? xml(text, page.address()) : plain(text, page.address());
    }

    private static byte[] unpack(byte[] body) throws IOException {
        boolean packed = body.length > 2 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
        if (!packed) {
            return body;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readNBytes(BYTES);
        }
    }

    private static Result xml(String text, URI base) {
        Element first = TolerantXml.parse(text, base).firstElementChild();
        if (first == null) {
            return new Result.NotSitemap("is not a sitemap: it holds no elements");
        }
        FeedElement root = FeedElement.root(first, base, "");
        return switch (root.name()) {
            case "urlset" -> new Result.Pages(entries(root));
            case "sitemapindex" -> new Result.Index(parts(root));
            default -> new Result.NotSitemap("is not a sitemap: it begins with <" + first.normalName() + ">");
        };
    }

    private static List<Entry> entries(FeedElement root) {
        List<Entry> entries = new ArrayList<>();
        for (FeedElement url : root.all("url")) {
            FeedElement location = url.first("loc");
            URI address = location == null ? null : Addresses.page(root.base(), location.address());
            if (address != null && entries.size() < ADDRESSES) {
                entries.add(entry(address, url));
            }
        }
        return entries;
    }

    private static Entry entry(URI address, FeedElement url) {
        FeedElement news = url.first("news:news");
        FeedElement told = news == null ? url : news;
        return new Entry(
                address.toString(),
                address,
                FeedHtml.plain(told.text("news:title")),
                told.date("news:publication_date"),
                url.date("lastmod"),
                "",
                "",
                "",
                null,
                List.of(),
                List.of());
    }

    private static List<URI> parts(FeedElement root) {
        List<Part> parts = new ArrayList<>();
        for (FeedElement sitemap : root.all("sitemap")) {
            FeedElement location = sitemap.first("loc");
            URI address = location == null ? null : Addresses.page(root.base(), location.address());
            if (address != null && parts.size() < ADDRESSES) {
                parts.add(new Part(address, sitemap.date("lastmod")));
            }
        }
        parts.sort(Comparator.comparing(Part::changed, Comparator.nullsLast(Comparator.reverseOrder())));
        return parts.stream().map(Part::address).distinct().toList();
    }

    private static Result plain(String text, URI base) {
        List<Entry> entries = new ArrayList<>();
        for (String line : (Iterable<String>) text.lines().limit(ADDRESSES)::iterator) {
            URI address = Addresses.resolve(base, line);
            boolean whole = address != null
                    && line.strip().toLowerCase(java.util.Locale.ROOT).startsWith("http");
            if (address != null && whole && Addresses.isWeb(address)) {
                entries.add(
                        new Entry(address.toString(), address, "", null, null, "", "", "", null, List.of(), List.of()));
            }
        }
        return entries.isEmpty()
                ? new Result.NotSitemap("is not a sitemap: it is plain text without addresses")
                : new Result.Pages(entries);
    }
}
