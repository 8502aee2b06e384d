package dev.standfirst.edition;

import dev.standfirst.digest.Approval.Otherwise;
import dev.standfirst.text.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether somebody decides about an edition before it goes out, and what was decided.
 *
 * @param state where it stands
 * @param by who decided: "command line", "token NAME", or what decided by itself; empty while nobody did
 * @param at when that was decided; empty while nobody did
 * @param why what else there is to say of it; may be empty
 * @param plan until when it waits; empty where nobody has to decide
 */
public record Approval(State state, String by, Optional<Instant> at, String why, Optional<Plan> plan) {

    /** Nobody has to decide. */
    public static final Approval NONE = new Approval(State.NONE, "", Optional.empty(), "", Optional.empty());

    /** Where an edition stands. Nothing of it is delivered while it waits or is skipped. */
    public enum State {
        NONE,
        WAITING,
        APPROVED,
        SKIPPED;

        /** For people, lower case. */
        public Fact fact() {
            return Fact.of("fact.approval." + this);
        }

        /** The same in English. */
        public String words() {
            return fact().english();
        }
    }

    /**
     * Until when an edition waits. It was fixed when the edition was composed.
     *
     * @param hour when it goes out to those who chose no hour, once it is approved; it may have come already
     * @param decides when the rule decides that the digest has for editions about which nobody did
     * @param lapses when it is too late to approve it
     * @param otherwise the rule for editions about which nobody decided
     */
    public record Plan(Instant hour, Instant decides, Instant lapses, Otherwise otherwise) {

        /**
         * Makes one. An edition that is composed at its hour or later can be looked at for as long as any other.
         *
         * @param hour when it is due
         * @param composed when it was composed
         * @param ahead how long before its hour an edition of the digest is composed
         * @param lateness how late it may be approved after the rule has decided
         */
        public static Plan of(Instant hour, Instant composed, Duration ahead, Duration lateness, Otherwise otherwise) {
            Instant decides = hour.isAfter(composed) ? hour : composed.plus(ahead);
            return new Plan(hour, decides, decides.plus(lateness), otherwise);
        }

        /** When it is decided if nobody does: it goes out then, or is skipped then. */
        public Instant deadline() {
            return otherwise == Otherwise.SEND ? decides : lapses;
        }
    }

    /** Whether nothing of the edition may be delivered. */
    public boolean holds() {
        return state == State.WAITING || state == State.SKIPPED;
    }
}
