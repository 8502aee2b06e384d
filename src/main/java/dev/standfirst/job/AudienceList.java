package dev.standfirst.job;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Digest.Audience;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.SubscriberCsv;
import dev.standfirst.subscriber.Subscriptions;
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

    private final Lists lists;
    private final Subscriptions subscriptions;
    private final SubscriberCsv csv;

    AudienceList(Lists lists, Subscriptions subscriptions, SubscriberCsv csv) {
        this.lists = lists;
        this.subscriptions = subscriptions;
        this.csv = csv;
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
        try {
            csv.apply(seed, list, "seed file " + seed.getFileName())
                    .skipped()
                    .forEach(row -> problems.accept(
                            "%s line %d: %s, %s".formatted(seed.getFileName(), row.line(), row.value(), row.reason())));
        } catch (IOException e) {
            problems.accept("%s cannot be read: %s".formatted(seed.getFileName(), e.getMessage()));
        }
    }
}
