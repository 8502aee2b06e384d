package dev.standfirst.job;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Digest.Audience;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.transfer.ImportOutcome;
import dev.standfirst.transfer.ImportReport;
import dev.standfirst.transfer.ImportRequest;
import dev.standfirst.transfer.Importer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Sees to it that a digest's lists are there: where the first does not exist yet, it is made of the digest's seed file,
 * once.
 */
@Component
class AudienceList {

    private static final int SHOWN = 10;

    private final Lists lists;
    private final Subscriptions subscriptions;
    private final Importer importer;

    AudienceList(Lists lists, Subscriptions subscriptions, Importer importer) {
        this.lists = lists;
        this.subscriptions = subscriptions;
        this.importer = importer;
    }

    void prepare(Audience audience, Consumer<String> problems) {
        String first = audience.lists().get(0);
        boolean fresh = lists.find(first).isEmpty();
        audience.lists().forEach(lists::require);
        if (fresh) {
            audience.seed().ifPresent(seed -> fill(first, seed, problems));
        }
    }

    /**
     * An edition for nobody would use up its articles and reach no one.
     *
     * @throws ProblemException where nobody is on the digest's list
     */
    void requireSomebody(Digest digest) {
        List<String> names = digest.audience().lists();
        if (subscriptions.reach(names) == 0) {
            String list = names.get(0);
            throw new ProblemException(new RunResult.Problem(
                    "nobody is on the list \"%s\"".formatted(String.join("\", \"", names)),
                    "Nothing was sent; what was read is kept for the edition.",
                    "Add people, then start it again: standfirst subscribers --list %s add ADDRESS".formatted(list)));
        }
    }

    private void fill(String list, Path seed, Consumer<String> problems) {
        String cause = "seed file " + seed.getFileName();
        try {
            ImportOutcome outcome = importer.apply(
                    ImportRequest.of(seed, list).by("the digest's file").agreed(cause), line -> {});
            if (outcome instanceof ImportOutcome.Done done) {
                tell(seed, done.report(), problems);
            } else {
                ImportOutcome.Refused refused = (ImportOutcome.Refused) outcome;
                problems.accept("%s. %s".formatted(refused.what(), refused.remedy()));
            }
        } catch (IOException e) {
            problems.accept("%s cannot be read: %s".formatted(seed.getFileName(), e.getMessage()));
        }
    }

    private static void tell(Path seed, ImportReport report, Consumer<String> problems) {
        report.first(SHOWN)
                .forEach(row -> problems.accept(
                        "%s line %d: %s, %s".formatted(seed.getFileName(), row.line(), row.value(), row.words())));
        long more = report.counts().skipped() - report.first(SHOWN).size();
        if (more > 0) {
            problems.accept("%s: %,d more rows are skipped".formatted(seed.getFileName(), more));
        }
    }
}
