package dev.standfirst.fetch;

import java.io.IOException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Reads files below one folder, and none outside of it, whatever links lead there. */
public final class FileFetcher implements Fetcher {

    private static final long FILE_BYTES = 10_000_000;

    private final Path root;
    private final Clock clock;

    /** Reads below this folder. */
    public FileFetcher(Path root, Clock clock) {
        this.root = root;
        this.clock = clock;
    }

    @Override
    public FetchResult fetch(FetchRequest request) {
        try {
            Path file = Path.of(request.address()).toRealPath();
            if (!file.startsWith(root.toRealPath())) {
                return unavailable("lies outside of its folder");
            }
            if (!Files.isRegularFile(file) || Files.size(file) > FILE_BYTES) {
                return unavailable("is not a file of at most 10 MB");
            }
            Page page = new Page(file.toUri(), Map.of(), Files.readAllBytes(file), clock.instant());
            return new FetchResult.Fetched(page, null);
        } catch (java.nio.file.NoSuchFileException e) {
            return unavailable("is not there: " + Path.of(request.address()));
        } catch (IOException | IllegalArgumentException | FileSystemNotFoundException e) {
            return unavailable("cannot be read: " + e.getMessage());
        }
    }

    private static FetchResult unavailable(String reason) {
        return new FetchResult.Unavailable(reason, 0, null);
    }
}
