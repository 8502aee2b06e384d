package dev.standfirst.digest;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * The files and folders that the text of a digest file names. Whoever writes one at the machine may read every file
 * there; whoever writes one in a browser may not.
 */
public final class FilePlaces {

    private static final List<String> KINDS = List.of("feed", "sitemap", "folder", "opml");

    private FilePlaces() {}

    /**
     * Settings of a text that name a file outside of a folder, or inside of another one, and not the text before.
     *
     * @param home that paths count from and that they must stay in
     * @param data a folder that they must stay out of
     */
    public static List<String> strange(String before, String text, Path home, Path data) {
        Path root = home.toAbsolutePath().normalize();
        Path closed = data.toAbsolutePath().normalize();
        Map<String, String> known = of(before);
        return of(text).entrySet().stream()
                .filter(place -> !known.containsValue(place.getValue()))
                .filter(place -> !isInside(root, closed, place.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isInside(Path root, Path closed, String place) {
        try {
            Path path = root.resolve(place).normalize();
            return path.startsWith(root) && !path.startsWith(closed) && !closed.startsWith(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Paths by the settings that name them. */
    private static Map<String, String> of(String text) {
        Map<String, String> places = new LinkedHashMap<>();
        try {
            YamlTree tree = YamlTree.of(text);
            for (int i = 0; tree.find("sources[%d]".formatted(i)).isPresent(); i++) {
                for (String kind : KINDS) {
                    add(places, tree, "sources[%d].%s".formatted(i, kind));
                }
            }
            add(places, tree, "audience.seed");
        } catch (YAMLException e) {
            places.clear();
        }
        return places;
    }

    private static void add(Map<String, String> places, YamlTree tree, String setting) {
        tree.find(setting)
                .filter(ScalarNode.class::isInstance)
                .map(node -> ((ScalarNode) node).getValue().strip())
                .filter(value -> setting.endsWith("folder") || setting.endsWith("seed") || !value.contains("://"))
                .ifPresent(value -> places.put(setting, value));
    }
}
