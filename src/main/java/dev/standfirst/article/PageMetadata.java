package dev.standfirst.article;

import dev.standfirst.article.StructuredData.Access;
import dev.standfirst.source.Entry;
import dev.standfirst.source.FeedDates;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about its article: structured data first, then the meta elements, then the markup.
 *
 * @param title without the name of the site; may be empty
 * @param byline names, comma separated; may be empty
 * @param published or null
 * @param language or {@link Locale#ROOT}
 * @param site may be empty
 * @param excerpt may be empty
 * @param image or null
 * @param body the text as the structured data give it; may be empty or cut short
 * @param access whether the page says that it may be read without paying
 */
record PageMetadata(
        String title,
        String byline,
        @Nullable Instant published,
        Locale language,
        String site,
        String excerpt,
        @Nullable URI image,
        String body,
        Access access) {

    /** What a feed says of the article that an entry itself holds. */
    static PageMetadata of(Entry entry) {
        return new PageMetadata(
                entry.title(), entry.author(), entry.published(), Locale.ROOT, "", "", null, "", Access.UNKNOWN);
    }

    static PageMetadata read(Document document) {
        StructuredData data = StructuredData.read(document);
        String site = first(meta(document, "og:site_name", "application-name"), data.publisher());
        return new PageMetadata(
                PageTitle.of(document, data.headline(), site),
                Bylines.of(document, data.authors(), site),
                published(document, data),
                language(document),
                site,
                first(meta(document, "og:description", "description", "twitter:description"), data.description()),
                image(document, data),
                data.body(),
                data.access());
    }

    /** The content of the first such meta element that has any. */
    static String meta(Document document, String... names) {
        for (String name : names) {
            for (Element meta : document.select(
                    "meta[property=\"%1$s\"], meta[name=\"%1$s\"], meta[itemprop=\"%1$s\"]".formatted(name))) {
                String content = meta.attr("content").strip();
                if (!content.isEmpty()) {
                    return content.replaceAll("\\s+", " ");
                }
            }
        }
        return "";
    }

    private static String first(String a, String b) {
        return a.isEmpty() ? b : a;
    }

    private static @Nullable Instant published(Document document, StructuredData data) {
        Instant date = FeedDates.parse(data.published());
        if (date == null) {
            date = FeedDates.parse(meta(
                    document,
                    "article:published_time",
                    "og:article:published_time",
                    "datePublished",
                    "dc.date.issued",
                    "DC.date.issued",
                    "dcterms.created",
                    "sailthru.date",
                    "parsely-pub-date",
                    "publish-date",
                    "pubdate",
                    "article.published",
                    "date",
                    "dc.date",
                    "DC.date",
                    "dcterms.date"));
        }
        return date == null ? publishedInMarkup(document) : date;
    }

    private static @Nullable Instant publishedInMarkup(Document document) {
        for (Element time :
                document.select("[itemprop=datePublished], time[pubdate], time[datetime], abbr.published")) {
            Instant date =
                    FeedDates.parse(first(time.attr("datetime"), first(time.attr("content"), time.attr("title"))));
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private static Locale language(Document document) {
        Element html = document.selectFirst("html[lang], html[xml:lang], body[lang]");
        String tag = html == null ? "" : first(html.attr("lang"), html.attr("xml:lang"));
        if (tag.isEmpty()) {
            tag = meta(document, "og:locale", "content-language", "language", "inLanguage");
        }
        return Locale.forLanguageTag(
                Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage());
    }

    private static @Nullable URI image(Document document, StructuredData data) {
        for (String address : List.of(
                meta(document, "og:image", "og:image:url", "twitter:image", "twitter:image:src"), data.image())) {
            URI image = CanonicalUrl.resolve(document.baseUri(), address);
            if (image != null) {
                return image;
            }
        }
        return null;
    }
}
