package dev.standfirst.api;

import dev.standfirst.api.KeptAnswers.Answer;
import dev.standfirst.api.KeptAnswers.Claim;
import dev.standfirst.text.Sha256;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * {@code Idempotency-Key} on POST: a request that is sent again with its key is not done again but answered with what
 * it was answered. Only what was done is kept; after a refusal the key is free again. Where the program failed in the
 * middle, nobody knows what was done: the key stays taken, and its caller is told to look.
 */
@Component
class Replays {

    static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final List<String> KEPT_HEADERS = List.of("Content-Type", "Location", "ETag");
    private static final int REFUSED = 400;
    private static final int FAILED = 500;

    private final KeptAnswers answers;

    Replays(KeptAnswers answers) {
        this.answers = answers;
    }

    /** Does a request, once for a key. */
    void once(BufferedRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> key = key(request);
        if (key.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        Caller caller = Caller.of(request).orElseThrow();
        Claim claim = answers.claim(caller.token().id(), Sha256.hex(utf8(key.get())), fingerprint(request));
        if (claim instanceof Claim.Mine mine) {
            doAndKeep(mine.id(), request, response, chain);
        } else if (claim instanceof Claim.Done done) {
            replay(done.answer(), response);
        } else {
            throw refusal(claim);
        }
    }

    private static Optional<String> key(HttpServletRequest request) {
        String key = request.getHeader(HEADER);
        if (key == null || !"POST".equals(request.getMethod())) {
            return Optional.empty();
        }
        if (!KEY.matcher(key).matches()) {
            throw Refusal.value(
                    HEADER, "An idempotency key is 1 to 255 visible ASCII characters, a UUID for instance.");
        }
        return Optional.of(key);
    }

    private void doAndKeep(long id, BufferedRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ContentCachingResponseWrapper cached = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, cached);
        if (cached.getStatus() < REFUSED && isKept(request)) {
            answers.keep(id, answer(cached));
        } else if (cached.getStatus() != FAILED) {
            answers.drop(id);
        }
        cached.copyBodyToResponse();
    }

    private static boolean isKept(HttpServletRequest request) {
        return !(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod method)
                || Optional.ofNullable(method.getMethodAnnotation(Operation.class))
                        .map(Operation::kept)
                        .orElse(true);
    }

    private static Answer answer(ContentCachingResponseWrapper response) {
        String headers = KEPT_HEADERS.stream()
                .filter(name -> response.getHeader(name) != null)
                .map(name -> name + ": " + response.getHeader(name))
                .collect(Collectors.joining("\n"));
        return new Answer(
                response.getStatus(), headers, new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private static void replay(Answer answer, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().lines().map(line -> line.split(": ", 2)).forEach(pair -> response.setHeader(pair[0], pair[1]));
        response.setHeader("Idempotency-Replayed", "true");
        response.getOutputStream().write(utf8(answer.body()));
    }

    private static Refusal refusal(Claim claim) {
        if (claim instanceof Claim.Other) {
            return Refusal.of(
                    ProblemKind.KEY_REUSED,
                    HEADER,
                    "This key was used for another request within the last day. Use a new key for a new request. Nothing was changed.");
        }
        if (claim instanceof Claim.Full) {
            return Refusal.of(
                            ProblemKind.KEYS_TOO_MANY,
                            HEADER,
                            "This token used as many keys as are kept for a day. Send the request without a key, or tomorrow. Nothing was changed.")
                    .header("Retry-After", "3600");
        }
        return Refusal.of(
                        ProblemKind.KEY_IN_USE,
                        HEADER,
                        "The request with this key is at work, or its program ended before it was answered. Try again in a moment; where this"
                                + " stays so, look whether it was done, and use a new key.")
                .header("Retry-After", "1");
    }

    private static String fingerprint(BufferedRequest request) {
        String line = request.getMethod() + " " + request.getRequestURI() + "?" + request.getQueryString() + "\n";
        return Sha256.hex(utf8(line), request.body());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
