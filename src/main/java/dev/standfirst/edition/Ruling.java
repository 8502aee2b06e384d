package dev.standfirst.edition;

import dev.standfirst.edition.EditionChecks.Check;
import java.util.List;

/** What came of somebody's decision about an edition. Of two at once, one is done and the other is told what is. */
public sealed interface Ruling {

    /** How it stands now. */
    Approval approval();

    /** It is decided. */
    record Done(Approval approval) implements Ruling {}

    /** It had been decided so before; nothing was changed. */
    record Already(Approval approval) implements Ruling {}

    /**
     * It cannot be decided so now; nothing was changed.
     *
     * @param why words that stand behind "because": "it was skipped by token press"
     */
    record Impossible(Approval approval, String why) implements Ruling {}

    /**
     * Checks failed that nobody said to send it despite; nothing was changed.
     *
     * @param failed those that were not named
     */
    record Blocked(Approval approval, List<Check> failed) implements Ruling {

        public Blocked {
            failed = List.copyOf(failed);
        }
    }
}
