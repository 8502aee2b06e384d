package dev.standfirst.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Tells every problem of the API as {@code application/problem+json} (RFC 9457); those of pages are left alone. */
@Component
class Problems implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private final ApiJson json;

    Problems(ApiJson json) {
        this.json = json;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (Caller.of(request).isEmpty() || response.isCommitted()) {
            return null;
        }
        if (e instanceof Refusal refusal) {
            write(refusal, response);
        } else {
            known(e).ifPresentOrElse(refusal -> write(refusal, response), () -> fail(e, request, response));
        }
        return new ModelAndView();
    }

    /** Answers with a problem. */
    void write(Refusal refusal, HttpServletResponse response) {
        response.resetBuffer();
        refusal.headers().forEach(response::setHeader);
        write(refusal.problem(), response);
    }

    private void write(Problem problem, HttpServletResponse response) {
        try {
            response.setStatus(problem.status());
            response.setContentType("application/problem+json");
            response.getOutputStream()
                    .write(json.mapper().writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the caller is gone", e);
        }
    }

    /** What nobody foresaw: the log has it all, the caller a number to find it by. */
    private void fail(Exception e, HttpServletRequest request, HttpServletResponse response) {
        String instance = "urn:uuid:" + UUID.randomUUID();
        log.error("{} {} failed, {}", request.getMethod(), RouteOf.request(request), instance, e);
        ProblemKind kind = ProblemKind.FAILED;
        response.resetBuffer();
        write(
                new Problem(
                        kind.type(),
                        kind.title(),
                        kind.status(),
                        "The log of the program tells what happened, under the name in \"instance\".",
                        null,
                        instance),
                response);
    }

    private static Optional<Refusal> known(Exception e) {
        if (e.getCause() instanceof Refusal refusal) {
            return Optional.of(refusal);
        }
        return Optional.ofNullable(ofRouting(e)).or(() -> Optional.ofNullable(ofValues(e)));
    }

    private static @Nullable Refusal ofRouting(Exception e) {
        if (e instanceof NoResourceFoundException || e instanceof NoHandlerFoundException) {
            return Refusal.of(
                    ProblemKind.NOT_FOUND, "There is nothing here. All that there is: GET /api/v1/openapi.json");
        }
        if (e instanceof HttpRequestMethodNotSupportedException method) {
            Set<String> allowed = allowed(method);
            return Refusal.of(
                            ProblemKind.METHOD_WRONG,
                            "The method %s does nothing here. Use %s."
                                    .formatted(Refusal.quote(method.getMethod()), String.join(" or ", allowed)))
                    .header("Allow", String.join(", ", allowed));
        }
        if (e instanceof HttpMediaTypeNotSupportedException type) {
            return Refusal.of(
                    ProblemKind.TYPE_WRONG,
                    "The body must be one of these types: %s. Nothing was changed."
                            .formatted(type.getSupportedMediaTypes()));
        }
        if (e instanceof HttpMediaTypeNotAcceptableException type) {
            return Refusal.of(
                    ProblemKind.NOT_ACCEPTABLE,
                    "The answer can be of these types: %s. Ask for one, or leave Accept out. Nothing was changed."
                            .formatted(type.getSupportedMediaTypes()));
        }
        return null;
    }

    private static @Nullable Refusal ofValues(Exception e) {
        if (e instanceof MissingServletRequestParameterException missing) {
            return Refusal.value(
                    missing.getParameterName(),
                    "The parameter \"%s\" is needed.".formatted(missing.getParameterName()));
        }
        if (e instanceof MethodArgumentTypeMismatchException mismatch) {
            return mismatch(mismatch);
        }
        if (e instanceof ServletRequestBindingException || e instanceof HttpMessageNotReadableException) {
            return Refusal.of(ProblemKind.REQUEST_WRONG, "The request cannot be read. Nothing was changed.");
        }
        if (e instanceof TransientDataAccessException) {
            return Refusal.of(
                            ProblemKind.UNAVAILABLE,
                            "The database is busy. Nothing was changed; try again in a moment.")
                    .header("Retry-After", "2");
        }
        return null;
    }

    private static Refusal mismatch(MethodArgumentTypeMismatchException e) {
        Class<?> type = e.getRequiredType();
        String may = type != null && type.isEnum()
                ? "one of " + Arrays.toString(type.getEnumConstants()).replaceAll("[\\[\\]]", "")
                : "of another form";
        return Refusal.value(
                e.getName(),
                "The parameter \"%s\" must be %s. %s is not."
                        .formatted(e.getName(), may, Refusal.quote(String.valueOf(e.getValue()))));
    }

    private static Set<String> allowed(HttpRequestMethodNotSupportedException e) {
        String[] supported = e.getSupportedMethods();
        return supported == null ? Set.of("GET") : new TreeSet<>(Arrays.asList(supported));
    }
}
