package dev.standfirst.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FastByteArrayOutputStream;
import org.springframework.util.unit.DataSize;

/**
 * Takes in one answer and hangs up where it grows over a limit. The body is waited for only where it is the page: of a
 * redirect or a refusal the headers say all.
 */
final class AnswerConsumer implements AsyncResponseConsumer<Answer>, FutureCallback<Answer> {

    private static final int INTERIM_ANSWERS = 10;

    /** Chunks of a byte cost far more work than they carry: what frames a page must stay below this share of it. */
    private static final int WRAPPING = 4;

    private static final int WRAPPING_ANYWAY = 256 * 1_024;

    private final DataSize limit;
    private final AnswerMemory memory;
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final FastByteArrayOutputStream body = new FastByteArrayOutputStream();
    private int interim;
    private long receivedBefore;
    private @Nullable EndpointDetails connection;
    private volatile boolean begun;
    private @Nullable Answer head;
    private @Nullable FutureCallback<Answer> whole;

    AnswerConsumer(DataSize limit, AnswerMemory memory) {
        this.limit = limit;
        this.memory = memory;
    }

    /** Done when the answer is here as far as it is wanted. */
    CompletableFuture<Answer> answer() {
        return answer;
    }

    /** Whether the headers have come. */
    boolean hasBegun() {
        return begun;
    }

    @Override
    public void informationResponse(HttpResponse response, HttpContext context) throws IOException {
        if (++interim > INTERIM_ANSWERS) {
            throw new Refusal("sent more than %d interim answers".formatted(INTERIM_ANSWERS));
        }
    }

    @Override
    public void consumeResponse(
            HttpResponse response, @Nullable EntityDetails entity, HttpContext context, FutureCallback<Answer> callback)
            throws IOException {
        Answer read = new Answer(response.getCode(), headers(response), new byte[0]);
        connection = HttpCoreContext.cast(context).getEndpointDetails();
        receivedBefore = connection == null ? 0 : connection.getReceivedBytesCount();
        begun = true;
        head = read;
        whole = callback;
        if (entity == null) {
            callback.completed(read);
        } else if (!Answer.isPage(read.status())) {
            answer.complete(read);
        } else if (entity.getContentLength() > limit.toBytes()) {
            throw tooLarge(limit);
        }
    }

    private static Map<String, List<String>> headers(HttpResponse response) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        int size = 0;
        for (Header header : response.getHeaders()) {
            String value = String.valueOf(header.getValue());
            size += header.getName().length() + value.length();
            headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(value);
        }
        if (size > Connections.HEADER_BYTES) {
            throw new Refusal("sent more than %d KB of headers".formatted(Connections.HEADER_BYTES / 1_024));
        }
        return headers;
    }

    @Override
    public void updateCapacity(CapacityChannel channel) throws IOException {
        channel.update(Integer.MAX_VALUE);
    }

    @Override
    public void consume(ByteBuffer bytes) throws IOException {
        if (answer.isDone()) {
            return;
        }
        if (body.size() + (long) bytes.remaining() > limit.toBytes()) {
            throw tooLarge(limit);
        }
        if (received() > WRAPPING_ANYWAY + (long) WRAPPING * body.size()) {
            throw new Refusal("sends its page in crumbs of a byte or two");
        }
        memory.hold(this, body.size() + (long) bytes.remaining());
        if (answer.isDone()) {
            return;
        }
        byte[] chunk = new byte[bytes.remaining()];
        bytes.get(chunk);
        body.write(chunk, 0, chunk.length);
    }

    /** There is no memory for the rest of it. */
    void giveUp() {
        answer.completeExceptionally(new Refusal("is long, and came at once with too many other long answers"));
    }

    /** Bytes on the wire since the headers. */
    private long received() {
        return connection == null ? 0 : connection.getReceivedBytesCount() - receivedBefore;
    }

    static Refusal tooLarge(DataSize limit) {
        return new Refusal("is larger than " + Figures.of(limit));
    }

    @Override
    public void streamEnd(@Nullable List<? extends Header> trailers) {
        if (head != null && whole != null) {
            whole.completed(new Answer(head.status(), head.headers(), body.toByteArrayUnsafe()));
        }
    }

    @Override
    public void completed(Answer result) {
        answer.complete(result);
    }

    @Override
    public void failed(Exception cause) {
        answer.completeExceptionally(cause);
    }

    @Override
    public void cancelled() {
        answer.completeExceptionally(new InterruptedIOException("stopped"));
    }

    @Override
    public void releaseResources() {
        memory.release(this);
        body.reset();
    }
}
