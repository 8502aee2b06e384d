package dev.standfirst.source;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * RSS 0.9 to 2.0, RDF, and Atom 0.3 and 1.0, read as one language: feeds borrow elements of each other's vocabularies,
 * and of Dublin Core, Media RSS and iTunes. For each thing there is a list of names; the first that says something
 * counts, the feed's own words before borrowed ones.
 */
final class XmlFeed {

    private static final String[] ITEMS = {"item", "atom:entry", "entry", "atom:item"};

    private XmlFeed() {}

    /** Whether this is the first element of a feed. */
    static boolean isFeed(FeedElement root) {
        return switch (root.name()) {
            case "rss", "channel", "atom:feed" -> true;
            case "rdf:rdf", "rdf" -> !root.all("channel", "item").isEmpty();
            default -> false;
        };
    }

    static Feed read(FeedElement root) {
        FeedElement found = root.first("channel");
        FeedElement channel = found == null ? root : found;
        return new Feed(
                title(channel),
                EntryLinks.site(channel),
                description(channel),
                language(channel),
                FeedPeople.of(
                        channel,
                        "managingeditor",
                        "author",
                        "atom:author",
                        "dc:creator",
                        "itunes:author",
                        "dc:author",
                        "webmaster",
                        "dc:publisher"),
                channel.date(
                        "pubdate", "atom:updated", "atom:modified", "dc:date", "lastbuilddate", "dc:modified", "date"),
                image(channel, root),
                id(channel),
                entries(root, channel));
    }

    private static String title(FeedElement channel) {
        FeedElement title = channel.first("title", "atom:title", "dc:title");
        return TextConstruct.of(title).plain();
    }

    private static String description(FeedElement channel) {
        return TextConstruct.of(channel.first(
                        "description",
                        "atom:subtitle",
                        "atom:tagline",
                        "dc:description",
                        "itunes:summary",
                        "itunes:subtitle",
                        "googleplay:description",
                        "subtitle",
                        "tagline",
                        "abstract",
                        "summary",
                        "atom:info"))
                .html();
    }

    private static String language(FeedElement channel) {
        String named = channel.text("language", "dc:language", "atom:language");
        return (named.isEmpty() ? channel.language() : named).replace('_', '-');
    }

    private static @Nullable URI image(FeedElement channel, FeedElement root) {
        List<FeedElement> pictures = new ArrayList<>(channel.all("image"));
        pictures.addAll(root.all("image"));
        pictures.addAll(channel.all("itunes:image", "googleplay:image", "atom:logo", "atom:icon", "media:thumbnail"));
        for (FeedElement picture : pictures) {
            FeedElement url = picture.first("url");
            URI address = url == null ? picture.address() : url.address();
            for (String attribute : List.of("href", "url", "resource")) {
                address = address == null ? picture.address(attribute) : address;
            }
            if (address != null) {
                return address;
            }
        }
        return null;
    }

    private static String id(FeedElement channel) {
        String id = XmlEntry.id(channel);
        return id.isEmpty() ? channel.attribute("rdf:about") : id;
    }

    /**
     * RDF and some of the oldest RSS have their items beside the channel. Where the end of an item is missing, the next
     * one is inside of it.
     */
    private static List<Entry> entries(FeedElement root, FeedElement channel) {
        String author =
                FeedPeople.of(channel, "atom:author", "dc:creator", "itunes:author", "googleplay:author", "author");
        Deque<FeedElement> items = new ArrayDeque<>(channel.all(ITEMS));
        if (!channel.equals(root)) {
            items.addAll(root.all(ITEMS));
        }
        List<Entry> entries = new ArrayList<>();
        while (!items.isEmpty() && entries.size() < Feed.ENTRIES) {
            FeedElement item = items.remove();
            entries.add(new XmlEntry(item).read(author));
            List<FeedElement> inside = item.all(ITEMS);
            for (int i = inside.size() - 1; i >= 0; i--) {
                items.addFirst(inside.get(i));
            }
        }
        return entries;
    }
}
