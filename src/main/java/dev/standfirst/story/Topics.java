package dev.standfirst.story;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.TopicSpec;
import dev.standfirst.story.Story.Coverage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files stories under the topics of a digest. An article belongs where its source says; where the source says nothing,
 * to the first topic of the digest that has one of its categories, else a word of its headline, else a word of its
 * text. A story belongs where most of its articles do; of two topics with as many, where the earliest article does.
 */
public final class Topics {

    /** What an article is about, it has said by then. */
    static final int TEXT_CHARACTERS = 6000;

    private final List<Rule> rules = new ArrayList<>();

    /** The topics of a digest. */
    public Topics(Digest digest) {
        digest.sections()
                .forEach(
                        topic -> rules.add(new Rule(topic, Phrases.of(topic.categories()), Phrases.of(topic.words()))));
    }

    /**
     * Where something belongs.
     *
     * @param topic name of the section, empty where nothing says
     * @param why in words, fit behind "because": "its source Field Notes belongs to it"; empty where the topic is
     */
    public record Filed(String topic, String why) {

        static final Filed NOWHERE = new Filed("", "");
    }

    /** Where a story belongs. */
    public Filed of(Story story) {
        Map<String, List<Filed>> votes = new LinkedHashMap<>();
        for (Coverage coverage : story.coverage()) {
            Filed filed = of(coverage);
            if (!filed.topic().isEmpty()) {
                votes.computeIfAbsent(filed.topic(), topic -> new ArrayList<>()).add(filed);
            }
        }
        // Of several maxima the first is taken: that of the earliest article.
        return votes.values().stream()
                .min(Comparator.comparingInt(filed -> -filed.size()))
                .map(most -> with(most, story.coverage().size()))
                .orElse(Filed.NOWHERE);
    }

    private static Filed with(List<Filed> most, int articles) {
        Filed first = most.get(0);
        return articles == 1
                ? first
                : new Filed(
                        first.topic(),
                        "%s (so for %d of its %d articles)".formatted(first.why(), most.size(), articles));
    }

    private Filed of(Coverage coverage) {
        if (!coverage.topic().isEmpty()) {
            return new Filed(declared(coverage.topic()), "its source %s belongs to it".formatted(coverage.outlet()));
        }
        return byCategory(coverage)
                .or(() -> byWord(coverage.article().title(), "its headline"))
                .or(() -> byWord(beginning(coverage), "its text"))
                .orElse(Filed.NOWHERE);
    }

    /** A topic as the digest writes it, where a source writes it in other letters. */
    private String declared(String topic) {
        return rules.stream()
                .map(rule -> rule.topic().name())
                .filter(name -> name.equalsIgnoreCase(topic))
                .findFirst()
                .orElse(topic);
    }

    private Optional<Filed> byCategory(Coverage coverage) {
        List<String> categories =
                coverage.article().categories().stream().map(Phrases::plain).toList();
        for (Rule rule : rules) {
            for (String category : categories) {
                List<String> found = rule.categories().in(category);
                if (!found.isEmpty()) {
                    return Optional.of(new Filed(
                            rule.topic().name(), "\"%s\" is among its categories".formatted(category.strip())));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Filed> byWord(String text, String where) {
        if (rules.stream().allMatch(rule -> rule.words().isEmpty())) {
            return Optional.empty();
        }
        String plain = Phrases.plain(text);
        for (Rule rule : rules) {
            List<String> found = rule.words().in(plain);
            if (!found.isEmpty()) {
                return Optional.of(new Filed(rule.topic().name(), "\"%s\" is in %s".formatted(found.get(0), where)));
            }
        }
        return Optional.empty();
    }

    static String beginning(Coverage coverage) {
        String text = coverage.article().text();
        return text.substring(0, Math.min(text.length(), TEXT_CHARACTERS));
    }

    private record Rule(TopicSpec topic, Phrases categories, Phrases words) {}
}
