package dev.standfirst.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A request whose body was read whole, within a limit, before anything looks at it. */
final class BufferedRequest extends HttpServletRequestWrapper {

    private static final int LIMIT = 1_000_000;

    private final byte[] body;

    private BufferedRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /**
     * Reads the body, unless it is of another type than JSON: such bodies are streamed by the one route that takes
     * them, and never read by others.
     *
     * @throws Refusal where it is longer than a megabyte
     */
    static HttpServletRequest of(HttpServletRequest request) throws IOException {
        String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (request.getContentType() != null && !type.contains("json")) {
            return request;
        }
        if (request.getContentLengthLong() > LIMIT) {
            throw tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throw tooLarge();
        }
        return new BufferedRequest(request, body);
    }

    byte[] body() {
        return body;
    }

    private static Refusal tooLarge() {
        return Refusal.of(
                        ProblemKind.TOO_LARGE,
                        "The body is larger than one megabyte. Send less at once; files of people go to imports. Nothing was changed.")
                .header("Connection", "close");
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return bytes.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("nothing here is read asynchronously");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
