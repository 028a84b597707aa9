package org.moei.console.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.moei.base.Ids;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.console.layout.Pages;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Rule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * What is shown when a page cannot be. "Not there" and "not allowed" are one page: same status, same bytes but for the
 * forged-request field, and both take as long as a whole number of steps of {@value #STEP_MILLIS} milliseconds.
 */
@Controller
@ControllerAdvice
public final class ErrorPages {
    static final long STEP_MILLIS = 150;
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Pages pages;
    private final Ids ids;

    ErrorPages(Pages pages, Ids ids) {
        this.pages = pages;
        this.ids = ids;
    }

    /** The denied page says nothing but its own words. */
    public record Denied() {}

    /** Any other failure. */
    public record Failure(String message, String advice, String code, String reference) {}

    @ExceptionHandler({
        DeniedException.class,
        NoHandlerFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        MethodArgumentTypeMismatchException.class
    })
    View denied(HttpServletRequest request) {
        pages.denied("page");
        evenOut(request);
        return pages.view(403, "error/denied", "denied.title", new Denied());
    }

    /** A missing static file is no secret. */
    @ExceptionHandler(NoResourceFoundException.class)
    org.springframework.http.ResponseEntity<String> missing() {
        return org.springframework.http.ResponseEntity.status(404).body("");
    }

    @ExceptionHandler(ProblemException.class)
    View problem(ProblemException thrown, HttpServletRequest request) {
        Problem problem = thrown.problem();
        if (problem.kind() == Problem.Kind.DENIED) {
            return denied(request);
        }
        return pages.view(problem.kind().httpStatus(), "error/failure", "failure.title", new Failure(
                problem.message(), problem.advice().map(advice -> "Maybe " + advice).orElse(""), problem.code(), ""));
    }

    @ExceptionHandler({
        ServletRequestBindingException.class,
        BindException.class,
        MultipartException.class,
        MissingServletRequestPartException.class,
        HttpMediaTypeException.class,
        HttpMessageConversionException.class
    })
    View wrongUse() {
        return pages.view(400, "error/failure", "failure.title", new Failure(
                org.moei.console.layout.Texts.english().of("failure.wrong-use"), "", "wrong-use", ""));
    }

    @ExceptionHandler(Exception.class)
    View unexpected(Exception thrown) {
        UUID reference = ids.next();
        LOG.error("Unexpected failure {}: {}", reference, trace(thrown));
        return pages.view(500, "error/failure", "failure.title", new Failure(
                org.moei.console.layout.Texts.english().of("failure.unexpected"), "", "unexpected", reference.toString()));
    }

    /** Where the container itself refuses, e.g. a missing field against forged requests. */
    @Rule(Permission.OWN_SETTINGS)
    @RequestMapping("/error")
    View container(HttpServletRequest request) {
        return denied(request);
    }

    /** Types and places only: messages of exceptions may hold what somebody typed. */
    private static String trace(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable t = thrown; t != null && text.length() < 8000; t = t.getCause()) {
            text.append(t.getClass().getName());
            for (StackTraceElement element : t.getStackTrace()) {
                text.append("\n    at ").append(element);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static void evenOut(HttpServletRequest request) {
        Object began = request.getAttribute(StartOfRequest.ATTRIBUTE);
        long passed = began instanceof Long start ? (System.nanoTime() - start) / 1_000_000 : 0;
        try {
            Thread.sleep(STEP_MILLIS - passed % STEP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
