package dev.standfirst.digest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads what a digest file says about what it takes: topics, words, memory, and the limits under {@code length}. */
final class SelectionReader {

    /** A story of weight 10 stands a little more than three steps above one of weight 1. */
    static final double LEAST_WEIGHT = 0.1;

    static final double MOST_WEIGHT = 10;

    private static final Set<String> TOPIC_KEYS = Set.of("name", "categories", "words", "weight", "stories");
    private static final Duration LONGEST_MEMORY = Duration.ofDays(60);
    private static final int LONGEST_WORD = 100;

    /**
     * Words with blanks between them, a star at an end of the whole at most. Signs that stand for numbers, like ½ and
     * ②, are no words: a text is searched for its letters and digits alone, and nothing of them would be left.
     */
    private static final Pattern PHRASE = Pattern.compile("\\*?[^*]*[\\p{L}\\p{Nd}][^*]*\\*?");

    private final Problems problems;

    SelectionReader(Problems problems) {
        this.problems = problems;
    }

    Selection read(YamlMap file, YamlMap length) {
        return new Selection(
                topics(file),
                words(file, "words"),
                words(file, "without"),
                memory(file),
                limit(length, "per-source"),
                limit(length, "per-topic"),
                length.number("least-words", 0, 5000, 0));
    }

    private List<TopicSpec> topics(YamlMap file) {
        List<TopicSpec> topics = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node item : file.list("topics")) {
            TopicSpec topic = topic(item);
            if (!names.add(topic.name().toLowerCase(Locale.ROOT))) {
                problems.add(item, "there are two topics called \"%s\". Make one of them.".formatted(topic.name()));
            }
            topics.add(topic);
        }
        return topics;
    }

    /** A bare name is a section for the sources that name it. */
    private TopicSpec topic(Node item) {
        if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return TopicSpec.of(scalar.getValue().strip());
        }
        YamlMap topic = new YamlMap(item, "a topic", TOPIC_KEYS, problems);
        return new TopicSpec(
                topic.required("name"),
                words(topic, "categories"),
                words(topic, "words"),
                topic.decimal("weight", LEAST_WEIGHT, MOST_WEIGHT, 1),
                limit(topic, "stories"));
    }

    private static Optional<Integer> limit(YamlMap map, String key) {
        return map.has(key) ? Optional.of(map.number(key, 1, 40, 40)) : Optional.empty();
    }

    private List<String> words(YamlMap map, String key) {
        List<String> words = new ArrayList<>();
        for (Node item : map.oneOrMore(key)) {
            String word = item instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
            if (word.length() > LONGEST_WORD || !PHRASE.matcher(word).matches()) {
                problems.add(
                        item,
                        "%s \"%s\" is not a word or a phrase. Write reef, tidal barrage, ferr* or *hafen."
                                .formatted(key, word));
            } else {
                words.add(word);
            }
        }
        return words;
    }

    private Duration memory(YamlMap file) {
        Duration memory = file.span("memory").orElse(Selection.MEMORY);
        if (memory.compareTo(LONGEST_MEMORY) > 0) {
            problems.add(
                    file.place("memory"),
                    "memory \"%s\" is longer than 60d. Write 60d or less, or 0d for none."
                            .formatted(file.text("memory").orElse("")));
        }
        return memory;
    }
}
