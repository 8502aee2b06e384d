package dev.standfirst.lab;

import dev.standfirst.article.HtmlSanitizer;
import dev.standfirst.fetch.Page;
import dev.standfirst.source.Entry;
import dev.standfirst.source.Feed;
import dev.standfirst.source.FeedReader;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code {"url","headers","body_b64"}} to the feed that the bytes hold, its HTML made safe as before it is stored. */
final class ParseVerb implements LabVerb {

    @Override
    public Map<String, @Nullable Object> answer(JsonNode input) throws Exception {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        Page page = PageInput.read(input);
        Feed.Result result = FeedReader.read(page);
        if (result instanceof Feed.Result.Read read) {
            answer.put("ok", true);
            answer.put("error", null);
            answer.put("feed", feed(read.feed(), page.address()));
            answer.put(
                    "entries",
                    read.feed().entries().stream()
                            .map(entry -> entry(entry, page.address()))
                            .toList());
        } else {
            answer.put("ok", false);
            answer.put("error", ((Feed.Result.NotFeed) result).reason());
        }
        return answer;
    }

    private static Map<String, @Nullable Object> feed(Feed feed, URI base) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("title", feed.title());
        fields.put("link", text(feed.link()));
        fields.put("description", clean(feed.description(), base));
        fields.put("language", feed.language());
        fields.put("author", feed.author());
        fields.put("updated", text(feed.updated()));
        fields.put("image", text(feed.image()));
        fields.put("id", feed.id());
        return fields;
    }

    private static Map<String, @Nullable Object> entry(Entry entry, URI base) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", entry.id());
        fields.put("title", entry.title());
        fields.put("link", text(entry.link()));
        fields.put("published", text(entry.published()));
        fields.put("updated", text(entry.updated()));
        fields.put("author", entry.author());
        fields.put("summary", clean(entry.summary(), base));
        fields.put("content", clean(entry.content(), base));
        fields.put("comments", text(entry.comments()));
        fields.put("categories", entry.categories());
        fields.put("enclosures", entry.enclosures());
        return fields;
    }

    private static String clean(String html, URI base) {
        return html.isEmpty() ? "" : HtmlSanitizer.clean(html, base);
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
