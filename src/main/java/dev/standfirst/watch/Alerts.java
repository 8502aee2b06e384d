package dev.standfirst.watch;

import dev.standfirst.text.OneLine;
import dev.standfirst.watch.AlertQueue.About;
import dev.standfirst.watch.AlertQueue.Alert;
import dev.standfirst.watch.Channel.Notice;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells who runs the program of troubles: each once when it begins and once when it is over, in each place that the
 * settings name. A place that fails holds no other up, is tried again, and nothing of it reaches the caller.
 */
@Component
public class Alerts {

    private static final Logger log = LoggerFactory.getLogger(Alerts.class);

    private final List<Channel> channels;
    private final AlertQueue queue;
    private final WatchSettings settings;
    private final Clock clock;
    private final Map<TroubleKind, Instant> withoutDatabase = new ConcurrentHashMap<>();

    Alerts(List<Channel> channels, AlertQueue queue, WatchSettings settings, Clock clock) {
        this.channels = channels;
        this.queue = queue;
        this.settings = settings;
        this.clock = clock;
    }

    /** Tells what there is to tell by now. */
    public void tell() {
        channels.stream().filter(Channel::isSet).forEach(this::tell);
    }

    /**
     * Tells of a trouble that cannot be kept, since the database is what is wrong; once while it lasts, in this
     * process.
     */
    public void tellWithoutDatabase(Trouble trouble) {
        Instant now = clock.instant();
        if (withoutDatabase.putIfAbsent(trouble.kind(), now) == null) {
            log.error("{}", OneLine.shown(trouble.happened()));
            tellAll(new Notice(id(trouble, now, About.BEGAN), About.BEGAN, trouble, now, Optional.empty()));
        }
    }

    /** Tells that it is over, where it was told that it began. */
    public void overWithoutDatabase(Trouble trouble) {
        Instant began = withoutDatabase.remove(trouble.kind());
        if (began != null) {
            Optional<Instant> over = Optional.of(clock.instant());
            tellAll(new Notice(id(trouble, began, About.OVER), About.OVER, trouble, began, over));
        }
    }

    private void tellAll(Notice notice) {
        channels.stream()
                .filter(Channel::isSet)
                .forEach(channel -> attempt(channel, notice)
                        .ifPresent(reason -> log.warn(
                                "{} could not be told, and is not tried again: {}",
                                channel.name(),
                                OneLine.shown(reason))));
    }

    private void tell(Channel channel) {
        try {
            queue.fill(channel.name());
            int room = settings.perHour() - queue.toldLately(channel.name());
            if (room > 0) {
                queue.due(channel.name(), room).forEach(alert -> tell(channel, alert));
            }
        } catch (RuntimeException e) {
            log.error("alerts for {} could not be read; they are tried again", channel.name(), e);
        }
    }

    private void tell(Channel channel, Alert alert) {
        if (!queue.claim(alert)) {
            return;
        }
        Notice notice = new Notice(
                "alert-%d".formatted(alert.id()),
                alert.about(),
                alert.kept().trouble(),
                alert.kept().began(),
                alert.kept().over());
        Optional<String> failure = attempt(channel, notice);
        if (failure.isPresent()) {
            log.warn("{} could not be told, and is tried again: {}", channel.name(), OneLine.shown(failure.get()));
            queue.postpone(alert);
        } else {
            queue.told(alert);
        }
    }

    private static Optional<String> attempt(Channel channel, Notice notice) {
        try {
            return channel.tell(notice);
        } catch (RuntimeException e) {
            log.error("{} failed", channel.name(), e);
            return Optional.of(e.getClass().getSimpleName());
        }
    }

    private static String id(Trouble trouble, Instant began, About about) {
        return "%s-%d-%s"
                .formatted(
                        trouble.kind().key(), began.toEpochMilli(), about.name().toLowerCase(Locale.ROOT));
    }
}
