package dev.standfirst.template;

import dev.standfirst.template.Mistake.Kind;
import java.io.IOException;
import java.io.Writer;

/** Passes text on until there is too much of it. */
final class BoundedWriter extends Writer {

    private final Writer out;
    private final int limit;
    private int left;

    BoundedWriter(Writer out, int limit) {
        this.out = out;
        this.limit = limit;
        this.left = limit;
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
        left -= length;
        if (left < 0) {
            throw new LimitReached(Kind.TOO_MUCH, "it writes more than %,d characters".formatted(limit));
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
