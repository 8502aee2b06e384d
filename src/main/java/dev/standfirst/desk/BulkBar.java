package dev.standfirst.desk;

import dev.standfirst.desk.PeopleSearch.Wanted;
import dev.standfirst.subscriber.Subscription.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be done with several people at once, above the table of them. */
final class BulkBar {

    private BulkBar() {}

    /**
     * Its words.
     *
     * @param names of the lists that may be changed
     * @param counts of the whole list
     * @param shown how many people the page shows; empty where there are more behind or before them
     */
    static Map<String, Object> of(
            Call call, List<String> names, Wanted wanted, Map<Status, Long> counts, Optional<Integer> shown) {
        Optional<Long> all = shown.map(Integer::longValue).or(() -> onList(wanted, counts));
        return Map.of(
                "everybody",
                all.map(number -> call.say("bulk.which.all", number)).orElseGet(() -> call.say("bulk.which.everybody")),
                "others",
                names.stream().filter(name -> !name.equals(wanted.list())).toList());
    }

    /** What is kept for the whole list. A search may find half of it, and is counted before anything is done. */
    private static Optional<Long> onList(Wanted wanted, Map<Status, Long> counts) {
        return wanted.text().isEmpty()
                ? Optional.of(wanted.status().map(counts::get).orElseGet(() -> PeoplePage.sum(counts)))
                : Optional.empty();
    }
}
