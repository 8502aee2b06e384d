package dev.standfirst.template;

import com.sun.management.ThreadMXBean;
import dev.standfirst.template.Mistake.Kind;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One template at work, on a thread of its own: whoever waits for it is not kept for longer than it may take, whatever
 * it does. Freemarker asks the thread in every round of every loop whether it shall end; this one says so when its time
 * or its memory is used up, so that also a template that writes nothing ends.
 */
final class Rendering extends Thread {

    private static final int LONGEST = 2_000_000;
    private static final long MOST_BYTES = 256L << 20;

    /** So much longer than it may take is waited for it to notice. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final LockedTemplates templates;
    private final String template;
    private final Map<String, Object> model;
    private final Duration time;
    private final long deadline;
    private final StringWriter out = new StringWriter();
    private volatile @Nullable LimitReached limit;
    private volatile @Nullable Throwable failure;

    private Rendering(LockedTemplates templates, String template, Map<String, Object> model, Duration time) {
        super("template " + template);
        this.templates = templates;
        this.template = template;
        this.model = model;
        this.time = time;
        this.deadline = System.nanoTime() + time.toNanos();
        setDaemon(true);
    }

    /** How much memory threads took; looked for when it is needed first. */
    private static final class Memory {

        private static final @Nullable ThreadMXBean THREADS =
                ManagementFactory.getThreadMXBean() instanceof ThreadMXBean threads ? threads : null;

        private Memory() {}

        static long takenByThisThread() {
            return THREADS == null ? 0 : THREADS.getCurrentThreadAllocatedBytes();
        }
    }

    /**
     * Renders a template.
     *
     * @param time that it may take
     * @param abandoned is told of a thread that does not end although its time is up
     * @throws TemplateRenderer.TemplateProblem where it does not work
     */
    static String of(
            LockedTemplates templates,
            String template,
            Map<String, Object> model,
            Duration time,
            Consumer<Thread> abandoned) {
        Rendering rendering = new Rendering(templates, template, model, time);
        rendering.start();
        rendering.await(time.plus(GRACE));
        Throwable failure = rendering.failure;
        if (rendering.isAlive()) {
            failure = rendering.tooLong();
            abandoned.accept(rendering);
        }
        if (failure != null) {
            throw new TemplateRenderer.TemplateProblem(template, Mistakes.of(template, failure), failure);
        }
        return rendering.out.toString();
    }

    @Override
    public void run() {
        try {
            templates.process(template, model, new BoundedWriter(out, LONGEST));
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            failure = limit == null ? e : limit;
        }
    }

    /** What Freemarker asks in its loops. */
    @Override
    public boolean isInterrupted() {
        if (Thread.currentThread() != this) {
            return super.isInterrupted();
        }
        if (System.nanoTime() > deadline) {
            limit = tooLong();
        } else if (Memory.takenByThisThread() > MOST_BYTES) {
            limit = new LimitReached(Kind.TOO_LARGE, "it takes more than %d MB".formatted(MOST_BYTES >> 20));
        }
        return limit != null;
    }

    private LimitReached tooLong() {
        return new LimitReached(Kind.TOO_LONG, "it takes longer than %d s".formatted(time.toSeconds()));
    }

    /** Waits; that somebody wants the waiting thread to end is for others to notice. */
    private void await(Duration most) {
        long until = System.nanoTime() + most.toNanos();
        boolean interrupted = false;
        for (long left = most.toMillis(); left > 0 && isAlive(); left = (until - System.nanoTime()) / 1_000_000) {
            try {
                join(left);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
