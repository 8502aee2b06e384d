package dev.standfirst.watch;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Calls an address whenever things went well, so that somebody else notices when it is not called any more: whatever
 * fails here, that still works. The manner is that of healthchecks.io and those who follow it: a GET of the address
 * after what went well, a GET of the address with {@code /fail} behind it after what did not.
 */
@Component
public class Ping {

    private static final Logger log = LoggerFactory.getLogger(Ping.class);
    private static final int TRIES = 3;

    private final WatchSettings settings;
    private final Calls calls;
    private final Duration pause;

    @Autowired
    Ping(WatchSettings settings, Calls calls) {
        this(settings, calls, Duration.ofSeconds(1));
    }

    /**
     * Makes one.
     *
     * @param pause between two tries
     */
    Ping(WatchSettings settings, Calls calls, Duration pause) {
        this.settings = settings;
        this.calls = calls;
        this.pause = pause;
    }

    /** Something went well, and nothing that was due is late. Never throws. */
    public void well() {
        settings.pinged().ifPresent(this::call);
    }

    /** Something failed. Never throws. */
    public void failed() {
        settings.pinged().map(Ping::fail).ifPresent(this::call);
    }

    private void call(URI address) {
        Optional<String> failure = calls.make(HttpRequest.newBuilder(address));
        for (int tries = 1; failure.isPresent() && tries < TRIES && rested(); tries++) {
            failure = calls.make(HttpRequest.newBuilder(address));
        }
        failure.ifPresent(reason -> log.warn("the ping address could not be called: {}", reason));
    }

    private boolean rested() {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The same address with {@code /fail} behind its path. */
    private static URI fail(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String end = path.endsWith("/") ? "fail" : "/fail";
        return URI.create(address.getScheme() + "://" + address.getRawAuthority() + path + end + query);
    }
}
