package dev.standfirst.cli;

import dev.standfirst.edition.Composed;
import dev.standfirst.edition.Decision;
import dev.standfirst.edition.Explanation;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.edition.Verdict;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Explanations for machines. What is not known is null. */
final class ExplainJson {

    private ExplainJson() {}

    /** Everything that an edition looked at. */
    static Map<String, @Nullable Object> of(StoredEdition edition, List<Decision> decisions) {
        Map<String, @Nullable Object> map = edition(edition);
        map.put("articles", decisions.stream().map(ExplainJson::decision).toList());
        return map;
    }

    /**
     * Why there is no edition.
     *
     * @param decisions those that were asked for
     */
    static Map<String, @Nullable Object> of(
            String digest, LocalDate date, Composed.Nothing nothing, List<Decision> decisions) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("edition", null);
        map.put("digest", digest);
        map.put("date", date.toString());
        Map<String, Long> leftOut = new TreeMap<>();
        nothing.leftOut().forEach((verdict, number) -> leftOut.put(word(verdict), number));
        map.put("leftOut", leftOut);
        map.put("articles", decisions.stream().map(ExplainJson::decision).toList());
        return map;
    }

    /** One article. */
    static Map<String, @Nullable Object> of(StoredEdition edition, Explanation explanation) {
        Map<String, @Nullable Object> map = edition(edition);
        map.put("article", explanation.entry().id());
        map.put("headline", explanation.headline());
        map.put("address", explanation.entry().link());
        map.put("source", explanation.entry().source());
        map.put("listed", explanation.entry().firstSeen().toString());
        map.put("dated", explanation.cameOut().toString());
        map.put("state", word(explanation.entry().state()));
        map.put("problem", explanation.entry().problem());
        map.put("text", explanation.text().map(ExplainJson::text).orElse(null));
        map.put("decision", explanation.decision().map(ExplainJson::decision).orElse(null));
        map.put("others", explanation.others().stream().map(Decision::articleId).toList());
        map.put("otherwise", explanation.otherwise());
        map.put("told", isTold(explanation));
        return map;
    }

    private static boolean isTold(Explanation explanation) {
        return explanation
                .decision()
                .filter(decision -> decision.verdict() == Verdict.TOLD)
                .isPresent();
    }

    private static Map<String, @Nullable Object> edition(StoredEdition edition) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("edition", edition.id());
        map.put("digest", edition.digest());
        map.put("date", edition.date().toString());
        return map;
    }

    private static Map<String, @Nullable Object> text(Explanation.Text text) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("words", text.words());
        map.put("language", text.language().toLanguageTag());
        map.put("whole", text.whole());
        map.put("categories", text.categories());
        return map;
    }

    private static Map<String, @Nullable Object> decision(Decision decision) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("article", decision.articleId());
        map.put("headline", decision.headline());
        map.put("source", decision.outlet());
        map.put("verdict", word(decision.verdict()));
        map.put("reason", decision.reason());
        map.put("merged", decision.merged());
        decision.story().ifPresent(story -> {
            map.put("rank", story.place());
            map.put("number", story.number());
            map.put("section", story.section().map(ExplainJson::word).orElse(null));
            map.put("topic", story.topic());
            map.put("topicWhy", story.topicWhy());
            map.put("score", story.score().sum());
            map.put(
                    "parts",
                    story.score().parts().stream().map(ExplainJson::part).toList());
        });
        return map;
    }

    private static Map<String, @Nullable Object> part(dev.standfirst.story.Score.Part part) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("part", word(part.kind()));
        map.put("points", part.points());
        map.put("why", part.why());
        return map;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
