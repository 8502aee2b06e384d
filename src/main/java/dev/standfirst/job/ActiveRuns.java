package dev.standfirst.job;

import dev.standfirst.digest.Digest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The runs of this process: what was asked for, and who watches. The steps find their run by its edition. */
@Component
class ActiveRuns {

    private final Map<EditionKey, ActiveRun> runs = new ConcurrentHashMap<>();

    void begin(RunRequest request, RunListener listener) {
        runs.put(request.key(), new ActiveRun(request, listener));
    }

    void end(RunRequest request) {
        runs.remove(request.key());
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
     * @param request what was asked for
     * @param listener who watches
     */
    record ActiveRun(RunRequest request, RunListener listener) {

        Digest digest() {
            return request.digest();
        }
    }
}
