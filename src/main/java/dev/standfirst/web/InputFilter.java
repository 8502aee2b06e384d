package dev.standfirst.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What may come into a public page at all: a form of at most 64 KB in UTF-8, with names and values that a form of ours
 * can have. Everything else ends here with 400, 411, 413 or 415, before any of it is looked at.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class InputFilter extends OncePerRequestFilter {

    private static final List<MediaType> FORMS =
            List.of(MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA);

    /** Plain ASCII, and escapes that are whole. */
    private static final Pattern ESCAPED =
            Pattern.compile("[\\x00-\\x7F&&[^%]]*+(?:%[0-9a-fA-F]{2}[\\x00-\\x7F&&[^%]]*+)*+");

    private static final int MOST_BYTES = 64 * 1024;
    private static final int LONGEST_QUERY = 4000;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_VALUE = 4000;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PublicPaths.include(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int refusal = refusal(request);
        if (refusal == HttpServletResponse.SC_OK) {
            chain.doFilter(request, response);
        } else {
            response.sendError(refusal);
        }
    }

    private static int refusal(HttpServletRequest request) {
        int body = request.getMethod().equals("POST") ? body(request) : HttpServletResponse.SC_OK;
        if (body != HttpServletResponse.SC_OK) {
            return body;
        }
        return isReadable(request) ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST;
    }

    private static int body(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        if (length > MOST_BYTES) {
            return HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
        }
        Optional<MediaType> type = form(request);
        if (type.isEmpty()) {
            return HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
        }
        boolean parts = type.get().isCompatibleWith(MediaType.MULTIPART_FORM_DATA);
        return parts && length < 0 ? HttpServletResponse.SC_LENGTH_REQUIRED : HttpServletResponse.SC_OK;
    }

    /** The type of the body, if it is a form in UTF-8. */
    private static Optional<MediaType> form(HttpServletRequest request) {
        try {
            MediaType type = MediaType.parseMediaType(String.valueOf(request.getContentType()));
            Charset charset = type.getCharset();
            boolean known = FORMS.stream().anyMatch(type::isCompatibleWith);
            return known && (charset == null || StandardCharsets.UTF_8.equals(charset))
                    ? Optional.of(type)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isReadable(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query != null && (query.length() > LONGEST_QUERY || !isUtf8(query))) {
            return false;
        }
        try {
            return request.getParameterMap().entrySet().stream().allMatch(InputFilter::isPlain);
        } catch (IllegalStateException | IllegalArgumentException e) {
            // What the server cannot take apart: a broken escape, a broken part, too many of them.
            return false;
        }
    }

    private static boolean isPlain(Map.Entry<String, String[]> parameter) {
        String name = parameter.getKey();
        if (name.length() > LONGEST_NAME || !name.matches("[\\w.-]+")) {
            return false;
        }
        for (String value : parameter.getValue()) {
            if (value.length() > LONGEST_VALUE || value.indexOf('\0') >= 0 || value.indexOf('\uFFFD') >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the bytes behind the escapes of a query are UTF-8. */
    private static boolean isUtf8(String query) {
        if (!ESCAPED.matcher(query).matches()) {
            return false;
        }
        byte[] bytes = URLDecoder.decode(query, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
