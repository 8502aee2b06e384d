package dev.standfirst.source;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where an entry, or the site of a feed, is on the web. */
final class EntryLinks {

    private static final Pattern WEB = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
    private static final String[] LINKS = {"link", "atom:link"};

    private EntryLinks() {}

    /** The page of an entry: its link, else an id that is said to be one, else where its content is, else its id. */
    static @Nullable URI page(FeedElement item) {
        URI link = site(item);
        return link == null ? other(item) : link;
    }

    /** What an element links to: the text of an RSS link, or the address of an Atom link to the thing itself. */
    static @Nullable URI site(FeedElement parent) {
        URI other = null;
        for (FeedElement link : parent.all(LINKS)) {
            URI address = Addresses.page(link.base(), isAlternate(link) ? target(link) : null);
            if (address != null && isHtml(link)) {
                return address;
            }
            other = other == null ? address : other;
        }
        // The oldest of all feed formats, CDF, has it as an attribute.
        return other == null ? Addresses.page(parent.base(), parent.address("href")) : other;
    }

    /** The first link that stands in this relation to the element, or null. */
    static @Nullable URI related(FeedElement parent, String relation) {
        List<URI> all = allRelated(parent, relation);
        return all.isEmpty() ? null : all.get(0);
    }

    static List<URI> allRelated(FeedElement parent, String relation) {
        List<URI> addresses = new ArrayList<>();
        for (FeedElement link : parent.all(LINKS)) {
            URI address = relation(link).equals(relation) ? target(link) : null;
            if (address != null) {
                addresses.add(address);
            }
        }
        return addresses;
    }

    private static @Nullable URI other(FeedElement item) {
        FeedElement guid = item.first("guid");
        if (guid != null && isPermalink(guid)) {
            return Addresses.page(guid.base(), guid.address());
        }
        for (FeedElement content : item.all("atom:content")) {
            URI source = Addresses.page(content.base(), content.address("src"));
            if (source != null) {
                return source;
            }
        }
        FeedElement id = item.first("atom:id");
        return id != null && WEB.matcher(id.text()).matches() ? id.address() : null;
    }

    /** RSS 2.0 presumes it of every id, and most that do not say so are numbers and the like. */
    private static boolean isPermalink(FeedElement guid) {
        String said = FeedNames.lower(guid.attribute("isPermaLink"));
        return said.equals("true")
                || (!said.equals("false") && WEB.matcher(guid.text()).matches());
    }

    private static @Nullable URI target(FeedElement link) {
        URI address = link.address("href");
        return address == null ? link.address() : address;
    }

    private static boolean isAlternate(FeedElement link) {
        return relation(link).equals("alternate");
    }

    /** Relations may be written as addresses: RFC 4287, 4.2.7.2. */
    private static String relation(FeedElement link) {
        String relation = FeedNames.lower(link.attribute("rel"));
        return relation.isEmpty() ? "alternate" : relation.substring(relation.lastIndexOf('/') + 1);
    }

    private static boolean isHtml(FeedElement link) {
        String type = FeedNames.lower(link.attribute("type"));
        return type.isEmpty() || type.contains("html");
    }
}
