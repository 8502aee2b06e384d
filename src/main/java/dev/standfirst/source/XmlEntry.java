package dev.standfirst.source;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An item of RSS or an entry of Atom, with what Media RSS groups inside of it. */
final class XmlEntry {

    /** As many categories, and as many media, are kept. */
    private static final int MOST = 100;

    private final FeedElement item;
    private final List<FeedElement> groups;

    XmlEntry(FeedElement item) {
        this.item = item;
        this.groups = item.all("media:group");
    }

    /**
     * Reads it.
     *
     * @param feedAuthor who writes where the entry names nobody
     */
    Entry read(String feedAuthor) {
        URI link = EntryLinks.page(item);
        String summary = summary();
        String content = content();
        String title = EntryTitles.orFirstWords(title(), summary, content);
        String id = id(item);
        String author = author();
        return new Entry(
                id.isEmpty() ? EntryTitles.standIn(link, title) : id,
                link,
                title,
                item.date(
                        "pubdate",
                        "atom:published",
                        "dc:date",
                        "dc:issued",
                        "atom:issued",
                        "published",
                        "dc:available",
                        "dc:created",
                        "atom:created",
                        "date"),
                item.date("atom:updated", "updated", "atom:modified", "dc:modified", "modified"),
                author.isEmpty() ? feedAuthor : author,
                summary,
                content,
                comments(),
                categories(),
                enclosures());
    }

    /** What an entry, or a feed, calls itself; empty where it does not. */
    static String id(FeedElement parent) {
        String own = parent.text("guid");
        if (!own.isEmpty()) {
            return own;
        }
        FeedElement id = parent.first("atom:id", "dc:identifier", "id");
        if (id == null) {
            return parent.attribute("about");
        }
        URI address = id.text().startsWith("/") ? id.address() : null;
        return address == null ? id.text() : address.toString();
    }

    private String title() {
        return TextConstruct.of(first("title", "atom:title", "dc:title", "media:title", "itunes:title"))
                .plain();
    }

    private String summary() {
        return html(
                "summary",
                "atom:summary",
                "description",
                "dc:description",
                "itunes:summary",
                "googleplay:description",
                "dc:abstract",
                "abstract",
                "media:description",
                "itunes:subtitle");
    }

    /** Where an item has a summary as well, its description is the text itself. */
    private String content() {
        String content =
                html("content:encoded", "atom:content", "xhtml:body", "xhtml:div", "content", "fullitem", "body");
        boolean both = content.isEmpty() && item.first("summary", "atom:summary") != null;
        return both ? html("description") : content;
    }

    private String author() {
        return FeedPeople.of(
                item,
                "atom:author",
                "dc:creator",
                "author",
                "itunes:author",
                "googleplay:author",
                "dc:author",
                "dc:contributor");
    }

    private @Nullable URI comments() {
        FeedElement comments = item.first("comments");
        URI address = comments == null ? null : Addresses.page(comments.base(), comments.address());
        return address == null ? EntryLinks.related(item, "replies") : address;
    }

    /** Atom's label is for people, its term for machines; both count, since many feeds have words in one only. */
    private List<String> categories() {
        Set<String> categories = new LinkedHashSet<>();
        for (FeedElement category : item.all("category", "atom:category", "dc:subject", "media:category")) {
            categories.add(FeedHtml.oneLine(category.attribute("label")));
            categories.add(FeedHtml.oneLine(category.attribute("term")));
            categories.add(FeedHtml.plain(category.text()));
        }
        for (String keyword :
                FeedHtml.plain(item.text("itunes:keywords", "media:keywords")).split(",", -1)) {
            categories.add(keyword.strip());
        }
        categories.remove("");
        return categories.stream().limit(MOST).toList();
    }

    private List<String> enclosures() {
        Set<String> addresses = new LinkedHashSet<>();
        for (FeedElement enclosure : item.all("enclosure")) {
            add(addresses, enclosure);
        }
        EntryLinks.allRelated(item, "enclosure").forEach(address -> addresses.add(address.toString()));
        item.all("media:content").forEach(media -> add(addresses, media));
        groups.forEach(group -> group.all("media:content").forEach(media -> add(addresses, media)));
        return addresses.stream().limit(MOST).toList();
    }

    private static void add(Set<String> addresses, FeedElement media) {
        URI address = media.address("url");
        if (address != null) {
            addresses.add(address.toString());
        }
    }

    private String html(String... names) {
        return TextConstruct.of(first(names)).html();
    }

    private @Nullable FeedElement first(String... names) {
        FeedElement own = item.first(names);
        if (own != null) {
            return own;
        }
        List<FeedElement> found = new ArrayList<>();
        for (FeedElement group : groups) {
            FeedElement inside = group.first(names);
            if (inside != null) {
                found.add(inside);
            }
        }
        return found.isEmpty() ? null : found.get(0);
    }
}
