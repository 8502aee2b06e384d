package dev.standfirst.desk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the body of a form with a file of people unread until somebody is let in and the page asks for it: a stranger
 * cannot fill the disk, and the file is written once, to where it is kept. Until then such a form is known by its
 * address alone, which carries the token of its page; that is worth nothing without the cookie that belongs to it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 200)
class UploadFilter extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Upload.isOne(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Unread(request), response);
    }

    /** A request of which the token is known, and no other field. */
    private static final class Unread extends HttpServletRequestWrapper {

        private static final String FIELD = "_csrf";
        private static final Pattern TOKEN = Pattern.compile("(?:^|&)" + FIELD + "=((?:[\\w.~-]|%[0-9A-Fa-f]{2})*)");

        private final Map<String, String[]> parameters;

        Unread(HttpServletRequest request) {
            super(request);
            String query = request.getQueryString();
            Matcher token = TOKEN.matcher(query == null ? "" : query);
            parameters = token.find()
                    ? Map.of(FIELD, new String[] {URLDecoder.decode(token.group(1), StandardCharsets.UTF_8)})
                    : Map.of();
        }

        @Override
        public @Nullable String getParameter(String name) {
            String[] values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return parameters;
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }

        @Override
        public Collection<Part> getParts() {
            return List.of();
        }

        @Override
        public @Nullable Part getPart(String name) {
            return null;
        }
    }
}
