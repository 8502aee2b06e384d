package dev.standfirst.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Serves pages to a browser on this machine. They may neither run scripts nor load anything. */
public final class PageServer implements AutoCloseable {

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private final Map<String, byte[]> pages = new ConcurrentHashMap<>();
    private final HttpServer server;

    /** Starts it on a free port of the loopback address. */
    public PageServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /**
     * Keeps a page.
     *
     * @param name without a slash
     * @return its address
     */
    public String put(String name, byte[] html) {
        pages.put("/" + name, html);
        return "http://127.0.0.1:%d/%s".formatted(server.getAddress().getPort(), name);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] page = pages.get(exchange.getRequestURI().getPath());
        exchange.getResponseHeaders()
                .set("Content-Type", page != null && isUtf8(page) ? "text/html; charset=utf-8" : "text/html");
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.sendResponseHeaders(page == null ? 404 : 200, page == null ? -1 : page.length);
        if (page != null) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(page);
            }
        }
        exchange.close();
    }

    private static boolean isUtf8(byte[] page) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(page));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
