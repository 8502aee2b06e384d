package dev.standfirst.job;

import dev.standfirst.digest.Digest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The runs of this process: what was asked for, and who watches. The steps find their run by its edition. */
@Component
class ActiveRuns {

    private final Map<EditionKey, ActiveRun> runs = new ConcurrentHashMap<>();

    void begin(RunRequest request, RunListener listener) {
        runs.put(request.key(), new ActiveRun(request.key(), Optional.of(request.digest()), listener));
    }

    /** A run that only delivers: it needs no digest, since the edition is frozen. */
    void begin(EditionKey key, RunListener listener) {
        runs.put(key, new ActiveRun(key, Optional.empty(), listener));
    }

    void end(EditionKey key) {
        runs.remove(key);
    }

    ActiveRun of(EditionKey key) {
        ActiveRun run = runs.get(key);
        if (run == null) {
            throw new IllegalStateException("the job of " + key + " was not started through Runs");
        }
        return run;
    }

    /**
     * One of them.
     *
     * @param key the edition
     * @param snapshot the digest as its file said at the start; empty where the run only delivers
     * @param listener who watches
     */
    record ActiveRun(EditionKey key, Optional<Digest> snapshot, RunListener listener) {

        Digest digest() {
            return snapshot.orElseThrow();
        }
    }
}
