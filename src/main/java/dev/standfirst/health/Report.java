package dev.standfirst.health;

import dev.standfirst.watch.Trouble;
import java.time.Instant;
import java.util.List;

/**
 * How the program is.
 *
 * @param at when it was looked at
 * @param troubles what is wrong, also what does not keep it from its work
 */
public record Report(Instant at, List<Trouble> troubles) {

    public Report {
        troubles = List.copyOf(troubles);
    }

    /** Whether what is due goes out. */
    public boolean isUp() {
        return troubles.stream().noneMatch(trouble -> trouble.kind().isDown());
    }
}
