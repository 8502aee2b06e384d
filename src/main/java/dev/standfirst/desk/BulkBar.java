package dev.standfirst.desk;

import dev.standfirst.desk.PeopleSearch.Wanted;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.Subscription.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What can be done with several people at once, above the table of them. */
@Component
class BulkBar {

    private final Lists lists;

    BulkBar(Lists lists) {
        this.lists = lists;
    }

    /**
     * Its words.
     *
     * @param names of the lists that may be changed
     * @param shown how many people the page shows; empty where there are more behind or before them
     */
    Map<String, Object> of(Call call, List<String> names, Wanted wanted, Optional<Integer> shown) {
        Optional<Long> all = shown.map(Integer::longValue).or(() -> onList(wanted));
        return Map.of(
                "everybody",
                all.map(number -> call.say("bulk.which.all", number)).orElseGet(() -> call.say("bulk.which.everybody")),
                "others",
                names.stream().filter(name -> !name.equals(wanted.list())).toList());
    }

    /** What is kept for the whole list. A search may find half of it, and is counted before anything is done. */
    private Optional<Long> onList(Wanted wanted) {
        if (!wanted.text().isEmpty()) {
            return Optional.empty();
        }
        Map<Status, Long> counts = lists.counts(wanted.list());
        return Optional.of(wanted.status()
                .map(status -> counts.getOrDefault(status, 0L))
                .orElseGet(() ->
                        counts.values().stream().mapToLong(Long::longValue).sum()));
    }
}
