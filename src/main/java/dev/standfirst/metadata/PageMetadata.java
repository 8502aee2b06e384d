package dev.standfirst.metadata;

import dev.standfirst.fetch.Page;
import dev.standfirst.metadata.PageDates.Dated;
import dev.standfirst.source.Entry;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about its article: structured data first, then the meta elements, then the markup.
 *
 * @param address the article's own public address, see {@link CanonicalUrl}
 * @param title without the name of the site; may be empty
 * @param byline names, comma separated; may be empty
 * @param published or null
 * @param day the day of its publication as its readers see it, in their zone; null where {@code published} is
 * @param language as declared, or {@link Locale#ROOT}
 * @param site may be empty
 * @param excerpt may be empty
 * @param image or null
 * @param body the text as the structured data give it; may be empty or cut short
 * @param categories what it is filed under, its section first; each once
 * @param access whether the page says that it may be read without paying
 */
public record PageMetadata(
        URI address,
        String title,
        String byline,
        @Nullable Instant published,
        @Nullable LocalDate day,
        Locale language,
        String site,
        String excerpt,
        @Nullable URI image,
        String body,
        List<String> categories,
        Access access) {

    /** What a page says of its price ({@code isAccessibleForFree}). */
    public enum Access {
        FREE,
        PAID,
        UNKNOWN
    }

    private static final Set<String> NORWEGIAN = Set.of("nb", "nn");

    /** What a feed says of the article that an entry itself holds. */
    public static PageMetadata of(Entry entry, URI address) {
        Instant published = entry.published();
        LocalDate day = published == null ? null : LocalDate.ofInstant(published, ZoneOffset.UTC);
        return new PageMetadata(
                address,
                entry.title(),
                entry.author(),
                published,
                day,
                Locale.ROOT,
                "",
                "",
                null,
                "",
                List.of(),
                Access.UNKNOWN);
    }

    /**
     * Reads a page.
     *
     * @param document the page, whole: nothing may have been taken from it yet
     * @param page where and when it was fetched
     */
    public static PageMetadata read(Document document, Page page) {
        PageFacts facts = PageFacts.of(document);
        StructuredData data = JsonLd.read(facts.scripts(), titles(facts), page.address());
        List<String> sites = sites(facts, data, page.address());
        PageTitle title = PageTitle.of(facts, data, sites);
        Optional<Dated> dated = PageDates.of(facts, data, page.address(), page.fetchedAt(), title.heading());
        return new PageMetadata(
                CanonicalUrl.of(facts, page.address()),
                title.text(),
                Bylines.of(facts, data, sites, title.heading()),
                dated.map(Dated::moment).orElse(null),
                dated.map(Dated::day).orElse(null),
                language(facts, data),
                sites.isEmpty() ? "" : sites.get(0),
                excerpt(facts, data),
                LeadImage.of(facts, data, document.baseUri(), title.heading()),
                data.body(),
                PageCategories.of(facts, data),
                data.access());
    }

    private static List<String> titles(PageFacts facts) {
        List<String> titles =
                new ArrayList<>(List.of(facts.title(), facts.first("og:title"), facts.first("twitter:title")));
        facts.headings().stream()
                .filter(heading -> heading.element().normalName().equals("h1"))
                .limit(3)
                .forEach(heading -> titles.add(heading.text()));
        titles.removeIf(String::isEmpty);
        return titles;
    }

    /** Names of the outlet, the one to show first. */
    private static List<String> sites(PageFacts facts, StructuredData data, URI address) {
        List<String> sites = new ArrayList<>(List.of(
                facts.first("og:site_name"),
                data.publisher(),
                facts.first("application-name", "apple-mobile-web-app-title", "dc.publisher", "cre"),
                host(address),
                CanonicalUrl.owner(address)));
        sites.removeIf(String::isBlank);
        return sites;
    }

    private static String host(URI address) {
        String host = String.valueOf(address.getHost());
        return address.getHost() == null ? "" : host.startsWith("www.") ? host.substring(4) : host;
    }

    private static String excerpt(PageFacts facts, StructuredData data) {
        String told = facts.first(
                "og:description", "description", "twitter:description", "dc.description", "sailthru.description");
        return told.isEmpty() ? data.description() : told;
    }

    private static Locale language(PageFacts facts, StructuredData data) {
        for (String tag : List.of(
                facts.language(),
                facts.first("og:locale", "content-language", "language", "dc.language"),
                data.language())) {
            String language =
                    Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
            if (!language.isEmpty() && !language.equals("und")) {
                return Locale.forLanguageTag(NORWEGIAN.contains(language) ? "no" : language);
            }
        }
        return Locale.ROOT;
    }
}
