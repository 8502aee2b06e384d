package dev.standfirst.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What RSS and Atom have in common: elements by name and namespace, addresses, text and HTML. */
final class FeedXml {

    /** Namespaces that feeds use beside their own, and the prefix by which this package calls them. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://purl.org/rss/1.0/modules/content/", "content"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
            Map.entry("http://purl.org/dc/elements/1.0/", "dc"),
            Map.entry("http://purl.org/dc/terms/", "dc"),
            Map.entry("http://search.yahoo.com/mrss/", "media"),
            Map.entry("http://search.yahoo.com/mrss", "media"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("http://www.w3.org/2005/atom", "atom"),
            Map.entry("http://purl.org/atom/ns#", "atom"),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"),
            Map.entry("http://purl.org/rss/1.0/", "rss"),
            Map.entry("http://my.netscape.com/rdf/simple/0.9/", "rss"),
            Map.entry("http://backend.userland.com/rss2", "rss"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml"));

    /** What needs no prefix: the languages of feeds themselves. */
    private static final Set<String> OWN = Set.of("", "rdf", "rss", "xhtml");

    private static final List<String> ADDRESS_ATTRIBUTES = List.of("href", "src", "cite", "poster", "longdesc");

    private FeedXml() {}

    /** The local name, lower case; {@code prefix:name} for a known namespace other than the feed's own. */
    static String name(Element element) {
        String local = FeedReader.lower(element.tag().localName());
        String namespace = FeedReader.lower(element.tag().namespace()).replace("https://", "http://");
        String prefix =
                PREFIXES.getOrDefault(namespace, FeedReader.lower(element.tag().prefix()));
        boolean atomElement = prefix.equals("atom") && !local.equals("link");
        return OWN.contains(prefix) || atomElement ? local : prefix + ":" + local;
    }

    /** The first child of one of these names, in the order of the names. */
    static @Nullable Element child(Element parent, String... names) {
        for (String name : names) {
            for (Element child : parent.children()) {
                if (name(child).equals(name)) {
                    return child;
                }
            }
        }
        return null;
    }

    static List<Element> children(Element parent, String name) {
        return parent.children().stream()
                .filter(child -> name(child).equals(name))
                .toList();
    }

    /** The text of the first such child, trimmed; empty where there is none. */
    static String text(Element parent, String... names) {
        Element child = child(parent, names);
        return child == null ? "" : child.wholeText().strip();
    }

    /** Plain text of what may hold markup or entities: "Fish &amp;amp; Chips" reads "Fish & Chips". */
    static String plain(String maybeHtml) {
        boolean markup = maybeHtml.indexOf('<') >= 0 || maybeHtml.indexOf('&') >= 0;
        return markup
                ? Jsoup.parseBodyFragment(maybeHtml).text().strip()
                : maybeHtml.replaceAll("\\s+", " ").strip();
    }

    /** HTML with every address in it made absolute. */
    static String absolute(String html, URI base) {
        if (html.indexOf('<') < 0) {
            return html;
        }
        Document document = Jsoup.parseBodyFragment(html, base.toString());
        for (String attribute : ADDRESS_ATTRIBUTES) {
            for (Element element : document.getElementsByAttribute(attribute)) {
                URI address = resolve(base, element.attr(attribute));
                if (address != null) {
                    element.attr(attribute, address.toString());
                }
            }
        }
        document.outputSettings().prettyPrint(false);
        return document.body().html();
    }

    /** The inner markup of an element that holds XHTML. */
    static String inner(Element element) {
        StringBuilder html = new StringBuilder();
        for (Node node : element.childNodes()) {
            html.append(node.outerHtml());
        }
        return Parser.unescapeEntities("", false) + html;
    }

    /** The base address of an element: {@code xml:base} of it and of what is around it, then the feed's. */
    static URI base(Element element, URI feed) {
        URI base = feed;
        List<Element> around = element.parents();
        for (int i = around.size() - 1; i >= -1; i--) {
            Element each = i >= 0 ? around.get(i) : element;
            URI own = resolve(base, each.attr("xml:base"));
            base = own == null ? base : own;
        }
        return base;
    }

    /** An absolute address, or null where the text is none. Blanks inside are tolerated, as browsers do. */
    static @Nullable URI resolve(URI base, String text) {
        String tidy = text.strip().replace(" ", "%20").replaceAll("[\\t\\r\\n]", "");
        if (tidy.isEmpty()) {
            return null;
        }
        try {
            return base.resolve(new URI(tidy));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return lenient(base, tidy);
        }
    }

    private static @Nullable URI lenient(URI base, String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            escaped.append("\"<>\\^`{|}[]".indexOf(c) >= 0 ? "%%%02X".formatted((int) c) : String.valueOf(c));
        }
        try {
            return base.resolve(new URI(escaped.toString()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }
}
