package dev.standfirst.desk;

import dev.standfirst.delivery.DeliveryCounts;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.source.Sources;
import dev.standfirst.subscriber.History;
import dev.standfirst.subscriber.History.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The last seven days in numbers. */
@Component
class Week {

    static final int DAYS = 7;

    /** Of a picture of bars, in its own units. */
    private static final int HEIGHT = 20;

    private static final int STEP = 7;
    private static final double PER_MILLE = 1000;

    private final History history;
    private final Ledger ledger;
    private final Sources sources;
    private final Clock clock;

    Week(History history, Ledger ledger, Sources sources, Clock clock) {
        this.history = history;
        this.ledger = ledger;
        this.sources = sources;
        this.clock = clock;
    }

    /** Who joined and left, how much arrived, how much was read: a line each. */
    List<Map<String, Object>> lines(Call call) {
        Instant since = clock.instant().minus(Duration.ofDays(DAYS));
        Map<Event, Long> events = history.since(since);
        long joined = Stream.of(Event.CONFIRMED, Event.ADDED, Event.CAME_BACK)
                .mapToLong(event -> events.getOrDefault(event, 0L))
                .sum();
        List<Long> articles = articles();
        long read = articles.stream().mapToLong(Long::longValue).sum();
        List<Map<String, Object>> lines = new ArrayList<>();
        lines.add(
                line(call, "people", call.say("week.joined", joined, events.getOrDefault(Event.LEFT, 0L)), List.of()));
        lines.add(line(call, "mails", mails(call, ledger.countsSince(since)), List.of()));
        lines.add(line(call, "articles", call.say("number", read), bars(articles)));
        return lines;
    }

    /** Of each source that has some, a bar for each day, the latest last. */
    Map<Long, List<Map<String, Integer>>> bars() {
        return sources.daily(DAYS).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, source -> bars(source.getValue())));
    }

    private List<Long> articles() {
        List<List<Long>> all = List.copyOf(sources.daily(DAYS).values());
        return IntStream.range(0, DAYS)
                .mapToObj(
                        day -> all.stream().mapToLong(source -> source.get(day)).sum())
                .toList();
    }

    private static String mails(Call call, DeliveryCounts counts) {
        long sent = counts.of(DeliveryState.SENT);
        // Rounded down: all arrived where all did.
        long tried = sent + counts.of(DeliveryState.FAILED);
        return tried == 0
                ? call.say("week.mails.none")
                : call.say("week.mails.share", Math.floor(sent * PER_MILLE / tried) / PER_MILLE, tried);
    }

    private static Map<String, Object> line(Call call, String key, String words, List<Map<String, Integer>> bars) {
        return Map.of("name", call.say("week." + key), "words", words, "bars", bars);
    }

    /** The most is as high as the picture; a day with any has a bar that shows. */
    private static List<Map<String, Integer>> bars(List<Long> counts) {
        long most = Math.max(1, counts.stream().mapToLong(Long::longValue).max().orElse(1));
        return IntStream.range(0, counts.size())
                .mapToObj(day -> {
                    int height = (int) Math.max(counts.get(day) > 0 ? 2 : 1, counts.get(day) * HEIGHT / most);
                    return Map.of("x", day * STEP, "y", HEIGHT - height, "height", height);
                })
                .toList();
    }
}
