package dev.standfirst.fetch;

import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How much memory the answers that are on their way take together. Each has its limit, but many at their limits are
 * more than there is; then the longest is given up, so that endless ones end and short ones come through.
 */
@Component
class AnswerMemory {

    /** Of the heap. An answer costs up to three times its length, until it is in one piece. */
    private static final int SHARE = 8;

    private final long limit;
    private final Map<AnswerConsumer, Long> held = new HashMap<>();
    private long used;

    @Autowired
    AnswerMemory() {
        this(Runtime.getRuntime().maxMemory() / SHARE);
    }

    /** So many bytes. */
    AnswerMemory(long limit) {
        this.limit = limit;
    }

    /** The answer takes so many bytes from now on. May give up any answer, this one too. */
    synchronized void hold(AnswerConsumer answer, long bytes) {
        Long before = held.put(answer, bytes);
        used += bytes - (before == null ? 0 : before);
        while (used > limit) {
            AnswerConsumer longest = longest();
            release(longest);
            longest.giveUp();
        }
    }

    /** The answer takes no memory any more. */
    synchronized void release(AnswerConsumer answer) {
        Long before = held.remove(answer);
        used -= before == null ? 0 : before;
    }

    private AnswerConsumer longest() {
        return held.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }
}
