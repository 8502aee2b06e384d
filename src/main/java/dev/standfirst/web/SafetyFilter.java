package dev.standfirst.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Headers on every answer, and under which names the pages are reached: those of this machine and the public one. Any
 * other host name is refused, so that no foreign page can make a browser here read them (DNS rebinding). What a proxy
 * says of the host is not asked. Who may see the operator's pages is asked behind it, by signing in.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SafetyFilter extends OncePerRequestFilter {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    /** The operator's pages show mails in a frame, and ask for parts of themselves again; nobody frames them. */
    private static final String OWN_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
                    + " img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** A saved article has its pictures. */
    private static final String ARTICLE_POLICY =
            "default-src 'none'; style-src 'self'; img-src https:; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    private static final String NO_POWERS = "accelerometer=(), autoplay=(), camera=(), display-capture=(),"
            + " encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(),"
            + " payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(),"
            + " browsing-topics=()";

    private static final String TWO_YEARS = "max-age=63072000";

    private final Site site;

    SafetyFilter(Site site) {
        this.site = site;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        response.setHeader("Content-Security-Policy", policy(path));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Permissions-Policy", NO_POWERS);
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        if (site.isSecure()) {
            response.setHeader("Strict-Transport-Security", TWO_YEARS);
        }
        if (isAllowed(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static String policy(String path) {
        if (PublicPaths.mayBeFramed(path)) {
            return POLICY + "*";
        }
        if (path.startsWith("/a/")) {
            return ARTICLE_POLICY;
        }
        return PublicPaths.include(path) ? POLICY + "'none'" : OWN_POLICY;
    }

    private boolean isAllowed(HttpServletRequest request) {
        if (Operator.asks(request)) {
            Operator.mark(request);
            return true;
        }
        return PublicPaths.areUnderAnyName(request.getRequestURI())
                || Operator.usesNameOfThisMachine(request)
                || site.host().equalsIgnoreCase(request.getServerName());
    }
}
