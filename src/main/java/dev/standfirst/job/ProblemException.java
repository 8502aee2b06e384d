package dev.standfirst.job;

/** Ends a step with a problem that is known and can be told: what happened, what is safe, what to do. */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RunResult.Problem problem;

    ProblemException(RunResult.Problem problem) {
        super(problem.happened());
        this.problem = problem;
    }

    RunResult.Problem problem() {
        return problem;
    }
}
