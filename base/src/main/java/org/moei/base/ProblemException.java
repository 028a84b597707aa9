package org.moei.base;

import org.jspecify.annotations.Nullable;

/** Carries a {@link Problem} up to the border that prints it. Its message is the problem without the value. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem, @Nullable Throwable cause) {
        super(problem.toString(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
