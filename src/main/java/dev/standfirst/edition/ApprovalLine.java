package dev.standfirst.edition;

import dev.standfirst.text.Fact;
import java.time.Instant;

/**
 * One thing that was decided about an edition.
 *
 * @param at when
 * @param act what
 * @param who decided it, in words
 * @param why what else there is to say of it; may be empty
 */
public record ApprovalLine(Instant at, Act act, String who, String why) {

    /** What can be decided. */
    public enum Act {
        CHANGED,
        APPROVED,
        SENT_NOW,
        SKIPPED,
        TAKEN_BACK;

        /** For people, lower case. */
        public Fact fact() {
            return Fact.of("fact.act." + this);
        }

        /** The same in English. */
        public String words() {
            return fact().english();
        }
    }
}
