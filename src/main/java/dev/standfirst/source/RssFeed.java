package dev.standfirst.source;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** RSS of all versions, and RDF: a channel and its items, inside of it or beside it. */
final class RssFeed {

    private RssFeed() {}

    static Feed read(Element root, URI address) {
        Element found = FeedXml.child(root, "channel");
        Element channel = found == null ? root : found;
        URI base = FeedXml.base(channel, address);
        List<Entry> entries = new ArrayList<>();
        for (Element holder : found == null ? List.of(root) : List.of(channel, root)) {
            FeedXml.children(holder, "item").forEach(item -> entries.add(entry(item, address)));
        }
        return new Feed(
                FeedXml.plain(FeedXml.text(channel, "title", "dc:title")),
                link(channel, base),
                FeedXml.absolute(FeedXml.text(channel, "description", "dc:description", "itunes:summary"), base),
                FeedXml.text(channel, "language", "dc:language"),
                FeedXml.plain(FeedXml.text(channel, "managingeditor", "dc:creator", "itunes:author", "author")),
                date(channel, "pubdate", "dc:date", "lastbuilddate"),
                image(channel, root, base),
                "",
                entries);
    }

    private static Entry entry(Element item, URI address) {
        URI base = FeedXml.base(item, address);
        String guid = FeedXml.text(item, "guid");
        URI link = entryLink(item, base, guid);
        String id = guid.isEmpty() ? item.attr("rdf:about") : guid;
        String title = FeedXml.plain(FeedXml.text(item, "title", "dc:title", "media:title"));
        return new Entry(
                id.isEmpty() ? fallbackId(link, title) : id,
                link,
                title,
                date(item, "pubdate", "dc:date", "published", "dc:created", "date"),
                date(item, "updated", "dc:modified"),
                author(item),
                FeedXml.absolute(
                        FeedXml.text(item, "description", "dc:description", "summary", "itunes:summary"), base),
                FeedXml.absolute(FeedXml.text(item, "content:encoded", "content", "fullitem", "body"), base),
                FeedXml.resolve(base, FeedXml.text(item, "comments")),
                categories(item),
                enclosures(item, base));
    }

    private static String author(Element item) {
        String author = FeedXml.plain(FeedXml.text(item, "dc:creator", "author", "itunes:author"));
        Element person = FeedXml.child(item, "author");
        return person != null && !person.children().isEmpty() && FeedXml.child(item, "dc:creator") == null
                ? FeedXml.plain(FeedXml.text(person, "name"))
                : author;
    }

    private static @Nullable URI entryLink(Element item, URI base, String guid) {
        URI link = link(item, base);
        Element element = FeedXml.child(item, "guid");
        boolean permalink = element != null && !element.attr("isPermaLink").equalsIgnoreCase("false");
        return link == null && permalink && guid.matches("https?://\\S+") ? FeedXml.resolve(base, guid) : link;
    }

    /** The link element's text; some write an Atom link or an href attribute instead. */
    private static @Nullable URI link(Element parent, URI base) {
        for (Element link : FeedXml.children(parent, "link")) {
            String text = link.wholeText().strip();
            URI address = FeedXml.resolve(base, text.isEmpty() ? link.attr("href") : text);
            if (address != null) {
                return address;
            }
        }
        for (Element link : FeedXml.children(parent, "atom:link")) {
            String rel = link.attr("rel");
            if (rel.isEmpty() || rel.equals("alternate")) {
                return FeedXml.resolve(base, link.attr("href"));
            }
        }
        return null;
    }

    private static @Nullable URI image(Element channel, Element root, URI base) {
        Element image = FeedXml.child(channel, "image");
        Element beside = image == null ? FeedXml.child(root, "image") : image;
        URI url = beside == null ? null : FeedXml.resolve(base, FeedXml.text(beside, "url"));
        Element itunes = FeedXml.child(channel, "itunes:image");
        return url == null && itunes != null ? FeedXml.resolve(base, itunes.attr("href")) : url;
    }

    private static List<String> categories(Element item) {
        List<String> categories = new ArrayList<>();
        for (Element child : item.children()) {
            String name = FeedXml.name(child);
            String text = FeedXml.plain(child.wholeText());
            if ((name.equals("category") || name.equals("dc:subject")) && !text.isEmpty()) {
                categories.add(text);
            }
        }
        return categories;
    }

    private static List<String> enclosures(Element item, URI base) {
        List<String> addresses = new ArrayList<>();
        for (Element child : item.getAllElements()) {
            String name = FeedXml.name(child);
            URI address = name.equals("enclosure") || name.equals("media:content")
                    ? FeedXml.resolve(base, child.attr("url"))
                    : null;
            if (address != null && !addresses.contains(address.toString())) {
                addresses.add(address.toString());
            }
        }
        return addresses;
    }

    static @Nullable Instant date(Element parent, String... names) {
        for (String name : names) {
            Instant date = FeedDates.parse(FeedXml.text(parent, name));
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    static String fallbackId(@Nullable URI link, String title) {
        return link == null ? "title:" + title : link.toString();
    }
}
