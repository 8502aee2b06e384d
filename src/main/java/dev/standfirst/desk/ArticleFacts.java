package dev.standfirst.desk;

import dev.standfirst.edition.Decision;
import dev.standfirst.edition.Decision.InStory;
import dev.standfirst.edition.Explanation;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.edition.Verdict;
import dev.standfirst.source.ListedEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Why an edition tells an article or not, for the page that says so. */
@Component
class ArticleFacts {

    private final Clock clock;

    ArticleFacts(Clock clock) {
        this.clock = clock;
    }

    Map<String, Object> of(Call call, StoredEdition edition, Explanation explanation) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", explanation.headline());
        model.put("kind", kind(explanation));
        model.put("outcome", outcome(call, explanation));
        model.put("facts", facts(call, explanation));
        model.put("link", link(explanation.entry()));
        model.put("others", others(edition, explanation));
        Optional<InStory> story = explanation.decision().flatMap(Decision::story);
        model.put(
                "rank",
                story.map(one -> call.say(
                                "why.rank",
                                one.place(),
                                explanation.stories(),
                                points(call, one.score().sum())))
                        .orElse(""));
        model.put("parts", story.map(one -> parts(call, one)).orElse(List.of()));
        return model;
    }

    private static String kind(Explanation explanation) {
        return explanation
                        .decision()
                        .filter(one -> one.verdict() == Verdict.TOLD)
                        .isPresent()
                ? "ok"
                : "none";
    }

    private static String outcome(Call call, Explanation explanation) {
        if (explanation.decision().isEmpty()) {
            return call.say("why.not.looked", call.say(explanation.because()));
        }
        Decision decision = explanation.decision().get();
        return decision.verdict() == Verdict.TOLD
                ? call.say("why.told", decision.number())
                : call.say("why.left", call.say(decision.why()));
    }

    private List<Map<String, Object>> facts(Call call, Explanation explanation) {
        ListedEntry entry = explanation.entry();
        List<Map<String, Object>> facts = new ArrayList<>();
        facts.add(fact(call, "listed", call.say("why.listed.by", when(call, entry.firstSeen()), entry.source())));
        facts.add(fact(call, "came", when(call, explanation.cameOut())));
        facts.add(fact(call, "read", read(call, explanation)));
        explanation.decision().flatMap(Decision::story).ifPresent(story -> {
            facts.add(fact(
                    call,
                    "topic",
                    story.topic().isEmpty()
                            ? call.say("why.topic.none")
                            : call.say("why.topic.because", story.topic(), story.topicWhy())));
        });
        return facts;
    }

    private static Map<String, Object> fact(Call call, String key, String words) {
        return Map.of("name", call.say("why.fact." + key), "words", words);
    }

    private static String read(Call call, Explanation explanation) {
        if (explanation.text().isEmpty()) {
            String problem = explanation.entry().problem();
            return problem.isEmpty() ? call.say("why.read.not") : call.say("why.read.problem", problem);
        }
        Explanation.Text text = explanation.text().get();
        Locale language = call.words().language();
        return call.say(
                text.whole() ? "why.read.whole" : "why.read.short",
                text.words(),
                text.language().getDisplayLanguage(language));
    }

    /** Only what is on the web is a link; addresses come from outside. */
    private static String link(ListedEntry entry) {
        return entry.link().matches("(?i)https?://\\S+") ? entry.link() : "";
    }

    private static List<Map<String, Object>> others(StoredEdition edition, Explanation explanation) {
        return explanation.others().stream()
                .<Map<String, Object>>map(other -> Map.of(
                        "path", WhyPage.path(edition, other.articleId()),
                        "headline", other.headline(),
                        "outlet", other.outlet(),
                        "why", other.merged()))
                .toList();
    }

    private static List<Map<String, Object>> parts(Call call, InStory story) {
        return story.score().parts().stream()
                .<Map<String, Object>>map(part -> Map.of(
                        "name", call.say("why.part." + part.kind()),
                        "points", points(call, part.points()),
                        "why", part.why()))
                .toList();
    }

    private static String points(Call call, double points) {
        return String.format(call.words().language(), "%.2f", points);
    }

    private String when(Call call, Instant at) {
        return Times.show(call.words(), at, clock.instant(), ZoneId.systemDefault());
    }
}
