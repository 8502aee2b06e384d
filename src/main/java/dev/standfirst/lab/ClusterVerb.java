package dev.standfirst.lab;

import dev.standfirst.article.Article;
import dev.standfirst.story.Story.Coverage;
import dev.standfirst.story.StorySentences;
import dev.standfirst.summary.Summary;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code {"articles":[{"lang","title","text","source"}],"words"}} to {@code {"sentences"}}: what a story of these
 * articles would be told by, in as many whole sentences as it takes to fill the words.
 */
final class ClusterVerb implements LabVerb {

    private static final int WORDS = 100;

    @Override
    public Map<String, @Nullable Object> answer(JsonNode input) {
        if (!input.path("articles").isArray()) {
            throw new IllegalArgumentException("the line has no list \"articles\"");
        }
        List<Coverage> coverage = new ArrayList<>();
        for (JsonNode article : input.path("articles")) {
            coverage.add(coverage(coverage.size(), article));
        }
        return Map.of(
                "sentences",
                StorySentences.fill(coverage, input.path("words").asInt(WORDS)).stream()
                        .map(told -> told.sentence().text())
                        .toList());
    }

    private static Coverage coverage(int number, JsonNode input) {
        Article article = new Article(
                URI.create("https://lab.example/" + number),
                input.path("title").asString(""),
                "",
                null,
                Locale.forLanguageTag(input.path("lang").asString("")),
                "",
                "",
                null,
                input.path("text").asString(""),
                "",
                true);
        return new Coverage(
                number,
                article,
                new Summary(List.of()),
                input.path("source").asString("source " + number),
                "",
                Instant.EPOCH);
    }
}
