package dev.standfirst.transfer;

import dev.standfirst.transfer.ImportReport.Counts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what rows come to, and keeps the first that are skipped. */
final class Tally {

    /** How many skipped rows a report has; a few more where that shows a reason that the others do not have. */
    static final int SHOWN = 100;

    private final Map<SkipReason, Long> reasons = new EnumMap<>(SkipReason.class);
    private final List<Skipped> first = new ArrayList<>();
    private long rows;
    private long added;
    private long changed;
    private long known;
    private long skipped;
    private long keptOut;

    void take(Verdict verdict) {
        rows++;
        if (verdict instanceof Verdict.Add) {
            added++;
        } else if (verdict instanceof Verdict.Change) {
            changed++;
        } else if (verdict instanceof Verdict.Same) {
            known++;
        } else {
            skipped++;
            keptOut += verdict instanceof Verdict.KeepOut ? 1 : 0;
        }
    }

    void skip(Skipped row) {
        long before = reasons.merge(row.reason(), 1L, Long::sum) - 1;
        if (first.size() < SHOWN || before == 0) {
            first.add(row);
        }
    }

    Counts counts() {
        return new Counts(rows, added, changed, known, skipped, keptOut);
    }

    Map<SkipReason, Long> reasons() {
        return reasons;
    }

    List<Skipped> first() {
        return first;
    }
}
