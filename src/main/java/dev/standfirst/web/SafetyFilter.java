package dev.standfirst.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Headers on every answer, and who may see what. Readers reach the pages that mails lead to, under the public host
 * name; the mailbox and the overview are for who sits at this machine. Any other host name is refused, so that no
 * foreign page can make a browser here read them (DNS rebinding).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class SafetyFilter extends OncePerRequestFilter {

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]", "standfirst.localhost");
    private static final List<String> PUBLIC_PATHS = List.of("/u/", "/e/", "/a/", "/standfirst.css", "/api/");

    private final String publicHost;

    SafetyFilter(@Value("${standfirst.public-url}") URI publicUrl) {
        this.publicHost = String.valueOf(publicUrl.getHost());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src https:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", "no-store");
        if (isAllowed(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean isAllowed(HttpServletRequest request) {
        boolean open = PUBLIC_PATHS.stream().anyMatch(request.getRequestURI()::startsWith);
        return LOCAL.contains(request.getServerName()) || (open && publicHost.equals(request.getServerName()));
    }
}
