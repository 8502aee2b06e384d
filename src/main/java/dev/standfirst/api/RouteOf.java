package dev.standfirst.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;

/** The pattern of the route that a request took: what may be logged of its path, which may hold an address. */
final class RouteOf {

    private RouteOf() {}

    static String request(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "no route" : pattern.toString();
    }
}
