package dev.standfirst.digest;

import dev.standfirst.digest.DigestResult.Problem;
import dev.standfirst.text.DidYouMean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The mistakes found in one file so far. */
final class Problems {

    private final String file;
    private final List<Problem> found = new ArrayList<>();
    private final IdentityHashMap<Node, String> settings = new IdentityHashMap<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Node where, String message) {
        add(where, settings.getOrDefault(where, ""), message);
    }

    /** Adds that something is wrong with a setting of a place, which may be missing there. */
    void add(Node where, String setting, String message) {
        found.add(new Problem(file, where.getStartMark().getLine() + 1, message, setting));
    }

    /** How the setting is called that a node is the value of; empty for the whole file. */
    String setting(Node node) {
        return settings.getOrDefault(node, "");
    }

    /** Lets a node stand for a setting. */
    void name(Node node, String setting) {
        settings.put(node, setting);
        if (node instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                String key = YamlTree.key(tuple);
                String below = setting.isEmpty() ? key : setting + "." + key;
                settings.put(tuple.getKeyNode(), below);
                name(tuple.getValueNode(), below);
            }
        } else if (node instanceof SequenceNode list) {
            for (int i = 0; i < list.getValue().size(); i++) {
                name(list.getValue().get(i), "%s[%d]".formatted(setting, i));
            }
        }
    }

    /** Adds that a value is none of those known, and which one was meant. */
    void unknown(Node where, String what, String value, Collection<String> known) {
        String guess = DidYouMean.among(known, value)
                .map(" Did you mean \"%s\"?"::formatted)
                .orElse(" Known: " + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
        add(where, "\"%s\" is not %s.%s".formatted(value, what, guess));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Problem> all() {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }
}
