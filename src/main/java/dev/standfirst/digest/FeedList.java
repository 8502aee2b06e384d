package dev.standfirst.digest;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An OPML file as sources of a digest. */
public sealed interface FeedList {

    /**
     * Its feeds.
     *
     * @param sources one for each feed with an address on the web: named by the list, each name once, the topic its
     *     folder; at least one
     */
    record Feeds(List<SourceSpec> sources) implements FeedList {

        public Feeds {
            sources = List.copyOf(sources);
        }
    }

    /**
     * It gives none.
     *
     * @param what is wrong, to be put behind its name, without a stop: "names no feed on the web"
     * @param remedy what to do, a sentence
     */
    record Unusable(String what, String remedy) implements FeedList {}

    /** Larger files are no lists of feeds. */
    long FILE_BYTES = 10_000_000;

    /**
     * Reads a file.
     *
     * @param folder that a relative path counts from
     */
    static FeedList read(Path folder, String path) {
        try {
            Path file = folder.resolve(path);
            if (Files.isDirectory(file) || Files.size(file) > FILE_BYTES) {
                return new Unusable("is not a file of at most 10 MB", "Name an OPML file.");
            }
            return of(Files.readAllBytes(file));
        } catch (NoSuchFileException | InvalidPathException e) {
            return new Unusable("is not there", "Name an OPML file; relative paths count from %s.".formatted(folder));
        } catch (IOException e) {
            return new Unusable("cannot be read: " + e.getMessage(), "Make it readable.");
        }
    }

    /** Reads a file that is here already. */
    static FeedList of(byte[] file) {
        Opml.Result result = Opml.read(file, "");
        return result instanceof Opml.Result.Read read
                ? of(read.opml())
                : new Unusable(
                        ((Opml.Result.NotOpml) result).reason(),
                        "Export the list anew from the program that wrote it.");
    }

    private static FeedList of(Opml opml) {
        List<SourceSpec> sources = new ArrayList<>();
        Map<String, Integer> taken = new HashMap<>();
        for (Opml.Feed feed : opml.feeds()) {
            Optional<URI> address = SourceSpecReader.webAddress(withoutFeedScheme(feed.address()));
            if (address.isPresent()) {
                String said = feed.name().replaceAll("\\s++", " ");
                String name = unique(said.isEmpty() ? address.get().getHost() : said, taken);
                sources.add(new SourceSpec(name, SourceSpec.Kind.FEED, address.get(), feed.folder()));
            }
        }
        return sources.isEmpty()
                ? new Unusable("names no feed on the web", "Add outlines with an xmlUrl.")
                : new Feeds(sources);
    }

    /** Some programs write {@code feed://host/path} or {@code feed:https://host/path}. */
    private static String withoutFeedScheme(String address) {
        String rest = address.replaceFirst("(?i)^feed:(?=https?:)", "");
        return rest.replaceFirst("(?i)^feed://", "https://");
    }

    /** Lists have two feeds of a name; a digest does not. */
    private static String unique(String name, Map<String, Integer> taken) {
        String one = name;
        while (taken.putIfAbsent(one, 1) != null) {
            one = name + " " + taken.merge(name, 1, Integer::sum);
        }
        return one;
    }
}
