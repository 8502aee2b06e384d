package dev.standfirst.lab;

import dev.standfirst.source.Entry;
import dev.standfirst.source.Feed;
import dev.standfirst.source.FeedReader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code {"url","headers","body_b64"}} to the feed that the bytes hold. */
final class ParseVerb implements LabVerb {

    @Override
    public Map<String, @Nullable Object> answer(JsonNode input) throws Exception {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        Feed.Result result = FeedReader.read(PageInput.read(input));
        if (result instanceof Feed.Result.Read read) {
            answer.put("ok", true);
            answer.put("error", null);
            answer.put("feed", feed(read.feed()));
            answer.put(
                    "entries",
                    read.feed().entries().stream().map(ParseVerb::entry).toList());
        } else {
            answer.put("ok", false);
            answer.put("error", ((Feed.Result.NotFeed) result).reason());
        }
        return answer;
    }

    private static Map<String, @Nullable Object> feed(Feed feed) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("title", feed.title());
        fields.put("link", text(feed.link()));
        fields.put("description", feed.description());
        fields.put("language", feed.language());
        fields.put("author", feed.author());
        fields.put("updated", text(feed.updated()));
        fields.put("image", text(feed.image()));
        fields.put("id", feed.id());
        return fields;
    }

    private static Map<String, @Nullable Object> entry(Entry entry) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("id", entry.id());
        fields.put("title", entry.title());
        fields.put("link", text(entry.link()));
        fields.put("published", text(entry.published()));
        fields.put("updated", text(entry.updated()));
        fields.put("author", entry.author());
        fields.put("summary", entry.summary());
        fields.put("content", entry.content());
        fields.put("comments", text(entry.comments()));
        fields.put("categories", entry.categories());
        fields.put("enclosures", entry.enclosures());
        return fields;
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
