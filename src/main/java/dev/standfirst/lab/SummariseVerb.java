package dev.standfirst.lab;

import dev.standfirst.summary.Summarizer;
import dev.standfirst.summary.Summary;
import dev.standfirst.summary.Summary.KeySentence;
import dev.standfirst.summary.SummaryLength;
import dev.standfirst.text.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code {"lang","title","text"}} to {@code {"sentences","offsets"}}. */
final class SummariseVerb implements LabVerb {

    private final SummaryLength length;

    SummariseVerb(LabOptions options) {
        options.allow(Set.of("sentences", "words"));
        length = new SummaryLength(options.number("sentences", 3), options.number("words", SummaryLength.WORDS));
    }

    @Override
    public Map<String, @Nullable Object> answer(JsonNode input) {
        if (!input.has("text")) {
            throw new IllegalArgumentException("the line has no \"text\"");
        }
        Summary summary = Summarizer.summarise(
                input.path("title").asString(""),
                input.path("text").asString(""),
                Locale.forLanguageTag(input.path("lang").asString("")),
                length);
        List<Sentence> sentences =
                summary.sentences().stream().map(KeySentence::sentence).toList();
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("sentences", sentences.stream().map(Sentence::text).toList());
        answer.put(
                "offsets",
                sentences.stream().map(s -> List.of(s.from(), s.to())).toList());
        return answer;
    }
}
