package dev.standfirst.digest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The text of a digest file, whose settings are read and changed one by one. What is not changed stays as somebody
 * wrote it: comments, order, quotes, blank lines, line breaks. Settings are named by their way from the top:
 * {@code sources[2].weight}. Each change gives another text; whether it makes a digest is not looked at here.
 */
public final class DigestText {

    /** Lists that are longer get a line for each item. */
    private static final int LINE = 100;

    private static final Set<String> AS_LISTS = Set.of("schedule.days");

    private final YamlTree tree;
    private final YamlEdits edits;

    private DigestText(String text) {
        this.tree = YamlTree.of(text);
        this.edits = new YamlEdits(tree);
    }

    /** Why a text cannot be changed setting by setting; it can be as a text. */
    public enum ByHand {
        /** It is not YAML. */
        NOT_YAML,
        /** It has anchors, aliases or tags, so that one place stands for several. */
        ANCHORS,
        /** It has several documents, or directives. */
        DOCUMENTS,
        /** A setting is there twice, or something else is there than its kind of value. */
        SHAPE
    }

    /** Why a text cannot be changed here; empty where it can. */
    public static Optional<ByHand> obstacle(String text) {
        try {
            return new Plainness(text).obstacle();
        } catch (YAMLException e) {
            return Optional.of(ByHand.NOT_YAML);
        }
    }

    /**
     * A text that can be changed.
     *
     * @throws IllegalArgumentException where there is an {@link #obstacle}
     */
    public static DigestText of(String text) {
        obstacle(text).ifPresent(obstacle -> {
            throw new IllegalArgumentException("this text cannot be changed: " + obstacle);
        });
        return new DigestText(text);
    }

    /** The whole text. */
    public String text() {
        return tree.text();
    }

    /** Whether a setting is there. */
    public boolean has(String setting) {
        return tree.find(setting).isPresent();
    }

    /** The value of a setting on one line; empty where there is none, or more than a value. */
    public String value(String setting) {
        return tree.find(setting)
                .filter(ScalarNode.class::isInstance)
                .map(node -> oneLine(((ScalarNode) node).getValue()))
                .orElse("");
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /** The values of a list; of a value that stands alone that one. */
    public List<String> values(String setting) {
        Node node = tree.find(setting).orElse(null);
        if (node instanceof SequenceNode list) {
            return list.getValue().stream()
                    .map(item -> item instanceof ScalarNode scalar ? oneLine(scalar.getValue()) : "")
                    .toList();
        }
        return Stream.of(value(setting)).filter(value -> !value.isEmpty()).toList();
    }

    /** How many items a list has. */
    public int count(String setting) {
        return tree.find(setting).orElse(null) instanceof SequenceNode list
                ? list.getValue().size()
                : 0;
    }

    /** The text with another value of a setting; with an empty one, without it. */
    public DigestText with(String setting, String value) {
        if (value.equals(value(setting)) && (!value.isEmpty() || !has(setting))) {
            return this;
        }
        if (value.isEmpty()) {
            return without(setting);
        }
        Node node = tree.find(setting).orElse(null);
        if (node == null) {
            return added(setting, YamlWords.word(value), List.of());
        }
        return node instanceof ScalarNode scalar
                ? new DigestText(edits.value(scalar, value))
                : replaced(setting, YamlWords.word(value));
    }

    /** The text with other values of a list; with none, without it. */
    public DigestText withAll(String setting, List<String> values) {
        if (values.equals(values(setting))) {
            return this;
        }
        if (values.isEmpty()) {
            return without(setting);
        }
        Node node = tree.find(setting).orElse(null);
        if (node == null) {
            List<String> items =
                    values.stream().map(value -> "- " + YamlWords.of(value)).toList();
            String line = YamlWords.list(values);
            return line.length() > LINE ? added(setting, "", items) : added(setting, line, List.of());
        }
        if (node instanceof SequenceNode) {
            return items(setting, values);
        }
        boolean alone = values.size() == 1 && !AS_LISTS.contains(setting);
        return alone ? with(setting, values.get(0)) : replaced(setting, YamlWords.list(values));
    }

    /** The items that stay stay as they are. */
    private DigestText items(String setting, List<String> values) {
        DigestText text = this;
        if (Collections.disjoint(values(setting), values)) {
            return replaced(setting, YamlWords.list(values));
        }
        for (int i = count(setting) - 1; i >= 0; i--) {
            text = values.contains(text.values(setting).get(i)) ? text : text.withoutItem(setting, i);
        }
        for (int i = 0; i < values.size(); i++) {
            List<String> now = text.values(setting);
            if (!now.contains(values.get(i))) {
                text = text.withItem(setting, i, List.of(YamlWords.of(values.get(i))));
            }
        }
        return text.values(setting).equals(values) ? text : text.replaced(setting, YamlWords.list(values));
    }

    /** The text with something else, on one line as YAML has it, in the place of a setting's value. */
    DigestText replaced(String setting, String yaml) {
        Optional<NodeTuple> tuple = setting.endsWith("]") ? Optional.empty() : tuple(setting);
        return new DigestText(
                tuple.isPresent()
                        ? edits.replaced(tuple.get(), yaml)
                        : edits.replaced(tree.find(setting).orElseThrow(), yaml));
    }

    /** The text with another name of a setting. */
    DigestText renamed(String setting, String key) {
        NodeTuple tuple = tuple(setting).orElseThrow();
        return new DigestText(edits.renamed(tuple, key));
    }

    /** The text without a setting; one that is around nothing then goes, too. */
    public DigestText without(String setting) {
        Optional<NodeTuple> tuple = tuple(setting);
        if (tuple.isEmpty()) {
            return this;
        }
        MappingNode map = (MappingNode) around(setting).orElseThrow();
        String parent = YamlTree.parent(setting);
        if (map.getValue().size() == 1 && !parent.isEmpty()) {
            return without(parent);
        }
        return new DigestText(map.getValue().size() == 1 ? "" : edits.without(map, tuple.get()));
    }

    /** The text without an item of a list. */
    DigestText withoutItem(String list, int index) {
        return count(list) == 1
                ? without(list)
                : new DigestText(edits.without((SequenceNode) tree.find(list).orElseThrow(), index));
    }

    /** The text with an item more, given as lines of a block; of a list with brackets as one line. */
    DigestText withItem(String list, int index, List<String> lines) {
        Node node = tree.find(list).orElse(null);
        List<String> item = new ArrayList<>();
        lines.forEach(line -> item.add((item.isEmpty() ? "- " : "  ") + line));
        if (node == null) {
            return added(list, "", item);
        }
        if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return new DigestText(edits.with(sequence, index, lines));
        }
        return without(list).added(list, "", item);
    }

    /** The text with the items of a list in another order. */
    DigestText inOrder(String list, List<Integer> order) {
        boolean same = order.stream().sorted().toList().equals(order);
        return same
                ? this
                : new DigestText(edits.inOrder((SequenceNode) tree.find(list).orElseThrow(), order));
    }

    /** Whether items of a list stand in brackets, or braces. */
    boolean isInBrackets(String list) {
        Node node = tree.find(list).orElse(null);
        boolean items = node instanceof SequenceNode sequence
                && !sequence.getValue().isEmpty()
                && sequence.getValue().get(sequence.getValue().size() - 1) instanceof MappingNode last
                && !YamlTree.isBlock(last);
        return items || (node instanceof SequenceNode sequence && !YamlTree.isBlock(sequence) && count(list) > 0);
    }

    /** Whether a setting has settings of its own. */
    boolean isMap(String setting) {
        return tree.find(setting).orElse(null) instanceof MappingNode;
    }

    private Optional<Node> around(String setting) {
        String parent = YamlTree.parent(setting);
        return parent.isEmpty() ? tree.root() : tree.find(parent);
    }

    private Optional<NodeTuple> tuple(String setting) {
        return around(setting).flatMap(map -> YamlTree.tuple(map, YamlTree.last(setting)));
    }

    /** A setting more: on one line, or with what is below it, each line indented by the caller beyond that. */
    private DigestText added(String setting, String line, List<String> below) {
        String key = YamlTree.last(setting);
        List<String> lines = new ArrayList<>(List.of(line.isEmpty() ? key + ":" : key + ": " + line));
        below.forEach(one -> lines.add("  " + one));
        String parent = YamlTree.parent(setting);
        Node around = around(setting).orElse(null);
        if (around instanceof MappingNode map) {
            return new DigestText(edits.with(map, SettingOrder.before(setting), lines));
        }
        if (parent.isEmpty()) {
            return new DigestText(beginning() + String.join(tree.newline(), lines) + tree.newline());
        }
        if (around == null) {
            return added(parent, "", lines);
        }
        return tree.isNothing(around)
                ? new DigestText(edits.below(around, 2, lines))
                : replaced(parent, "{" + lines.get(0) + "}");
    }

    private String beginning() {
        String text = tree.text();
        return text.isEmpty() || text.endsWith("\n") ? text : text + tree.newline();
    }
}
