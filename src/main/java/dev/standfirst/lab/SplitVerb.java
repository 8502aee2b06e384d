package dev.standfirst.lab;

import dev.standfirst.text.Sentence;
import dev.standfirst.text.Sentences;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code {"lang","text"}} to {@code {"sentences"}}. */
final class SplitVerb implements LabVerb {

    @Override
    public Map<String, @Nullable Object> answer(JsonNode input) {
        Locale language = Locale.forLanguageTag(input.path("lang").asString(""));
        return Map.of(
                "sentences",
                Sentences.split(input.path("text").asString(""), language).stream()
                        .map(Sentence::text)
                        .toList());
    }
}
