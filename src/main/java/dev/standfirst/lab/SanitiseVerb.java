package dev.standfirst.lab;

import dev.standfirst.article.HtmlSanitizer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code {"html"}} to the safe part of it. */
final class SanitiseVerb implements LabVerb {

    private static final URI BASE = URI.create("https://base.example/");

    @Override
    public Map<String, @Nullable Object> answer(JsonNode input) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("html", HtmlSanitizer.clean(input.path("html").asString(""), BASE));
        answer.put("error", null);
        return answer;
    }
}
