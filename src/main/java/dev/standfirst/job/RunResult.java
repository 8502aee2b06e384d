package dev.standfirst.job;

import dev.standfirst.delivery.DeliveryCounts;
import dev.standfirst.delivery.Rest;
import dev.standfirst.edition.Approval;
import java.time.LocalDate;
import java.util.OptionalLong;

/** How an attempt to run an edition ended. */
public sealed interface RunResult {

    /** The edition went out: everybody's row is settled. */
    record Sent(long run, long edition, DeliveryCounts counts) implements RunResult {}

    /**
     * Everybody whose hour has come has it; the others get it at the hour that they chose.
     *
     * @param run its number; empty where nobody's mail was due, so that nothing was run
     * @param rest the others
     */
    record Later(OptionalLong run, long edition, DeliveryCounts counts, Rest rest) implements RunResult {}

    /**
     * The edition is frozen and waits for somebody to approve it; nothing was sent.
     *
     * @param run its number; empty where it had been composed before, so that nothing was run
     * @param approval until when it waits
     * @param people how many it is for
     */
    record Waits(OptionalLong run, long edition, LocalDate date, Approval approval, long people) implements RunResult {}

    /** Somebody decided, or nobody did in time, that the edition does not go out. */
    record Skipped(long edition, LocalDate date, Approval approval) implements RunResult {}

    /** There was nothing new, so there is no edition and nothing was sent. */
    record NothingNew(long run) implements RunResult {}

    /** The edition was finished by an earlier run; nothing was sent now. */
    record AlreadySent(long edition, LocalDate date, DeliveryCounts counts) implements RunResult {}

    /** Somebody else runs this edition now. */
    record Held(LeaseOwner owner) implements RunResult {}

    /** This installation must not mail until somebody confirms it. */
    record Silent(Problem problem) implements RunResult {}

    /** The run was stopped; what was done is kept and the next run goes on from there. */
    record Stopped(long run) implements RunResult {}

    /**
     * The run could not go on; what was done is kept and the next run goes on from there.
     *
     * @param step where it ended
     * @param problem what happened, what is safe, what to do
     */
    record Failed(long run, RunStep step, Problem problem) implements RunResult {}

    /**
     * What went wrong, for people.
     *
     * @param happened what happened
     * @param safe what is safe
     * @param remedy what to do
     */
    record Problem(String happened, String safe, String remedy) {}
}
