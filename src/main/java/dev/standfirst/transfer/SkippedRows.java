package dev.standfirst.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The rows that an import skipped: lines and reasons from the database, the rows themselves from the file. */
final class SkippedRows {

    private static final int PAGE = 1_000;

    private final ImportLog log;
    private final long number;
    private List<Skipped> page = List.of();
    private int at;
    private long after;

    private SkippedRows(ImportLog log, long number) {
        this.log = log;
        this.number = number;
    }

    static SkippedRows of(ImportLog log, long number) {
        return new SkippedRows(log, number);
    }

    void forEach(PeopleFile file, BiConsumer<Row, Skipped> taker) throws IOException {
        walk(file, (row, skipped) -> {
            taker.accept(row, skipped);
            return true;
        });
    }

    List<Skipped> first(PeopleFile file, int most) throws IOException {
        List<Skipped> first = new ArrayList<>();
        walk(file, (row, skipped) -> {
            first.add(skipped);
            return first.size() < most;
        });
        return first;
    }

    /** Goes through file and database side by side, until the taker has enough. */
    private void walk(PeopleFile file, BiPredicate<Row, Skipped> taker) throws IOException {
        Skipped wanted = next();
        try (Rows rows = file.rows()) {
            for (@Nullable Row row = rows.next(); row != null && wanted != null; row = rows.next()) {
                if (row.line() == wanted.line()) {
                    String value = file.header().cell(row, Field.EMAIL);
                    if (!taker.test(row, new Skipped(row.line(), value, wanted.reason(), wanted.words()))) {
                        return;
                    }
                    wanted = next();
                }
            }
        }
    }

    private @Nullable Skipped next() {
        if (at == page.size()) {
            page = log.skipped(number, after, PAGE);
            at = 0;
        }
        if (page.isEmpty()) {
            return null;
        }
        Skipped next = page.get(at++);
        after = next.line();
        return next;
    }
}
