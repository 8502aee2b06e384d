package dev.standfirst.api;

import dev.standfirst.watch.Meters;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * {@code GET /metrics}: the figures of this process in the formats of Prometheus, for who sits at this machine, or
 * brings a token that may read them. It is not under {@code /api} since that is where Prometheus looks.
 */
final class MetricsFilter extends OncePerRequestFilter {

    static final String PATH = "/metrics";

    /** Set on what was asked by who runs the program, by the filter that says which hosts see what. */
    private static final String OPERATOR = "standfirst.operator";

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text";

    private final Doorkeeper doorkeeper;
    private final Meters meters;
    private final Problems problems;

    MetricsFilter(Doorkeeper doorkeeper, Meters meters, Problems problems) {
        this.doorkeeper = doorkeeper;
        this.meters = meters;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            letIn(request);
            if (!request.getMethod().equals("GET")) {
                throw Refusal.of(ProblemKind.METHOD_WRONG, "Figures can be read, and nothing else: GET /metrics.")
                        .header("Allow", "GET");
            }
            answer(request, response);
        } catch (Refusal e) {
            problems.write(e, response);
        }
    }

    private void letIn(HttpServletRequest request) {
        if (Boolean.TRUE.equals(request.getAttribute(OPERATOR)) && request.getHeader("Authorization") == null) {
            return;
        }
        if (!doorkeeper.identify(request).token().allows(Scope.METRICS_READ)) {
            throw Doorkeeper.lacks(Scope.METRICS_READ);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String accept = request.getHeader("Accept");
        String text = meters.text(accept != null && accept.contains(OPEN_METRICS) ? OPEN_METRICS : TEXT);
        boolean open = text.endsWith("# EOF\n");
        response.setContentType(open ? OPEN_METRICS + "; version=1.0.0; charset=utf-8" : TEXT);
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
