package dev.standfirst.lab;

import dev.standfirst.digest.Opml;
import dev.standfirst.fetch.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code {"headers","body_b64"}} to the feeds that the bytes list: {@code {"ok","feeds":[{"url","title"}]}}. */
final class OpmlVerb implements LabVerb {

    @Override
    public Map<String, @Nullable Object> answer(JsonNode input) throws Exception {
        Page page = PageInput.read(input);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        Opml.Result result = Opml.read(page.body(), page.contentType());
        if (result instanceof Opml.Result.Read read) {
            answer.put("ok", true);
            answer.put("error", null);
            answer.put("feeds", read.opml().feeds().stream().map(OpmlVerb::feed).toList());
        } else {
            answer.put("ok", false);
            answer.put("error", ((Opml.Result.NotOpml) result).reason());
            answer.put("feeds", List.of());
        }
        return answer;
    }

    private static Map<String, String> feed(Opml.Feed feed) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("url", feed.address());
        fields.put("title", feed.name());
        fields.put("folder", feed.folder());
        return fields;
    }
}
