package dev.standfirst.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A web server on this machine that keeps what it is called with, and answers as it is told. */
public final class CallServer implements AutoCloseable {

    private final HttpServer server;
    private final List<Call> calls = Collections.synchronizedList(new java.util.ArrayList<>());
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

    /** A call that came in. */
    public record Call(String method, String path, String body, String signature) {}

    public CallServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** The next calls are answered so; all later ones by 200. */
    public void answers(int... statuses) {
        for (int status : statuses) {
            answers.add(status);
        }
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String signature = exchange.getRequestHeaders().getFirst("Standfirst-Signature");
        calls.add(new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                signature == null ? "" : signature));
        Integer status = answers.poll();
        if (status != null && status == 302) {
            exchange.getResponseHeaders().add("Location", at("/elsewhere").toString());
        }
        exchange.sendResponseHeaders(status == null ? 200 : status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
