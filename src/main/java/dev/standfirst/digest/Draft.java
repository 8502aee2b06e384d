package dev.standfirst.digest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The settings of a digest as somebody may fill them in: words, checked by nobody yet. What is empty is not written
 * down.
 *
 * @param values settings of one value: {@code schedule.zone}; {@code approval} is {@code required} where somebody looks
 * @param lists settings of several: {@code words}
 * @param sources rows of a name, a kind, an address, a topic and a weight
 * @param topics rows of a name, a weight, stories, and lists of words and categories
 */
public record Draft(Map<String, String> values, Map<String, List<String>> lists, List<Row> sources, List<Row> topics) {

    /** Settings of one value. */
    public static final List<String> VALUES = Stream.of(
                    List.of(
                            "title",
                            "language",
                            "memory",
                            "window",
                            "approval",
                            "template",
                            "archive",
                            "audience.seed"),
                    List.of("schedule.time", "schedule.zone", "schedule.cron", "schedule.between", "schedule.late"),
                    List.of("schedule.missed", "delivery.doubt", "delivery.tries"),
                    below("length"),
                    below("sender"),
                    below("approval"))
            .flatMap(List::stream)
            .toList();

    /** Settings of several values. */
    public static final List<String> LISTS =
            List.of("words", "without", "schedule.days", "schedule.except", "audience.lists");

    /** What a source may be. */
    public static final List<String> KINDS = List.of("feed", "page", "sitemap", "folder", "opml");

    /** What a row of sources and one of topics has, beside its name. */
    public static final List<String> SOURCE_VALUES = List.of("name", "kind", "address", "topic", "weight");

    /** What a topic has of single values, and of lists. */
    public static final List<String> TOPIC_VALUES = List.of("name", "weight", "stories");

    /** What a topic has of lists. */
    public static final List<String> TOPIC_LISTS = List.of("words", "categories");

    public Draft {
        values = Map.copyOf(values);
        lists = Map.copyOf(lists);
        sources = List.copyOf(sources);
        topics = List.copyOf(topics);
    }

    /**
     * One of several.
     *
     * @param was which one it is in the text, from 0; -1 where it is new
     */
    public record Row(int was, Map<String, String> values, Map<String, List<String>> lists) {

        public Row {
            values = Map.copyOf(values);
            lists = Map.copyOf(lists);
        }

        /** A value; empty where there is none. */
        public String value(String key) {
            return values.getOrDefault(key, "");
        }

        /** A list; empty where there is none. */
        public List<String> list(String key) {
            return lists.getOrDefault(key, List.of());
        }

        /** Whether nothing is filled in; a kind alone is nothing. */
        public boolean isEmpty() {
            return values.entrySet().stream()
                            .allMatch(value -> value.getKey().equals("kind")
                                    || value.getValue().isEmpty())
                    && lists.values().stream().allMatch(List::isEmpty);
        }

        Row at(int index) {
            return new Row(index, values, lists);
        }
    }

    private static List<String> below(String section) {
        return SettingOrder.of(section).stream().map(key -> section + "." + key).toList();
    }

    /** What a text says. */
    public static Draft of(DigestText text) {
        Map<String, String> values = new LinkedHashMap<>();
        VALUES.forEach(setting -> values.put(setting, text.value(setting)));
        if (text.isMap("approval")) {
            values.put("approval", "required");
        }
        Map<String, List<String>> lists = new LinkedHashMap<>();
        LISTS.forEach(setting -> lists.put(setting, text.values(setting)));
        lists.put(
                "audience.lists",
                Stream.concat(text.values("audience.list").stream(), text.values("audience.lists").stream())
                        .toList());
        return new Draft(
                values,
                lists,
                IntStream.range(0, text.count("sources"))
                        .mapToObj(i -> source(text, i))
                        .toList(),
                IntStream.range(0, text.count("topics"))
                        .mapToObj(i -> topic(text, i))
                        .toList());
    }

    private static Row source(DigestText text, int index) {
        String at = "sources[%d]".formatted(index);
        String kind = KINDS.stream()
                .filter(one -> text.has(at + "." + one))
                .findFirst()
                .orElse("feed");
        return new Row(
                index,
                Map.of(
                        "name", text.value(at + ".name"),
                        "kind", kind,
                        "address", text.value(at + "." + kind),
                        "topic", text.value(at + ".topic"),
                        "weight", text.value(at + ".weight")),
                Map.of());
    }

    private static Row topic(DigestText text, int index) {
        String at = "topics[%d]".formatted(index);
        return new Row(
                index,
                Map.of(
                        "name", text.isMap(at) ? text.value(at + ".name") : text.value(at),
                        "weight", text.value(at + ".weight"),
                        "stories", text.value(at + ".stories")),
                Map.of("words", text.values(at + ".words"), "categories", text.values(at + ".categories")));
    }

    /** A value; empty where there is none. */
    public String value(String setting) {
        return values.getOrDefault(setting, "");
    }

    /** A list; empty where there is none. */
    public List<String> list(String setting) {
        return lists.getOrDefault(setting, List.of());
    }

    /** The text with these settings; what is the same already stays as it is. */
    public DigestText over(DigestText text) {
        return new DraftWriter(this).over(text);
    }

    /**
     * What was changed here since the text was read, on top of what somebody else made of it meanwhile.
     *
     * @param read what the text said when it was read
     * @param now what it says now
     */
    public Draft onto(Draft read, Draft now) {
        Map<String, String> merged = new LinkedHashMap<>(now.values);
        values.forEach((setting, value) -> {
            if (!value.equals(read.value(setting))) {
                merged.put(setting, value);
            }
        });
        Map<String, List<String>> several = new LinkedHashMap<>(now.lists);
        lists.forEach((setting, value) -> {
            if (!value.equals(read.list(setting))) {
                several.put(setting, value);
            }
        });
        return new Draft(
                merged,
                several,
                sources.equals(read.sources) ? now.sources : found(sources, now.sources),
                topics.equals(read.topics) ? now.topics : found(topics, now.topics));
    }

    /** Rows with the places that they have now, found by their names, each place once. */
    private static List<Row> found(List<Row> rows, List<Row> now) {
        boolean[] taken = new boolean[now.size()];
        return rows.stream()
                .map(row -> {
                    Optional<Row> same = now.stream()
                            .filter(one -> !taken[one.was] && one.value("name").equals(row.value("name")))
                            .findFirst();
                    same.ifPresent(one -> taken[one.was] = true);
                    return row.at(same.map(Row::was).orElse(-1));
                })
                .toList();
    }
}
