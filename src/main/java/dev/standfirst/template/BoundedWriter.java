package dev.standfirst.template;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;

/** Passes text on until there is too much of it, or it takes too long. */
final class BoundedWriter extends Writer {

    private final Writer out;
    private final long deadline;
    private final Duration time;
    private final int limit;
    private int left;

    BoundedWriter(Writer out, int limit, Duration time) {
        this.out = out;
        this.limit = limit;
        this.left = limit;
        this.time = time;
        this.deadline = System.nanoTime() + time.toNanos();
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
        left -= length;
        if (left < 0) {
            throw new IOException("it writes more than %,d characters".formatted(limit));
        }
        if (System.nanoTime() > deadline) {
            throw new IOException("it takes longer than %d s".formatted(time.toSeconds()));
        }
        out.write(characters, from, length);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
