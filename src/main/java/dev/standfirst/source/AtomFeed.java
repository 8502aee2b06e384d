package dev.standfirst.source;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** Atom 1.0 (RFC 4287) and 0.3. */
final class AtomFeed {

    private AtomFeed() {}

    static Feed read(Element root, URI address) {
        URI base = FeedXml.base(root, address);
        List<Entry> entries = new ArrayList<>();
        FeedXml.children(root, "entry").forEach(entry -> entries.add(entry(entry, root, address)));
        return new Feed(
                plain(FeedXml.child(root, "title")),
                link(root, "alternate", base),
                html(FeedXml.child(root, "subtitle", "tagline"), address),
                root.attr("xml:lang"),
                author(root),
                RssFeed.date(root, "updated", "modified"),
                FeedXml.resolve(base, FeedXml.text(root, "logo", "icon")),
                FeedXml.text(root, "id"),
                entries);
    }

    private static Entry entry(Element entry, Element root, URI address) {
        URI base = FeedXml.base(entry, address);
        URI link = link(entry, "alternate", base);
        String title = plain(FeedXml.child(entry, "title", "dc:title", "media:title"));
        String id = FeedXml.text(entry, "id");
        String author = author(entry);
        return new Entry(
                id.isEmpty() ? RssFeed.fallbackId(link, title) : id,
                link,
                title,
                RssFeed.date(entry, "published", "issued", "created", "dc:date"),
                RssFeed.date(entry, "updated", "modified"),
                author.isEmpty() ? author(root) : author,
                html(FeedXml.child(entry, "summary"), address),
                html(FeedXml.child(entry, "content", "content:encoded"), address),
                link(entry, "replies", base),
                categories(entry),
                enclosures(entry, base));
    }

    /**
     * RFC 4287, 3.1: text says it holds none, HTML comes escaped, XHTML comes as elements. Atom 0.3 has a mode instead.
     */
    private static String html(@Nullable Element construct, URI address) {
        if (construct == null) {
            return "";
        }
        URI base = FeedXml.base(construct, address);
        if (isXhtml(construct)) {
            return FeedXml.absolute(FeedXml.inner(wrapper(construct)), base);
        }
        String text = construct.wholeText().strip();
        return isLiteral(construct) ? Entities.escape(text) : FeedXml.absolute(text, base);
    }

    private static boolean isXhtml(Element construct) {
        boolean elements =
                type(construct).contains("xhtml") || construct.attr("mode").equals("xml");
        return elements && !construct.children().isEmpty();
    }

    /** RFC 4287 wants one div around XHTML, which is not part of the text. */
    private static Element wrapper(Element construct) {
        Element first = construct.firstElementChild();
        return first != null && first.tag().localName().equals("div") ? first : construct;
    }

    private static boolean isLiteral(Element construct) {
        String type = type(construct);
        boolean plain = type.isEmpty() || type.equals("text") || type.equals("text/plain");
        return plain && !construct.attr("mode").equals("escaped");
    }

    private static String type(Element construct) {
        return FeedReader.lower(construct.attr("type"));
    }

    private static String plain(@Nullable Element construct) {
        if (construct == null) {
            return "";
        }
        String text = construct.wholeText().replaceAll("\\s+", " ").strip();
        return isLiteral(construct) ? text : FeedXml.plain(text);
    }

    private static @Nullable URI link(Element parent, String wanted, URI base) {
        for (Element link : links(parent)) {
            String rel = link.attr("rel").isEmpty() ? "alternate" : FeedReader.lower(link.attr("rel"));
            if (rel.equals(wanted) || rel.endsWith("/" + wanted)) {
                return FeedXml.resolve(FeedXml.base(link, base), link.attr("href"));
            }
        }
        return null;
    }

    private static List<Element> links(Element parent) {
        return parent.children().stream()
                .filter(child -> FeedXml.name(child).equals("atom:link")
                        || FeedXml.name(child).equals("link"))
                .toList();
    }

    private static String author(Element parent) {
        Element author = FeedXml.child(parent, "author");
        if (author == null) {
            return FeedXml.plain(FeedXml.text(parent, "dc:creator"));
        }
        String name = FeedXml.plain(FeedXml.text(author, "name"));
        return name.isEmpty() ? FeedXml.plain(author.ownText()) : name;
    }

    private static List<String> categories(Element entry) {
        List<String> categories = new ArrayList<>();
        for (Element category : FeedXml.children(entry, "category")) {
            String label = category.attr("label").isEmpty() ? category.attr("term") : category.attr("label");
            categories.add(label.isEmpty() ? FeedXml.plain(category.wholeText()) : label);
        }
        return categories.stream().filter(category -> !category.isEmpty()).toList();
    }

    private static List<String> enclosures(Element entry, URI base) {
        List<String> addresses = new ArrayList<>();
        for (Element link : links(entry)) {
            URI address = FeedXml.resolve(FeedXml.base(link, base), link.attr("href"));
            if (link.attr("rel").equals("enclosure") && address != null) {
                addresses.add(address.toString());
            }
        }
        return addresses;
    }
}
