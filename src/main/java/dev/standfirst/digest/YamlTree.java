package dev.standfirst.digest;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The tree of a file with the places of its parts in the text. A part is named by its way from the top:
 * {@code sources[2].weight}.
 */
final class YamlTree {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,5})]");

    private final String text;
    private final @Nullable Node root;

    private YamlTree(String text, @Nullable Node root) {
        this.text = text;
        this.root = root;
    }

    /** @throws org.yaml.snakeyaml.error.YAMLException where it is not YAML */
    static YamlTree of(String text) {
        return new YamlTree(text, new Yaml(DigestFiles.options()).compose(new StringReader(text)));
    }

    String text() {
        return text;
    }

    /** The whole; empty where the text has nothing but comments. */
    Optional<Node> root() {
        return Optional.ofNullable(root);
    }

    Optional<Node> find(String path) {
        Node node = root;
        Matcher step = STEP.matcher(path);
        while (node != null && step.find()) {
            node = step.group(1) == null
                    ? item(node, Integer.parseInt(step.group(2)))
                    : tuple(node, step.group(1)).map(NodeTuple::getValueNode).orElse(null);
        }
        return Optional.ofNullable(node);
    }

    static Optional<NodeTuple> tuple(Node node, String key) {
        return node instanceof MappingNode map
                ? map.getValue().stream()
                        .filter(tuple -> key(tuple).equals(key))
                        .findFirst()
                : Optional.empty();
    }

    static String key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static @Nullable Node item(Node node, int index) {
        List<Node> items = node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
        return index < items.size() ? items.get(index) : null;
    }

    /** The part around one; empty for what is at the top. */
    static String parent(String path) {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }

    static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    int start(Node node) {
        return text.offsetByCodePoints(0, node.getStartMark().getIndex());
    }

    /** Where its last character ends; what is behind it in its last line, and comments, are no part of it. */
    int end(Node node) {
        if (isBlock(node)) {
            Node last = last((CollectionNode<?>) node);
            return last == null ? start(node) : end(last);
        }
        int end = text.offsetByCodePoints(0, node.getEndMark().getIndex());
        boolean open = node instanceof ScalarNode scalar
                && (scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED);
        while (open && end > start(node) && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static @Nullable Node last(CollectionNode<?> node) {
        int size = node.getValue().size();
        if (size == 0) {
            return null;
        }
        return node instanceof MappingNode map
                ? map.getValue().get(size - 1).getValueNode()
                : ((SequenceNode) node).getValue().get(size - 1);
    }

    /** Whether it is a list or a mapping without brackets, one part a line. */
    static boolean isBlock(Node node) {
        return node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.BLOCK;
    }

    /** Whether nothing is written there: {@code words:}. */
    boolean isNothing(Node node) {
        return node instanceof ScalarNode && start(node) == end(node);
    }

    /** Where the dash of a list's item is. */
    int dash(Node item) {
        int at = start(item) - 1;
        while (at > 0 && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at;
    }

    int lineStart(int at) {
        int start = at;
        while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
            start--;
        }
        return start;
    }

    /** Where the line break of a line is, or the end of the text. */
    int lineEnd(int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** Where the next line begins, or the end of the text. */
    int afterLine(int at) {
        int end = lineEnd(at);
        if (text.startsWith("\r\n", end)) {
            return end + 2;
        }
        return Math.min(text.length(), end + 1);
    }

    /** Where the line break before a line is that is not the first. */
    int breakBefore(int lineStart) {
        return text.startsWith("\r\n", lineStart - 2) ? lineStart - 2 : lineStart - 1;
    }

    int column(int at) {
        return at - lineStart(at);
    }

    String line(int at) {
        return text.substring(lineStart(at), lineEnd(at));
    }

    /** The line break that the text has. */
    String newline() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }
}
