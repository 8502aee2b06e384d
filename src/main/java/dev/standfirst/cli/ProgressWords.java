package dev.standfirst.cli;

import dev.standfirst.job.Progress;
import java.time.Duration;

/** How far a run is, in words and as a bar. */
final class ProgressWords {

    private static final long MINUTE = 60;

    private ProgressWords() {}

    /** "664 of 988, 39 a second, about 8 s left". */
    static String sentence(Progress progress) {
        String words = amount(progress);
        if (progress.perSecond() <= 0) {
            return words;
        }
        words += ", %s a second".formatted(rate(progress.perSecond()));
        return words
                + progress.left()
                        .map(left -> ", about %s left".formatted(time(left)))
                        .orElse("");
    }

    /** "664 of 988 39/s 8 s left". */
    static String brief(Progress progress) {
        String words = amount(progress);
        if (progress.perSecond() <= 0) {
            return words;
        }
        words += "  %s/s".formatted(rate(progress.perSecond()));
        return words
                + progress.left().map(left -> "  %s left".formatted(time(left))).orElse("");
    }

    /**
     * A bar with figures behind it.
     *
     * @param cells how many the bar has at most
     * @param width of it all, in columns
     */
    static String bar(Progress progress, int cells, int width) {
        String words = brief(progress);
        if (progress.total() <= 0) {
            return words;
        }
        int room = Math.max(0, Math.min(cells, width - words.length() - 2));
        int full = (int) (room * Math.min(progress.seen(), progress.total()) / progress.total());
        return "█".repeat(full) + "░".repeat(room - full) + "  " + words;
    }

    /** "8 s", "3 min", "2 h 10 min": as exact as anybody can know. */
    static String time(Duration left) {
        long seconds = left.toSeconds();
        if (seconds < 2 * MINUTE) {
            return seconds + " s";
        }
        long minutes = Math.round(seconds / (double) MINUTE);
        return minutes < 2 * MINUTE ? minutes + " min" : "%d h %d min".formatted(minutes / MINUTE, minutes % MINUTE);
    }

    private static String amount(Progress progress) {
        return progress.total() > 0
                ? "%,d of %,d".formatted(progress.seen(), progress.total())
                : "%,d".formatted(progress.seen());
    }

    private static String rate(double perSecond) {
        return perSecond < 10 ? "%.1f".formatted(perSecond) : "%,d".formatted(Math.round(perSecond));
    }
}
