package dev.standfirst.fetch;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Figures as people say them. */
final class Figures {

    private Figures() {}

    /** "0.5 s", "30 s", "15 min". */
    static String of(Duration duration) {
        if (duration.toMinutes() >= 2) {
            return duration.toMinutes() + " min";
        }
        long millis = duration.toMillis();
        return millis % 1_000 == 0 ? millis / 1_000 + " s" : millis / 1_000.0 + " s";
    }

    /** "10 MB", "100 KB". */
    static String of(DataSize size) {
        return size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : size.toKilobytes() + " KB";
    }
}
