package dev.standfirst.digest;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one item of a digest file's {@code sources}: one source, or all that a list of feeds in a file names. */
final class SourceSpecReader {

    private static final List<String> KINDS = List.of("feed", "folder", "opml", "sitemap", "page");
    private static final Set<String> KEYS =
            Set.of("name", "feed", "folder", "opml", "sitemap", "page", "topic", "weight");

    /** What somebody writes who leaves out "https://". */
    private static final Pattern HOST_AND_PATH = Pattern.compile("[\\w-]++(?:\\.[\\w-]++)+/.*");

    private final Path home;
    private final Problems problems;

    SourceSpecReader(Path home, Problems problems) {
        this.home = home;
        this.problems = problems;
    }

    List<SourceSpec> read(Node item) {
        YamlMap source = new YamlMap(item, "a source", KEYS, problems);
        List<String> kinds = KINDS.stream().filter(source::has).toList();
        if (kinds.size() == 1) {
            return read(source, kinds.get(0));
        }
        String name = source.required("name");
        problems.add(
                item,
                "source \"%s\" needs a feed, a folder, an opml, a sitemap or a page, one of them.".formatted(name));
        return List.of(new SourceSpec(name, SourceSpec.Kind.FOLDER, file(""), ""));
    }

    private List<SourceSpec> read(YamlMap source, String kind) {
        Optional<String> place = source.text(kind);
        if (place.isEmpty()) {
            return List.of();
        }
        Optional<String> topic = source.text("topic");
        double weight = source.decimal("weight", SelectionReader.LEAST_WEIGHT, SelectionReader.MOST_WEIGHT, 1);
        if (kind.equals("opml") && !isWeb(place.get())) {
            return list(source, place.get(), topic, weight);
        }
        String name = source.required("name");
        URI location = kind.equals("folder") ? file(place.get()) : location(source, kind, place.get());
        SourceSpec.Kind known = SourceSpec.Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT));
        return List.of(new SourceSpec(name, known, location, topic.orElse(""), weight));
    }

    private List<SourceSpec> list(YamlMap source, String place, Optional<String> topic, double weight) {
        if (source.has("name")) {
            problems.add(source.place("name"), "an opml file names its feeds itself. Leave the name out.");
        }
        FeedList list = FeedList.read(home, place);
        if (list instanceof FeedList.Unusable unusable) {
            problems.add(
                    source.place("opml"), "opml \"%s\" %s. %s".formatted(place, unusable.what(), unusable.remedy()));
            return List.of();
        }
        List<SourceSpec> feeds = ((FeedList.Feeds) list).sources();
        return feeds.stream()
                .map(feed ->
                        new SourceSpec(feed.name(), feed.kind(), feed.location(), topic.orElse(feed.topic()), weight))
                .toList();
    }

    private URI location(YamlMap source, String kind, String text) {
        boolean mayBeFile = kind.equals("feed") || kind.equals("sitemap");
        if (mayBeFile && !isWeb(text)) {
            return file(source, kind, text);
        }
        Optional<URI> address = webAddress(text);
        if (address.isEmpty()) {
            problems.add(
                    source.place(kind),
                    (mayBeFile
                                    ? "%s \"%s\" is neither a web address (https://...) nor a file."
                                    : "%s \"%s\" is not a web address. Write it as https://...")
                            .formatted(kind, text));
        }
        return address.orElseGet(() -> file(""));
    }

    private URI file(YamlMap source, String kind, String text) {
        if (HOST_AND_PATH.matcher(text).matches() && !Files.exists(home.resolve(text))) {
            problems.add(
                    source.place(kind),
                    "%s \"%s\" is no file that is there. If it is on the web, write https://%2$s"
                            .formatted(kind, text));
        }
        return file(text);
    }

    private static boolean isWeb(String text) {
        return text.contains("://");
    }

    /** An address of the web, if the text is one. */
    static Optional<URI> webAddress(String text) {
        try {
            URI address = new URI(text);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            return web && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private URI file(String path) {
        // A path's address ends with a slash only while its folder exists; a source must not change its name with that.
        String address = home.resolve(path).toAbsolutePath().normalize().toUri().toString();
        return URI.create(address.replaceFirst("(?<=[^/])/$", ""));
    }
}
