package dev.standfirst.source;

import dev.standfirst.source.Feed.Result;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Entities;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org). */
final class JsonFeed {

    private static final JsonMapper JSON = JsonMapper.shared();

    private JsonFeed() {}

    static Result read(String text, URI base) {
        try {
            JsonNode root = JSON.readTree(text);
            boolean feed = root.path("version").asString("").contains("jsonfeed.org")
                    || root.path("items").isArray();
            return feed ? new Result.Read(feed(root, base)) : new Result.NotFeed("is JSON, but not a JSON feed");
        } catch (JacksonException e) {
            return new Result.NotFeed("is not a feed: its JSON is broken");
        }
    }

    private static Feed feed(JsonNode root, URI base) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode item : root.path("items")) {
            if (entries.size() < Feed.ENTRIES) {
                entries.add(entry(item, base, author(root)));
            }
        }
        return new Feed(
                FeedHtml.plain(text(root, "title")),
                Addresses.resolve(base, text(root, "home_page_url")),
                Entities.escape(text(root, "description")),
                text(root, "language"),
                author(root),
                null,
                Addresses.resolve(base, text(root, text(root, "icon").isEmpty() ? "favicon" : "icon")),
                text(root, "feed_url"),
                entries);
    }

    private static Entry entry(JsonNode item, URI base, String feedAuthor) {
        URI link = Addresses.resolve(base, text(item, text(item, "url").isEmpty() ? "external_url" : "url"));
        String html = text(item, "content_html");
        String content = html.isEmpty() ? Entities.escape(text(item, "content_text")) : FeedHtml.absolute(html, base);
        String summary = Entities.escape(text(item, "summary"));
        String title = EntryTitles.orFirstWords(FeedHtml.plain(text(item, "title")), summary, content);
        String id = text(item, "id");
        String author = author(item);
        return new Entry(
                id.isEmpty() ? EntryTitles.standIn(link, title) : id,
                link,
                title,
                FeedDates.parse(text(item, "date_published")),
                FeedDates.parse(text(item, "date_modified")),
                author.isEmpty() ? feedAuthor : author,
                summary,
                content,
                null,
                strings(item.path("tags")),
                attachments(item, base));
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() ? value.asString("").strip() : "";
    }

    private static String author(JsonNode node) {
        String first = node.path("authors").path(0).path("name").asString("");
        return first.isEmpty() ? node.path("author").path("name").asString("") : first;
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(item -> strings.add(item.asString("")));
        return strings;
    }

    private static List<String> attachments(JsonNode item, URI base) {
        List<String> addresses = new ArrayList<>();
        for (JsonNode attachment : item.path("attachments")) {
            URI address = Addresses.resolve(base, text(attachment, "url"));
            if (address != null) {
                addresses.add(address.toString());
            }
        }
        return addresses;
    }
}
