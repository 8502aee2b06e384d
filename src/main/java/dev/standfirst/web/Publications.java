package dev.standfirst.web;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The digests as their files declare them, kept in memory. Once a second at most it looks whether a file has changed; a
 * file that is broken counts as it was before.
 */
@Component
class Publications {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final DigestFiles files;
    private final Path jobs;
    private final Clock clock;
    private volatile Known known = new Known(Instant.EPOCH, Map.of(), Map.of());

    Publications(@Value("${standfirst.home}") Path home, Clock clock) {
        this.files = new DigestFiles(home);
        this.jobs = home.resolve("jobs");
        this.clock = clock;
    }

    private record Known(Instant at, Map<String, FileTime> changed, Map<String, Digest> digests) {}

    /** A digest that everybody may read. One that is kept out of the archive is as if it were not there. */
    Optional<Digest> archived(String name) {
        return Optional.ofNullable(known().digests().get(name)).filter(Digest::archived);
    }

    /** The digests that mail a list, by name. */
    List<Digest> of(String list) {
        return all().stream()
                .filter(digest -> digest.audience().lists().contains(list))
                .toList();
    }

    /** All digests, by name. */
    Collection<Digest> all() {
        return known().digests().values();
    }

    private Known known() {
        Known last = known;
        Instant now = clock.instant();
        if (now.isBefore(last.at()) || now.isAfter(last.at().plus(FRESH))) {
            Map<String, FileTime> changed = changed();
            last = new Known(
                    now, changed, changed.equals(last.changed()) ? last.digests() : load(changed, last.digests()));
            known = last;
        }
        return last;
    }

    private Map<String, Digest> load(Map<String, FileTime> changed, Map<String, Digest> before) {
        Map<String, Digest> digests = new TreeMap<>();
        for (String name : changed.keySet()) {
            DigestResult result = files.load(name);
            if (result instanceof DigestResult.Loaded loaded) {
                digests.put(name, loaded.digest());
            } else if (before.containsKey(name)) {
                digests.put(name, before.get(name));
            }
        }
        return digests;
    }

    private Map<String, FileTime> changed() {
        Map<String, FileTime> changed = new TreeMap<>();
        for (String name : files.names()) {
            try {
                changed.put(name, Files.getLastModifiedTime(jobs.resolve(name + ".yaml")));
            } catch (IOException e) {
                // It went away in this moment.
            }
        }
        return changed;
    }
}
