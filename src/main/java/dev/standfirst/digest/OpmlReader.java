package dev.standfirst.digest;

import dev.standfirst.xml.TolerantXml;
import dev.standfirst.xml.XmlText;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/**
 * Reads OPML as programs write it: attributes in any case, outlines outside of the body, missing ends. What has an
 * {@code xmlUrl} is a feed, unless it is said to be another list.
 */
final class OpmlReader {

    /** Longer lists are cut: nobody reads as many feeds. */
    private static final int FEEDS = 10_000;

    private static final URI NOWHERE = URI.create("about:blank");

    private OpmlReader() {}

    static Opml.Result read(byte[] body, String contentType) {
        Document document = TolerantXml.parse(XmlText.decode(body, contentType), NOWHERE);
        Element root = document.firstElementChild();
        if (root == null) {
            return new Opml.Result.NotOpml("is not OPML: it holds no elements");
        }
        if (!root.tag().localName().equals("opml")) {
            return new Opml.Result.NotOpml(
                    "is not OPML: it begins with <" + root.tag().localName() + ">");
        }
        Outlines outlines = new Outlines();
        document.traverse(outlines);
        Element title = root.selectFirst("> head > title");
        return new Opml.Result.Read(new Opml(
                title == null ? "" : title.text().strip(),
                outlines.feeds.values().stream().toList()));
    }

    /** Collects feeds, with the folder that each is in. Goes through any depth without recursion. */
    private static final class Outlines implements NodeVisitor {

        private final Map<String, Opml.Feed> feeds = new LinkedHashMap<>();
        private final Deque<String> folders = new ArrayDeque<>();

        @Override
        public void head(Node node, int depth) {
            if (!isOutline(node)) {
                return;
            }
            String name = name(node);
            String address = node.attributes().getIgnoreCase("xmlUrl").strip();
            boolean list = node.attributes().getIgnoreCase("type").strip().equalsIgnoreCase("source");
            if (!address.isEmpty() && !list && feeds.size() < FEEDS) {
                String site = node.attributes().getIgnoreCase("htmlUrl").strip();
                feeds.putIfAbsent(address, new Opml.Feed(name, address, site, folder(node)));
            }
            folders.push(name);
        }

        @Override
        public void tail(Node node, int depth) {
            if (isOutline(node)) {
                folders.pop();
            }
        }

        private String folder(Node node) {
            String around = folders.isEmpty() ? "" : folders.element();
            return around.isEmpty() ? category(node.attributes().getIgnoreCase("category")) : around;
        }

        /** The last name of the first of "/Boston/Weather,/Harvard". */
        private static String category(String categories) {
            int comma = categories.indexOf(',');
            String first = comma < 0 ? categories : categories.substring(0, comma);
            return first.substring(first.lastIndexOf('/') + 1).strip();
        }

        /** The text is what the reader of the list chose; some programs write a title alone. */
        private static String name(Node node) {
            String text = node.attributes().getIgnoreCase("text").strip();
            return text.isEmpty() ? node.attributes().getIgnoreCase("title").strip() : text;
        }

        private static boolean isOutline(Node node) {
            return node instanceof Element element && element.tag().localName().equals("outline");
        }
    }
}
