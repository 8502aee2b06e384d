package dev.standfirst.transfer;

import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.MailingList;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Imports people: checks every row of a file, and, when told to, puts its people on a list. An import is done in
 * pieces, each with its mark in one transaction, so that after a crash the same call goes on where it stopped.
 */
@Component
public class Importer {

    private final Lists lists;
    private final Lookup lookup;
    private final ImportLog log;
    private final Pieces pieces;
    private final NumberBlocks blocks;
    private final Clock clock;

    @SuppressWarnings("checkstyle:ParameterNumber") // what an import touches
    Importer(Lists lists, Lookup lookup, ImportLog log, Pieces pieces, NumberBlocks blocks, Clock clock) {
        this.blocks = blocks;
        this.lists = lists;
        this.lookup = lookup;
        this.log = log;
        this.pieces = pieces;
        this.clock = clock;
    }

    /**
     * An import that is not finished.
     *
     * @param number its number
     * @param name what its file is called
     * @param lineDone the line of the last row that was taken
     */
    public record Unfinished(long number, String name, long lineDone) {}

    /** Checks every row of a file. Changes nothing. */
    public ImportOutcome check(ImportRequest request) throws IOException {
        return check(request, Writer.nullWriter());
    }

    /**
     * Checks every row of a file. Changes nothing.
     *
     * @param progress told the line after each piece; what it throws ends the check
     */
    public ImportOutcome check(ImportRequest request, LongConsumer progress) throws IOException {
        return check(request, Writer.nullWriter(), progress);
    }

    /**
     * Checks every row of a file. Changes nothing.
     *
     * @param skipped gets the rows that would be skipped, as a CSV file; written while the file is read
     * @throws IOException where a file cannot be read or written for reasons that are not its own
     */
    public ImportOutcome check(ImportRequest request, Writer skipped) throws IOException {
        return check(request, skipped, line -> {});
    }

    private ImportOutcome check(ImportRequest request, Writer skipped, LongConsumer progress) throws IOException {
        try {
            PeopleFile file = PeopleFile.open(request.file(), request.encoding());
            long list = lists.find(request.list()).map(MailingList::id).orElse(0L);
            Judge judge = new Judge(file.header().program(), request);
            Tally tally = new Tally();
            SkippedFile out = new SkippedFile(skipped, file.header());
            try (Pass pass = Pass.over(file, reader(file))) {
                for (List<Pass.Item> piece = pass.next(); !piece.isEmpty(); piece = pass.next()) {
                    for (Judged judged : Pieces.judge(piece, judge, lookup, list)) {
                        tally.take(judged.verdict());
                        judged.skipped(file.header()).ifPresent(row -> {
                            tally.skip(row);
                            out.add(judged.row(), row);
                        });
                    }
                    progress.accept(piece.get(piece.size() - 1).row().line());
                }
            }
            out.end();
            return done(request.name(), file, tally);
        } catch (FileProblem e) {
            return new ImportOutcome.Refused(e.what(), e.remedy());
        }
    }

    /**
     * Puts the people of a file on a list. Nothing is changed before the whole file was read once. Where an import of
     * the same file was interrupted, this goes on with it.
     *
     * @param request with consent
     * @param progress told the line after each piece; what it throws ends the import there, and the same call goes on
     * @throws IOException where the file cannot be read for reasons that are not its own
     */
    public ImportOutcome apply(ImportRequest request, LongConsumer progress) throws IOException {
        if (request.consent().isBlank()) {
            return new ImportOutcome.Refused(
                    "it is not said how these people agreed to get mail", "Say where and when they did.");
        }
        try {
            PeopleFile file = PeopleFile.open(request.file(), request.encoding());
            requireRows(file);
            blocks.enlarge();
            MailingList list = lists.require(request.list());
            Optional<ImportLog.Entry> before = log.unfinished(list.id());
            if (before.isPresent() && !before.get().isOf(file.survey())) {
                return otherIsUnfinished(before.get());
            }
            ImportLog.Entry entry = before.orElseGet(() -> log.start(list.id(), request, file.survey()));
            if (!work(file, entry, request, progress)) {
                return new ImportOutcome.Refused(
                        "%s is being imported by somebody else at this moment".formatted(entry.file()),
                        "Wait until that is done.");
            }
            log.finish(entry.id());
            return new ImportOutcome.Done(report(entry, file));
        } catch (FileProblem e) {
            return new ImportOutcome.Refused(e.what(), e.remedy());
        }
    }

    /** The import of a list that was interrupted, if there is one. */
    public Optional<Unfinished> unfinished(String list) {
        return lists.find(list)
                .flatMap(there -> log.unfinished(there.id()))
                .map(entry -> new Unfinished(entry.id(), entry.file(), entry.lineDone()));
    }

    /** Gives an interrupted import up; the people that it brought stay. */
    public void giveUp(Unfinished unfinished) {
        log.giveUp(unfinished.number());
    }

    /** How many rows of an import came to what, so far. */
    public ImportReport.Counts counts(long number) {
        return log.counts(number);
    }

    /**
     * Writes the rows that an import skipped as a CSV file.
     *
     * @param number of the import
     * @param request the import's, with its file
     */
    public void writeSkipped(long number, ImportRequest request, Writer out) throws IOException {
        PeopleFile file = PeopleFile.open(request.file(), request.encoding());
        SkippedFile skipped = new SkippedFile(out, file.header());
        SkippedRows.of(log, number).forEach(file, skipped::add);
        skipped.end();
    }

    private RowReader reader(PeopleFile file) {
        return new RowReader(file.header(), clock.instant());
    }

    /** Reads the file to its end, so that a slip in its last line is told before the first person is added. */
    private static void requireRows(PeopleFile file) throws IOException {
        long count = 0;
        try (Rows rows = file.rows()) {
            for (@Nullable Row row = rows.next(); row != null; row = rows.next()) {
                count++;
            }
        }
        String name = Survey.name(file.file());
        if (count == 0) {
            throw new FileProblem("there are no people in " + name, "Export them again and look into the file first.");
        }
        if (count > Pass.MOST) {
            throw new FileProblem(
                    "%s has %,d rows; an import takes up to %,d".formatted(name, count, Pass.MOST),
                    "Split it and import the parts one after the other.");
        }
    }

    private static ImportOutcome otherIsUnfinished(ImportLog.Entry other) {
        return new ImportOutcome.Refused(
                "the import of %s stopped behind line %,d and is not finished"
                        .formatted(other.file(), other.lineDone()),
                "Import that file again to finish it, or give that import up.");
    }

    /** Whether it came to its end: not, where somebody else goes on with the same import. */
    private boolean work(PeopleFile file, ImportLog.Entry entry, ImportRequest request, LongConsumer progress)
            throws IOException {
        Judge judge = new Judge(file.header().program(), entry.optOuts() ? request : request.withoutOptOuts());
        Pieces.Work work = new Pieces.Work(entry, file.header(), judge);
        long done = entry.lineDone();
        try (Pass pass = Pass.over(file, reader(file))) {
            for (List<Pass.Item> piece = pass.next(); !piece.isEmpty(); piece = pass.next()) {
                long last = piece.get(piece.size() - 1).row().line();
                if (last > done) {
                    if (!pieces.write(work, piece, done)) {
                        return false;
                    }
                    done = last;
                }
                progress.accept(last);
            }
        }
        return true;
    }

    private static ImportOutcome done(String name, PeopleFile file, Tally tally) throws FileProblem {
        if (tally.counts().rows() == 0) {
            throw new FileProblem("there are no people in " + name, "Export them again and look into the file first.");
        }
        return new ImportOutcome.Done(new ImportReport(
                OptionalLong.empty(),
                name,
                Shapes.of(file),
                tally.counts(),
                tally.reasons(),
                tally.first(),
                OptionalLong.empty()));
    }

    private ImportReport report(ImportLog.Entry entry, PeopleFile file) throws IOException {
        Map<SkipReason, Long> reasons = log.reasons(entry.id());
        List<Skipped> first = SkippedRows.of(log, entry.id()).first(file, Tally.SHOWN);
        return new ImportReport(
                OptionalLong.of(entry.id()),
                entry.file(),
                Shapes.of(file),
                log.counts(entry.id()),
                reasons,
                first,
                entry.lineDone() == 0 ? OptionalLong.empty() : OptionalLong.of(entry.lineDone()));
    }
}
