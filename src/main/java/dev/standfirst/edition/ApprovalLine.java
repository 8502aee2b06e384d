package dev.standfirst.edition;

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
        CHANGED("changed"),
        APPROVED("approved"),
        SENT_NOW("sent before its hour"),
        SKIPPED("skipped"),
        TAKEN_BACK("taken back");

        private final String words;

        Act(String words) {
            this.words = words;
        }

        /** For people, lower case. */
        public String words() {
            return words;
        }
    }
}
