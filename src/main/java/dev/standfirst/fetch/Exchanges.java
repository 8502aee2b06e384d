package dev.standfirst.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.RequestNotExecutedException;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.springframework.stereotype.Component;

/**
 * One request, one answer, at a machine that was checked. One deadline stands over connecting, TLS, headers and body;
 * when it passes, the connection is closed.
 */
@Component
class Exchanges {

    /** Of the machines behind a name: the next is tried where one does not take the connection. */
    private static final int MACHINES = 3;

    private final Connections connections;
    private final FetchSettings settings;
    private final AnswerMemory memory;

    Exchanges(Connections connections, FetchSettings settings, AnswerMemory memory) {
        this.connections = connections;
        this.settings = settings;
        this.memory = memory;
    }

    /**
     * Asks for a page.
     *
     * @param limit from now to the last byte
     */
    Answer get(Destination destination, List<Header> headers, Duration limit) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        IOException problem = new UnknownHostException(destination.address().authority());
        int last = Math.min(MACHINES, destination.machines().size());
        for (InetAddress machine : destination.machines().subList(0, last)) {
            try {
                return getFrom(machine, destination.address(), headers, deadline);
            } catch (ConnectException | NoRouteToHostException | ConnectTimeoutException e) {
                problem = e;
            }
        }
        throw problem;
    }

    /** A server may close a kept connection in the very moment in which we use it again; then we ask once more. */
    private Answer getFrom(InetAddress machine, WebAddress address, List<Header> headers, long deadline)
            throws IOException, InterruptedException {
        try {
            return getOnce(machine, address, headers, deadline);
        } catch (StaleConnection e) {
            return getOnce(machine, address, headers, deadline);
        }
    }

    private Answer getOnce(InetAddress machine, WebAddress address, List<Header> headers, long deadline)
            throws IOException, InterruptedException {
        HttpHost host = new HttpHost(address.scheme(), machine, name(address), address.port());
        BasicHttpRequest request = new BasicHttpRequest(Method.GET, host, address.target());
        headers.forEach(request::addHeader);
        AnswerConsumer answer = new AnswerConsumer(settings.maxSize(), memory);
        HttpClientContext context = HttpClientContext.create();
        Future<Answer> exchange = connections
                .client()
                .execute(host, new BasicRequestProducer(request, null), answer, null, context, answer);
        try {
            return answer.answer().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Refusal((answer.hasBegun() ? "did not finish within " : "did not answer within ")
                    + Figures.of(settings.timeout()));
        } catch (ExecutionException e) {
            throw problem(e.getCause() == null ? e : e.getCause(), answer, context);
        } finally {
            exchange.cancel(true);
            memory.release(answer);
        }
    }

    /** The client writes the brackets of version 6 itself. */
    private static String name(WebAddress address) {
        String host = address.host().text();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static IOException problem(Throwable cause, AnswerConsumer answer, HttpClientContext context) {
        EndpointDetails connection = context.getEndpointDetails();
        boolean kept = connection != null && connection.getRequestCount() > 1;
        boolean broke = cause instanceof ConnectionClosedException || cause instanceof SocketException;
        if (cause instanceof RequestNotExecutedException || (kept && broke && !answer.hasBegun())) {
            return new StaleConnection(cause);
        }
        return cause instanceof IOException io ? io : new IOException(cause);
    }

    /** A connection that was kept from an earlier request broke before any answer to this one. */
    private static final class StaleConnection extends ConnectionClosedException {

        private static final long serialVersionUID = 1L;

        StaleConnection(Throwable cause) {
            super("stale", cause);
        }
    }
}
