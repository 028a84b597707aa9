package org.moei.indicators.internal.decode;

import java.io.IOException;
import org.moei.base.Problem;

/** A source or member is not read further, for a reason that its owner can act on. */
final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private RefusedException(Problem problem) {
        super(problem.message());
        this.problem = problem;
    }

    static RefusedException of(String code, String message) {
        return new RefusedException(Problem.of(Problem.Kind.REFUSED, code, message));
    }

    static RefusedException of(String code, String message, String advice) {
        return new RefusedException(Problem.of(Problem.Kind.REFUSED, code, message).withAdvice(advice));
    }

    Problem problem() {
        return problem;
    }
}
