package dev.standfirst.transfer;

import java.util.Optional;

/**
 * A row and what it comes to.
 *
 * @param row as it stands in the file
 * @param verdict what it comes to
 */
record Judged(Row row, Verdict verdict) {

    /** For the report, where it is skipped. */
    Optional<Skipped> skipped(Header header) {
        if (verdict instanceof Verdict.Skip skip) {
            return Optional.of(new Skipped(row.line(), header.cell(row, Field.EMAIL), skip.reason(), skip.words()));
        }
        return verdict instanceof Verdict.KeepOut out
                ? Optional.of(new Skipped(row.line(), header.cell(row, Field.EMAIL), out.reason(), out.words()))
                : Optional.empty();
    }
}
