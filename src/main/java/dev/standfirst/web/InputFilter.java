package dev.standfirst.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
        try {
            MediaType type = MediaType.parseMediaType(String.valueOf(request.getContentType()));
            Charset charset = type.getCharset();
            if (charset != null && !StandardCharsets.UTF_8.equals(charset)) {
                return HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
            }
            boolean parts = type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA);
            if (parts && length < 0) {
                return HttpServletResponse.SC_LENGTH_REQUIRED;
            }
            return parts || type.isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED)
                    ? HttpServletResponse.SC_OK
                    : HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
        } catch (IllegalArgumentException e) {
            return HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
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
        byte[] bytes = new byte[query.length()];
        int length = 0;
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            int high = c == '%' && i + 2 < query.length() ? Character.digit(query.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(query.charAt(i + 2), 16);
            if (c > 0x7F || (c == '%' && low < 0)) {
                return false;
            }
            bytes[length++] = (byte) (low < 0 ? c : high * 16 + low);
            i += low < 0 ? 0 : 2;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
