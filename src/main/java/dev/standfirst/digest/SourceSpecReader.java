package dev.standfirst.digest;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one item of a digest file's {@code sources}. */
final class SourceSpecReader {

    private static final Set<String> KEYS = Set.of("name", "feed", "folder", "topic");

    private final Path home;
    private final Problems problems;

    SourceSpecReader(Path home, Problems problems) {
        this.home = home;
        this.problems = problems;
    }

    SourceSpec read(Node item) {
        YamlMap source = new YamlMap(item, "a source", KEYS, problems);
        String name = source.required("name");
        Optional<String> feed = source.text("feed");
        Optional<String> folder = source.text("folder");
        if (feed.isPresent() == folder.isPresent()) {
            problems.add(item, "source \"%s\" needs a feed or a folder, one of them.".formatted(name));
        }
        SourceSpec.Kind kind = feed.isPresent() ? SourceSpec.Kind.FEED : SourceSpec.Kind.FOLDER;
        URI location = feed.isPresent() ? feed(source, feed.get()) : file(folder.orElse(""));
        return new SourceSpec(name, kind, location, source.text("topic").orElse(""));
    }

    private URI feed(YamlMap source, String text) {
        if (!text.contains("://")) {
            return file(text);
        }
        try {
            URI address = new URI(text);
            boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
            if (web && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Told below, like every other address that no feed can be at.
        }
        problems.add(
                source.place("feed"), "feed \"%s\" is neither a web address (https://...) nor a file.".formatted(text));
        return file("");
    }

    private URI file(String path) {
        // A path's address ends with a slash only while its folder exists; a source must not change its name with that.
        String address = home.resolve(path).toAbsolutePath().normalize().toUri().toString();
        return URI.create(address.replaceFirst("(?<=[^/])/$", ""));
    }
}
