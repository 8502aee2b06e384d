package dev.standfirst.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * The resolver of the system. It knows no deadline of its own, so it works on threads of its own, which nobody waits
 * for longer than is left; they end when they have had nothing to do for some seconds.
 */
@Component
class NameServers implements HostNames {

    private static final int IDLE_SECONDS = 5;

    private final ExecutorService threads;

    NameServers() {
        CustomizableThreadFactory named = new CustomizableThreadFactory("names-");
        named.setDaemon(true);
        threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), named);
    }

    @Override
    public List<InetAddress> lookUp(String host, Duration limit) throws UnknownHostException, InterruptedException {
        Future<InetAddress[]> answer = threads.submit(() -> InetAddress.getAllByName(host));
        try {
            return List.of(answer.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            throw new UnknownHostException(host + ": Temporary failure in name resolution");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof UnknownHostException unknown
                    ? unknown
                    : new UnknownHostException(String.valueOf(e.getCause()));
        } finally {
            answer.cancel(true);
        }
    }
}
