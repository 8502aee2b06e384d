package dev.standfirst.digest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of a digest file, read key by key. What is wrong goes to {@link Problems}, and reading goes on with
 * something usable, so that all mistakes of a file are told at once. Scalars are taken as written: in YAML 1.1 an
 * unquoted 07:00 is a number to the base of sixty, here it is a time.
 */
final class YamlMap {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,4})([mhd])");

    private final Node node;
    private final String name;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /**
     * Reads a mapping.
     *
     * @param name what it is called in messages: "length", "the file"
     * @param known every key that it may have
     */
    YamlMap(Node node, String name, Set<String> known, Problems problems) {
        this.node = node;
        this.name = name;
        this.problems = problems;
        if (!(node instanceof MappingNode mapping)) {
            problems.add(node, "%s must be settings of the form \"key: value\"".formatted(name));
            return;
        }
        mapping.getValue().forEach(tuple -> put(tuple, known));
    }

    private void put(NodeTuple tuple, Set<String> known) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!known.contains(key)) {
            problems.unknown(tuple.getKeyNode(), "a setting of " + name, key, known);
        } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
            problems.add(tuple.getKeyNode(), "\"%s\" is set twice. Keep one of them.".formatted(key));
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Optional<Node> node(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** The node of a key, or of the whole mapping where the key is missing: where to point at. */
    Node place(String key) {
        return values.getOrDefault(key, node);
    }

    Optional<String> text(String key) {
        return node(key).flatMap(value -> scalar(value, key));
    }

    String required(String key) {
        if (!has(key) && node instanceof MappingNode) {
            String setting = problems.setting(node);
            problems.add(
                    node,
                    setting.isEmpty() ? key : setting + "." + key,
                    "%s has no \"%s\". Add one.".formatted(name, key));
        }
        return text(key).orElse("");
    }

    int number(String key, int min, int max, int preset) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return preset;
        }
        if (!text.get().matches("\\d{1,4}")
                || Integer.parseInt(text.get()) < min
                || Integer.parseInt(text.get()) > max) {
            problems.add(
                    place(key), "%s \"%s\" is not a whole number from %d to %d.".formatted(key, text.get(), min, max));
            return preset;
        }
        return Integer.parseInt(text.get());
    }

    /** {@code true} or {@code false}. */
    boolean flag(String key, boolean preset) {
        String text = text(key).orElse(Boolean.toString(preset));
        if (!text.equals("true") && !text.equals("false")) {
            problems.add(place(key), "%s \"%s\" is neither true nor false. Write one of them.".formatted(key, text));
        }
        return text.equals("true");
    }

    /** A number with a point or without, between these two. */
    double decimal(String key, double min, double max, double preset) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return preset;
        }
        double number = text.get().matches("\\d{1,4}(\\.\\d{1,4})?") ? Double.parseDouble(text.get()) : -1;
        if (number < min || number > max) {
            problems.add(
                    place(key),
                    "%s \"%s\" is not a number from %s to %s. Write 2 or 0.5."
                            .formatted(key, text.get(), shown(min), shown(max)));
            return preset;
        }
        return number;
    }

    private static String shown(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** A time span: 90m, 36h, 7d. */
    Optional<Duration> span(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = SPAN.matcher(text.get());
        if (!matcher.matches()) {
            problems.add(place(key), "%s \"%s\" is not a time span. Write 90m, 36h or 7d.".formatted(key, text.get()));
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                });
    }

    /** A time span from one to another, both included. */
    Optional<Duration> span(String key, Duration least, Duration most) {
        Optional<Duration> span = span(key);
        if (span.filter(given -> given.compareTo(least) < 0 || given.compareTo(most) > 0)
                .isPresent()) {
            problems.add(
                    place(key),
                    "%s \"%s\" is not between %s and %s."
                            .formatted(key, text(key).orElse(""), shown(least), shown(most)));
            return Optional.empty();
        }
        return span;
    }

    private static String shown(Duration span) {
        boolean days = span.compareTo(Duration.ofDays(1)) > 0;
        return days ? span.toDays() + "d" : span.toHours() > 0 ? span.toHours() + "h" : span.toMinutes() + "m";
    }

    /** One of a few words: the names of these constants in small letters. */
    <E extends Enum<E>> E choice(String key, Class<E> words, E preset) {
        Optional<String> text = text(key);
        List<String> known = Stream.of(words.getEnumConstants())
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .toList();
        if (text.isEmpty() || !known.contains(text.get())) {
            text.ifPresent(given -> problems.add(
                    place(key), "%s \"%s\" is not known. Write %s.".formatted(key, given, String.join(" or ", known))));
            return preset;
        }
        return Enum.valueOf(words, text.get().toUpperCase(Locale.ROOT));
    }

    /** A mapping below this one; where it is missing, an empty one. */
    YamlMap map(String key, Set<String> known) {
        Node missing =
                new MappingNode(
                        org.yaml.snakeyaml.nodes.Tag.MAP, List.of(), org.yaml.snakeyaml.DumperOptions.FlowStyle.BLOCK) {
                    @Override
                    public org.yaml.snakeyaml.error.Mark getStartMark() {
                        return node.getStartMark();
                    }
                };
        problems.name(missing, key);
        return new YamlMap(values.getOrDefault(key, missing), key, known, problems);
    }

    List<Node> list(String key) {
        if (node(key).isEmpty()) {
            return List.of();
        }
        Node value = node(key).get();
        if (value instanceof SequenceNode sequence) {
            return new ArrayList<>(sequence.getValue());
        }
        problems.add(value, "%s must be a list: one \"- \" an item".formatted(key));
        return List.of();
    }

    /** The items of a list; one that stands alone needs none. */
    List<Node> oneOrMore(String key) {
        Node value = node(key).orElse(null);
        return value instanceof ScalarNode ? List.of(value) : list(key);
    }

    private Optional<String> scalar(Node value, String key) {
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue().strip());
        }
        problems.add(
                value,
                "%s must be a word or a number, and is %s."
                        .formatted(key, value instanceof ScalarNode ? "empty" : "more"));
        return Optional.empty();
    }
}
