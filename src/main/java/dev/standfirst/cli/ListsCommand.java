package dev.standfirst.cli;

import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.MailingList;
import dev.standfirst.subscriber.Subscription.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code standfirst lists}: the lists, and how many people are on each. */
@Command(
        name = "lists",
        description = "List the lists with their people; add, edit or remove one.",
        sortOptions = false)
final class ListsCommand implements Callable<Integer> {

    private static final int TITLE = 200;
    private static final int DESCRIPTION = 1000;

    private final Console console;
    private final Application application;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    ListsCommand(Console console, Application application) {
        this.console = console;
        this.application = application;
    }

    @Override
    public Integer call() {
        Lists lists = application.get(Lists.class);
        List<MailingList> all = lists.all();
        if (all.isEmpty() && !json) {
            console.out().println("There is no list yet. The first one: standfirst lists add morning-brief");
        }
        for (MailingList list : all) {
            Map<Status, Long> counts = lists.counts(list.name());
            if (json) {
                console.json(facts(list, counts));
            } else {
                print(list, counts);
            }
        }
        return ExitCode.DONE.code();
    }

    @Command(name = "add", description = "Make a list.", sortOptions = false)
    int add(
            @Parameters(paramLabel = "NAME", description = "Small letters, digits and dashes.") String name,
            @Option(names = "--title", defaultValue = "", description = "What people read.") String title,
            @Option(names = "--description", defaultValue = "", description = "A sentence for those who may join.")
                    String description,
            @Option(names = "--joinable", description = "Strangers may ask to join through pages.") boolean joinable) {
        Lists lists = application.get(Lists.class);
        PeopleWords.requireName(name);
        requireShort(title, description);
        if (lists.find(name).isPresent()) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "there is a list called \"%s\" already".formatted(name),
                    "Nothing was changed. Change it: standfirst lists edit " + name);
        }
        save(lists, lists.require(name), title, description, joinable);
        console.out().println("The list %s is there now.".formatted(name));
        printPage(lists.require(name));
        return ExitCode.DONE.code();
    }

    @Command(name = "edit", description = "Change what a list says of itself.", sortOptions = false)
    int edit(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--title", description = "What people read.") @Nullable String title,
            @Option(names = "--description", description = "A sentence for those who may join.") @Nullable
                    String description,
            @Option(names = "--joinable", negatable = true, description = "Strangers may ask to join through pages.")
                    @Nullable
                    Boolean joinable) {
        Lists lists = application.get(Lists.class);
        MailingList list = PeopleWords.list(lists, name);
        String newTitle = title == null ? list.title() : title;
        String newDescription = description == null ? list.description() : description;
        requireShort(newTitle, newDescription);
        save(lists, list, newTitle, newDescription, joinable == null ? list.joinable() : joinable);
        console.out().println("The list %s is changed.".formatted(name));
        printPage(lists.require(name));
        return ExitCode.DONE.code();
    }

    @Command(name = "remove", description = "Remove a list that nobody was ever on.")
    int remove(@Parameters(paramLabel = "NAME") String name) {
        Lists lists = application.get(Lists.class);
        MailingList list = PeopleWords.list(lists, name);
        if (!lists.remove(list.name())) {
            long people = lists.counts(name).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            throw new CommandException(
                    ExitCode.FAILED,
                    people > 0
                            ? "%s has %s, those who left counted".formatted(name, RunView.people(people))
                            : "%s stands in the history of people".formatted(name),
                    "Nothing was changed: what people agreed to and when they left is kept.");
        }
        console.out().println("The list %s is gone.".formatted(name));
        return ExitCode.DONE.code();
    }

    private static void requireShort(String title, String description) {
        if (title.length() > TITLE || description.length() > DESCRIPTION) {
            throw new CommandException(
                    ExitCode.WRONG_USE,
                    "the title has room for %,d characters, the description for %,d".formatted(TITLE, DESCRIPTION),
                    "Nothing was changed.");
        }
    }

    private static void save(Lists lists, MailingList list, String title, String description, boolean joinable) {
        MailingList wanted = new MailingList(
                list.id(),
                list.name(),
                Printable.line(title).strip(),
                Printable.line(description).strip(),
                joinable,
                list.createdAt(),
                list.version());
        if (!lists.update(wanted)) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "%s was changed by somebody else in this moment".formatted(list.name()),
                    "Look at it and try again: standfirst lists");
        }
    }

    private void printPage(MailingList list) {
        if (list.joinable()) {
            console.out().println("While standfirst serve runs, people join at " + page(list));
        }
    }

    /** The address under which strangers find the form. */
    private String page(MailingList list) {
        return application
                        .get(Environment.class)
                        .getRequiredProperty("standfirst.public-url")
                        .replaceFirst("/$", "")
                + "/s/" + list.name();
    }

    private void print(MailingList list, Map<Status, Long> counts) {
        console.out()
                .println("%-24s %s  %s"
                        .formatted(
                                list.name(),
                                PeopleWords.cell(list.title().equals(list.name()) ? "" : list.title(), 28),
                                RunView.people(counts.getOrDefault(Status.CONFIRMED, 0L)))
                        .stripTrailing());
        console.out()
                .println("  %,d not confirmed yet, %,d left; %s"
                        .formatted(
                                counts.getOrDefault(Status.UNCONFIRMED, 0L),
                                counts.getOrDefault(Status.UNSUBSCRIBED, 0L),
                                list.joinable()
                                        ? "strangers may ask to join: " + page(list)
                                        : "nobody joins through pages"));
        if (!list.description().isEmpty()) {
            console.out().println("  " + Printable.line(list.description()));
        }
    }

    private static Map<String, Object> facts(MailingList list, Map<Status, Long> counts) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", list.name());
        facts.put("title", list.title());
        facts.put("description", list.description());
        facts.put("joinable", list.joinable());
        for (Status status : Status.values()) {
            facts.put(status.name().toLowerCase(java.util.Locale.ROOT), counts.getOrDefault(status, 0L));
        }
        facts.put("since", list.createdAt().toString());
        return facts;
    }
}
