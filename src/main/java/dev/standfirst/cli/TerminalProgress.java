package dev.standfirst.cli;

import dev.standfirst.job.Progress;
import dev.standfirst.job.RunListener;
import dev.standfirst.job.RunStep;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A run on a terminal: one line a step, the one at work redrawn in place with a bar of 30 cells. Problems are told
 * between the lines, as they come.
 */
final class TerminalProgress implements RunListener {

    private static final int CELLS = 30;
    private static final int WIDTH = 80;

    /** Mark and name of a step. */
    private static final int INDENT = 16;

    private static final Duration REDRAW = Duration.ofMillis(100);
    private static final String CLEAR = "\r\u001b[K";

    private final Console console;
    private final Clock clock;
    private final String heading;
    private String shown = "";
    private Instant drawn = Instant.EPOCH;

    /**
     * Makes one.
     *
     * @param heading the digest's title and the edition's date
     */
    TerminalProgress(Console console, Clock clock, String heading) {
        this.console = console;
        this.clock = clock;
        this.heading = heading;
    }

    @Override
    public void started(long run, boolean resumed) {
        console.err()
                .println(console.errStyle().strong(heading) + ", run " + run
                        + (resumed ? ", goes on where an earlier run stopped" : ""));
        console.err().println();
    }

    @Override
    public void stepStarted(RunStep step) {
        shown = line(console.errStyle().info("›"), step, "");
        draw(shown);
    }

    @Override
    public void progress(Progress progress) {
        Instant now = clock.instant();
        if (Duration.between(drawn, now).compareTo(REDRAW) >= 0) {
            drawn = now;
            shown = line(
                    console.errStyle().info("›"),
                    progress.step(),
                    ProgressWords.bar(progress, CELLS, WIDTH - INDENT - 1));
            draw(shown);
        }
    }

    @Override
    public void stepDone(RunStep step, String facts, Duration took) {
        String seconds = String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
        List<String> lines = wrap(facts, WIDTH - INDENT - 10);
        String last = lines.get(lines.size() - 1);
        String gap = " ".repeat(Math.max(1, WIDTH - INDENT - last.length() - seconds.length()));
        shown = "";
        console.err().print(CLEAR);
        for (int i = 0; i < lines.size(); i++) {
            String text = i < lines.size() - 1
                    ? lines.get(i)
                    : last + gap + console.errStyle().quiet(seconds);
            console.err().println(i == 0 ? line(console.errStyle().ok("✓"), step, text) : " ".repeat(INDENT) + text);
        }
    }

    @Override
    public void problem(RunStep step, String problem) {
        console.err().println(CLEAR + "  " + console.errStyle().warn("!") + " " + Printable.line(problem));
        draw(shown);
    }

    private void draw(String line) {
        console.err().print(CLEAR + line);
        console.err().flush();
    }

    private static String line(String mark, RunStep step, String rest) {
        return "  %s %-12s%s".formatted(mark, step.title(), rest);
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
