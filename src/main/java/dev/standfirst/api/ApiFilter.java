package dev.standfirst.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The way of a request into the API, before any route is looked for: a token lets it in, its body is read within a
 * limit, and where it was done before under the same key it is answered as it was then.
 *
 * <p>Spring Security is not used here. Its firewall and its context would stand before every page of this program, the
 * one-click unsubscribe among them, and for tokens that are kept in a table of ours it would call what is in
 * {@link Doorkeeper} anyway; the scopes are said once, by {@link Operation}, for the check and for the document alike.
 */
final class ApiFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(ApiFilter.class);

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final Doorkeeper doorkeeper;
    private final Replays replays;
    private final Problems problems;

    ApiFilter(Doorkeeper doorkeeper, Replays replays, Problems problems) {
        this.doorkeeper = doorkeeper;
        this.replays = replays;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Caller caller = doorkeeper.identify(request);
            caller.attachTo(request);
            if (BufferedRequest.of(request) instanceof BufferedRequest buffered) {
                replays.once(buffered, response, chain);
            } else {
                chain.doFilter(request, response);
            }
            log(request, response, caller);
        } catch (Refusal e) {
            problems.write(e, response);
        }
    }

    /** What changed something, by the pattern of its route: addresses and tokens stay out of the log. */
    private static void log(HttpServletRequest request, HttpServletResponse response, Caller caller) {
        if (CHANGING.contains(request.getMethod())) {
            String route = RouteOf.request(request);
            log.info(
                    "{} {} by token {}: {}",
                    request.getMethod(),
                    route,
                    caller.token().name(),
                    response.getStatus());
        }
    }
}
