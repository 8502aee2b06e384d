package dev.standfirst.cli;

import dev.standfirst.subscriber.Filter;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Subscriptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code standfirst subscribers list}: people and their places on lists. */
@Command(
        name = "list",
        description = {
            "List the people of a list, or those whom a filter finds on any.",
            "",
            "A filter is made of words, looked for in addresses and names, and of conditions:"
                    + " status:confirmed, list:NAME, domain:example.org, name:\"ada l\", since>2026-01-31,"
                    + " cadence:weekly, topic:City, suppressed:yes; any other field is an attribute."
                    + " There are and, or, not and parentheses.",
            ""
        },
        sortOptions = false)
final class SubscribersListCommand implements Callable<Integer> {

    private static final int PAGE = 500;

    private final Console console;
    private final Application application;

    @ParentCommand
    private @Nullable SubscribersCommand parent;

    @Option(names = "--filter", paramLabel = "FILTER", description = "Only those whom it finds.")
    private @Nullable String filter;

    @Option(names = "--all", description = "Those who left or have not confirmed, too.")
    private boolean all;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    SubscribersListCommand(Console console, Application application) {
        this.console = console;
        this.application = application;
    }

    @Override
    public Integer call() {
        Filter wanted = wanted();
        Subscriptions subscriptions = application.get(Subscriptions.class);
        long after = 0;
        for (List<Subscription> page = subscriptions.page(wanted, 0, PAGE);
                !page.isEmpty();
                page = subscriptions.page(wanted, after, PAGE)) {
            page.forEach(this::print);
            after = page.get(page.size() - 1).id();
        }
        if (after == 0 && !json) {
            console.err().println("Nobody.");
        }
        return ExitCode.DONE.code();
    }

    private Filter wanted() {
        Filter typed = filter == null ? Filter.ALL : PeopleWords.filter(filter);
        Filter onList = parent != null && (filter == null || parent.namesList())
                ? typed.and(PeopleWords.filter("list:" + parent.list()))
                : typed;
        return filter == null && !all ? onList.and(PeopleWords.filter("status:confirmed")) : onList;
    }

    private void print(Subscription place) {
        if (json) {
            console.json(facts(place));
            return;
        }
        String state = place.status() == Status.CONFIRMED ? "" : PeopleWords.words(place.status());
        String list = filter == null ? "" : place.list();
        console.out()
                .println("%s %s %s %s"
                        .formatted(
                                PeopleWords.cell(place.address().value(), 34),
                                PeopleWords.cell(place.name(), 22),
                                list,
                                state)
                        .stripTrailing());
    }

    private static Map<String, Object> facts(Subscription place) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("address", place.address().value());
        facts.put("name", place.name());
        facts.put("list", place.list());
        facts.put("state", place.status().name());
        facts.put("since", place.since().toString());
        return facts;
    }
}
