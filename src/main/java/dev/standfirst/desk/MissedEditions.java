package dev.standfirst.desk;

import dev.standfirst.delivery.Recipients;
import dev.standfirst.edition.EditionHead;
import dev.standfirst.edition.Editions;
import dev.standfirst.subscriber.Subscriber;
import dev.standfirst.subscriber.Subscription;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The latest editions that went to a list of somebody's, but not to this person. */
@Component
class MissedEditions {

    private static final int OF_EACH_DIGEST = 3;

    private final OwnLists own;
    private final Editions editions;
    private final Recipients recipients;

    MissedEditions(OwnLists own, Editions editions, Recipients recipients) {
        this.own = own;
        this.editions = editions;
        this.recipients = recipients;
    }

    /** Each with where it is told why; of digests that may be seen. */
    List<Map<String, Object>> of(Call call, Subscriber person, List<Subscription> places) {
        return places.stream()
                .flatMap(place -> own.mailedTo(place.list()).stream())
                .map(digest -> digest.name())
                .distinct()
                .filter(call::edits)
                .flatMap(digest -> editions.page(digest, Long.MAX_VALUE, OF_EACH_DIGEST).stream())
                .filter(edition -> recipients.find(edition.id(), person.id()).isEmpty())
                .map(edition -> missed(call, edition, person))
                .toList();
    }

    private static Map<String, Object> missed(Call call, EditionHead edition, Subscriber person) {
        return Map.of(
                "edition", call.say("person.mail.of", edition.digest(), Times.date(call.words(), edition.date())),
                "subject", edition.subject(),
                "path", WhyPage.path(edition.digest(), edition.date(), person));
    }
}
