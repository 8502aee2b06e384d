package dev.standfirst.job;

import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Digest.Audience;
import dev.standfirst.subscriber.SubscriberCsv;
import dev.standfirst.subscriber.Subscribers;
import dev.standfirst.subscriber.Subscription;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Sees to it that a digest's list is there: where it does not exist yet, it is made of the digest's seed file, once.
 */
@Component
class AudienceList {

    private final Subscribers subscribers;
    private final SubscriberCsv csv;

    AudienceList(Subscribers subscribers, SubscriberCsv csv) {
        this.subscribers = subscribers;
        this.csv = csv;
    }

    void prepare(Audience audience, Consumer<String> problems) {
        if (subscribers.lists().contains(audience.list())) {
            return;
        }
        subscribers.createList(audience.list());
        audience.seed().ifPresent(seed -> fill(audience.list(), seed, problems));
    }

    /**
     * An edition for nobody would use up its articles and reach no one.
     *
     * @throws ProblemException where nobody is on the digest's list
     */
    void requireSomebody(Digest digest) {
        String list = digest.audience().list();
        if (subscribers.count(list, Subscription.Status.CONFIRMED) == 0) {
            throw new ProblemException(new RunResult.Problem(
                    "nobody is on the list \"%s\"".formatted(list),
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
