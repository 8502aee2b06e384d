package dev.standfirst.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes of one place of a file's text. Each gives the whole text anew; what is elsewhere stays as it is, byte by
 * byte.
 */
final class YamlEdits {

    private final YamlTree tree;
    private final String text;
    private final String newline;

    YamlEdits(YamlTree tree) {
        this.tree = tree;
        this.text = tree.text();
        this.newline = tree.newline();
    }

    /** Another value in the place of one, quoted the same way where it can be. */
    String value(ScalarNode node, String value) {
        return tree.isNothing(node)
                ? inserted(tree.end(node), " " + YamlWords.word(value))
                : replaced(node, YamlWords.like(node.getScalarStyle(), value));
    }

    /** Anything that stands in one line in the place of a value. */
    String replaced(Node node, String value) {
        return tree.isNothing(node)
                ? inserted(tree.end(node), " " + value)
                : text.substring(0, tree.start(node)) + value + text.substring(tree.end(node));
    }

    /** The same where what was there is below its setting; a comment behind that stays. */
    String replaced(NodeTuple setting, String value) {
        Node node = setting.getValueNode();
        if (!YamlTree.isBlock(node)) {
            return replaced(node, value);
        }
        int colon = text.indexOf(':', tree.end(setting.getKeyNode())) + 1;
        return text.substring(0, colon)
                + " "
                + value
                + text.substring(colon, tree.lineEnd(colon)).stripTrailing()
                + text.substring(tree.end(node));
    }

    /** Another name for a setting; its value stays. */
    String renamed(NodeTuple setting, String key) {
        Node name = setting.getKeyNode();
        return text.substring(0, tree.start(name)) + key + text.substring(tree.end(name));
    }

    /** The mapping without one of its settings, of which there are others. */
    String without(MappingNode map, NodeTuple setting) {
        List<NodeTuple> all = map.getValue();
        int index = all.indexOf(setting);
        int start = tree.start(setting.getKeyNode());
        int end = tree.end(setting.getValueNode());
        boolean last = index == all.size() - 1;
        boolean ownLine = YamlTree.isBlock(map)
                && text.substring(tree.lineStart(start), start).isBlank();
        if (ownLine) {
            return withoutLines(tree.lineStart(start), tree.afterLine(end));
        }
        return last
                ? cut(tree.end(all.get(index - 1).getValueNode()), end)
                : cut(start, tree.start(all.get(index + 1).getKeyNode()));
    }

    /** The list without one of its items, of which there are others. */
    String without(SequenceNode list, int index) {
        List<Node> items = list.getValue();
        Node item = items.get(index);
        if (YamlTree.isBlock(list)) {
            return withoutLines(tree.lineStart(tree.dash(item)), tree.afterLine(tree.end(item)));
        }
        return index == items.size() - 1
                ? cut(tree.end(items.get(index - 1)), tree.end(item))
                : cut(tree.start(item), tree.start(items.get(index + 1)));
    }

    /** Whole lines less; two blank lines that come together become one. */
    private String withoutLines(int from, int to) {
        boolean blankBefore = from > 0 && tree.line(tree.breakBefore(from)).isBlank();
        boolean blankAfter = to < text.length() && tree.line(to).isBlank();
        if (to == text.length() && from > 0 && tree.lineEnd(from) == text.length()) {
            return text.substring(0, tree.breakBefore(from));
        }
        return cut(from, blankBefore && blankAfter ? tree.afterLine(to) : to);
    }

    /**
     * The mapping with one setting more.
     *
     * @param after the settings behind which it goes; before all where none of them is there
     * @param lines the setting: "key: value" alone, or "key:" and what is below it, indented
     */
    String with(MappingNode map, List<String> after, List<String> lines) {
        List<NodeTuple> all = map.getValue();
        if (all.isEmpty()) {
            return inserted(tree.start(map) + 1, lines.get(0));
        }
        Optional<NodeTuple> last = all.stream()
                .filter(tuple -> after.contains(YamlTree.key(tuple)))
                .reduce((one, next) -> next);
        int first = tree.start(all.get(0).getKeyNode());
        if (!YamlTree.isBlock(map)) {
            return last.map(tuple -> inserted(tree.end(tuple.getValueNode()), ", " + lines.get(0)))
                    .orElseGet(() -> inserted(first, lines.get(0) + ", "));
        }
        int column = tree.column(first);
        return last.map(tuple -> behind(map, tuple, column, lines))
                .orElseGet(() -> inserted(first, joined(lines, column) + newline + " ".repeat(column)));
    }

    private String behind(MappingNode map, NodeTuple last, int column, List<String> lines) {
        int end = tree.end(last.getValueNode());
        boolean apart = column == 0
                && (isApart(map) || lines.size() > 1 || tree.line(end).startsWith(" "));
        String gap = apart ? newline : "";
        return inserted(behind(end, column), gap + newline + " ".repeat(column) + joined(lines, column));
    }

    /** Whether the settings at the top have blank lines between them. */
    private boolean isApart(MappingNode map) {
        return map.getValue().stream().skip(1).anyMatch(tuple -> {
            int start = tree.lineStart(tree.start(tuple.getKeyNode()));
            return start > 0 && tree.line(tree.breakBefore(start)).isBlank();
        });
    }

    /** A list with one item more, not as its first where it has others. */
    String with(SequenceNode list, int index, List<String> lines) {
        List<Node> items = list.getValue();
        if (items.isEmpty()) {
            return inserted(tree.start(list) + 1, lines.get(0));
        }
        if (!YamlTree.isBlock(list)) {
            return index == 0
                    ? inserted(tree.start(items.get(0)), lines.get(0) + ", ")
                    : inserted(tree.end(items.get(index - 1)), ", " + lines.get(0));
        }
        int column = tree.column(tree.dash(items.get(0)));
        String item = "- " + joined(lines, column + 2);
        return index == 0
                ? inserted(tree.dash(items.get(0)), item + newline + " ".repeat(column))
                : inserted(behind(tree.end(items.get(index - 1)), column), newline + " ".repeat(column) + item);
    }

    /** What is below a setting of which nothing is written yet: {@code words:}. */
    String below(Node nothing, int column, List<String> lines) {
        return inserted(tree.lineEnd(tree.end(nothing)), newline + " ".repeat(column) + joined(lines, column));
    }

    /** The items of a list in another order, each with the comments behind it. */
    String inOrder(SequenceNode list, List<Integer> order) {
        List<Node> items = list.getValue();
        if (!YamlTree.isBlock(list)) {
            String joined = order.stream()
                    .map(index -> text.substring(tree.start(items.get(index)), tree.end(items.get(index))))
                    .collect(Collectors.joining(", "));
            return text.substring(0, tree.start(items.get(0)))
                    + joined
                    + text.substring(tree.end(items.get(items.size() - 1)));
        }
        List<Integer> starts = new ArrayList<>();
        items.forEach(item -> starts.add(tree.lineStart(tree.dash(item))));
        int end = tree.afterLine(tree.end(items.get(items.size() - 1)));
        starts.add(end);
        String joined = order.stream()
                .map(index -> text.substring(starts.get(index), starts.get(index + 1)))
                .map(lines -> lines.endsWith("\n") ? lines : lines + newline)
                .collect(Collectors.joining());
        boolean open = end == text.length() && !text.endsWith("\n");
        return text.substring(0, starts.get(0))
                + (open ? joined.substring(0, joined.length() - newline.length()) : joined)
                + text.substring(end);
    }

    /** Behind the line of a place, and behind the comments that are indented more: they are about what is there. */
    private int behind(int at, int column) {
        int end = tree.lineEnd(at);
        while (end < text.length()) {
            String next = tree.line(tree.afterLine(end));
            boolean comment = next.strip().startsWith("#") && next.indexOf('#') > column;
            if (!comment) {
                break;
            }
            end = tree.lineEnd(tree.afterLine(end));
        }
        return end;
    }

    private String joined(List<String> lines, int column) {
        return String.join(newline + " ".repeat(column), lines);
    }

    private String inserted(int at, String more) {
        return text.substring(0, at) + more + text.substring(at);
    }

    private String cut(int from, int to) {
        return text.substring(0, from) + text.substring(to);
    }
}
