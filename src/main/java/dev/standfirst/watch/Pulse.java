package dev.standfirst.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The signs of life of what has to work again and again. What never gave one is not missed. */
@Component
public class Pulse {

    private final Map<String, Instant> beats = new ConcurrentHashMap<>();
    private final Clock clock;

    Pulse(Clock clock) {
        this.clock = clock;
    }

    /** It works, at this moment. */
    public void beat(String name) {
        beats.put(name, clock.instant());
    }

    /** It ends as it should, and is not missed any more. */
    public void end(String name) {
        beats.remove(name);
    }

    /** What gave signs of life, and none for so long. */
    public List<String> still(Duration limit) {
        Instant oldest = clock.instant().minus(limit);
        return beats.entrySet().stream()
                .filter(beat -> beat.getValue().isBefore(oldest))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
