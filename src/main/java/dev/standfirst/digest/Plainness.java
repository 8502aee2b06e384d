package dev.standfirst.digest;

import dev.standfirst.digest.DigestText.ByHand;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Whether the text of a digest file is as plain as one that can be changed place by place. */
final class Plainness {

    private static final Set<String> MAPS = Set.of("schedule", "length", "audience", "sender", "delivery");
    private static final Set<String> ROWS = Set.of("sources", "topics");
    private static final Set<String> LISTS =
            Set.of("words", "without", "categories", "schedule.days", "schedule.except", "audience.lists");
    private static final Pattern BEFORE_KEY = Pattern.compile("\\uFEFF?[ \\t]*(?:-[ \\t]+)*");

    private final YamlTree tree;

    Plainness(String text) {
        this.tree = YamlTree.of(text);
    }

    Optional<ByHand> obstacle() {
        for (Event event : new Yaml(DigestFiles.options()).parse(new StringReader(tree.text()))) {
            if (isMarked(event)) {
                return Optional.of(ByHand.ANCHORS);
            }
            if (isMoreThanOne(event)) {
                return Optional.of(ByHand.DOCUMENTS);
            }
        }
        return tree.root().filter(root -> !isPlain(root)).map(root -> ByHand.SHAPE);
    }

    private static boolean isMarked(Event event) {
        boolean tag = event instanceof ScalarEvent scalar
                ? scalar.getTag() != null
                : event instanceof CollectionStartEvent start && start.getTag() != null;
        return tag || event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null);
    }

    private static boolean isMoreThanOne(Event event) {
        return event instanceof DocumentStartEvent start
                ? start.getVersion() != null
                        || (start.getTags() != null && !start.getTags().isEmpty())
                : event instanceof DocumentEndEvent end && end.getExplicit();
    }

    private boolean isPlain(Node root) {
        return root instanceof MappingNode map
                && YamlTree.isBlock(map)
                && isPlain(map)
                && map.getValue().stream().allMatch(this::isPlainSection);
    }

    private boolean isPlainSection(NodeTuple tuple) {
        String key = YamlTree.key(tuple);
        Node value = tuple.getValueNode();
        if (tree.isNothing(value)) {
            return true;
        }
        if (ROWS.contains(key)) {
            return value instanceof SequenceNode rows && areRows(key, rows);
        }
        return isSection(key, value) ? isPlainMap(key, value) : isValue(key, value);
    }

    private static boolean isSection(String key, Node value) {
        return MAPS.contains(key) || (key.equals("approval") && value instanceof MappingNode);
    }

    private boolean isPlainMap(String key, Node value) {
        return value instanceof MappingNode map && isPlain(map) && areValues(map, key + ".");
    }

    private boolean areRows(String list, SequenceNode rows) {
        return rows.getValue().stream().allMatch(row -> isRow(list, row) && isBehindDash(rows, row));
    }

    private boolean isRow(String list, Node row) {
        if (row instanceof MappingNode map) {
            return isPlain(map) && areValues(map, "");
        }
        return list.equals("topics") && row instanceof ScalarNode;
    }

    private boolean isBehindDash(SequenceNode rows, Node row) {
        int dash = tree.dash(row);
        return !YamlTree.isBlock(rows)
                || (tree.text().charAt(dash) == '-'
                        && tree.text().substring(tree.lineStart(dash), dash).isBlank());
    }

    private static boolean areValues(MappingNode map, String prefix) {
        return map.getValue().stream().allMatch(tuple -> isValue(prefix + YamlTree.key(tuple), tuple.getValueNode()));
    }

    private static boolean isValue(String setting, Node value) {
        return value instanceof ScalarNode
                || (LISTS.contains(setting)
                        && value instanceof SequenceNode list
                        && list.getValue().stream().allMatch(ScalarNode.class::isInstance));
    }

    /** Each key once, each at the beginning of its line where there are lines. */
    private boolean isPlain(MappingNode map) {
        Set<String> keys = new HashSet<>();
        List<NodeTuple> tuples = map.getValue();
        return tuples.stream()
                .allMatch(tuple -> tuple.getKeyNode() instanceof ScalarNode
                        && keys.add(YamlTree.key(tuple))
                        && (!YamlTree.isBlock(map) || beginsLine(tuple.getKeyNode())));
    }

    private boolean beginsLine(Node key) {
        int start = tree.start(key);
        return BEFORE_KEY
                .matcher(tree.text().substring(tree.lineStart(start), start))
                .matches();
    }
}
