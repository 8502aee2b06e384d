package dev.standfirst.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The DevTools protocol over a web socket: a command out, its answer in; and events that somebody waits for. */
final class DevTools implements WebSocket.Listener {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long PATIENCE = 30;

    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<JsonNode>> events = new ConcurrentHashMap<>();
    private final StringBuilder message = new StringBuilder();
    private final WebSocket socket;
    private String session = "";

    DevTools(URI address) throws Exception {
        socket = wait(HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, this));
    }

    /** All further commands go to the page that a session is with. */
    void attach(String sessionId) {
        session = sessionId;
    }

    /** Sends a command and waits for its result. */
    JsonNode call(String method, Map<String, ?> parameters) throws Exception {
        int id = numbers.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        Map<String, ?> plain = Map.of("id", id, "method", method, "params", parameters);
        Map<String, ?> command = session.isEmpty()
                ? plain
                : Map.of("id", id, "method", method, "params", parameters, "sessionId", session);
        wait(socket.sendText(JSON.writeValueAsString(command), true));
        JsonNode got = wait(answer);
        if (got.has("error")) {
            throw new IllegalStateException(method + ": " + got.get("error"));
        }
        return got.get("result");
    }

    /** The next event of a name; to be asked for before what brings it about. */
    CompletableFuture<JsonNode> next(String event) {
        CompletableFuture<JsonNode> coming = new CompletableFuture<>();
        events.put(event, coming);
        return coming;
    }

    static <T> T wait(CompletableFuture<T> coming) throws InterruptedException, ExecutionException, TimeoutException {
        return coming.get(PATIENCE, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        message.append(data);
        if (last) {
            take(JSON.readTree(message.toString()));
            message.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    private void take(JsonNode got) {
        CompletableFuture<JsonNode> waiting = got.has("id")
                ? answers.remove(got.get("id").asInt())
                : events.remove(got.path("method").asString());
        if (waiting != null) {
            waiting.complete(got);
        }
    }
}
