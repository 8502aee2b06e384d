package dev.standfirst.cli;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Subscriber;
import dev.standfirst.subscriber.Subscribers;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscriptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@code standfirst subscribers edit}: changes name, attributes and choices of a person. */
@Command(
        name = "edit",
        description = "Change a person's name and attributes, and when and what the person gets of a list.",
        sortOptions = false)
final class SubscribersEditCommand implements Callable<Integer> {

    private static final int ATTRIBUTES_LENGTH = 10_000;

    private final Console console;
    private final Application application;

    @ParentCommand
    private @Nullable SubscribersCommand parent;

    @Parameters(paramLabel = "ADDRESS")
    private String text = "";

    @Option(names = "--name", paramLabel = "NAME", description = "The person's name; \"\" for none.")
    private @Nullable String name;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "An attribute; may be repeated.")
    private Map<String, String> set = new TreeMap<>();

    @Option(names = "--unset", paramLabel = "KEY", description = "Forget an attribute; may be repeated.")
    private List<String> unset = new ArrayList<>();

    @Mixin
    private PreferenceOptions choices = new PreferenceOptions();

    @Option(names = "--because", paramLabel = "TEXT", description = "Why; kept in the person's history.")
    private @Nullable String because;

    SubscribersEditCommand(Console console, Application application) {
        this.console = console;
        this.application = application;
    }

    @Override
    public Integer call() {
        EmailAddress address = PeopleWords.address(text);
        Subscriber person = application
                .get(Subscribers.class)
                .find(address)
                .orElseThrow(() -> SubscribersDataCommand.unknown(address));
        @Nullable Subscription place = choices.named() ? place(address) : null;
        @Nullable Preferences chosen = place == null ? null : choices.over(place.preferences());
        boolean changed = editPerson(person);
        if (place != null && chosen != null && !chosen.equals(place.preferences())) {
            application
                    .get(Subscriptions.class)
                    .choose(place.id(), chosen, PeopleWords.reason(because, "chosen by hand"));
            changed = true;
        }
        console.out().println(changed ? address + " is changed." : "Nothing was changed: it is like that already.");
        return ExitCode.DONE.code();
    }

    private Subscription place(EmailAddress address) {
        String list = parent == null ? "" : parent.list();
        return application
                .get(Subscriptions.class)
                .find(list, address)
                .orElseThrow(() -> new CommandException(
                        ExitCode.FAILED, "%s is not on %s".formatted(address, list), "Nothing was changed."));
    }

    private boolean editPerson(Subscriber person) {
        String attributes = attributes(person);
        String wanted = name == null ? person.name() : Subscribers.tidy(name);
        if (wanted.equals(person.name()) && attributes.equals(person.attributes())) {
            return false;
        }
        Subscriber edited = new Subscriber(
                person.id(),
                person.address(),
                wanted,
                attributes,
                person.createdAt(),
                person.changedAt(),
                person.version());
        if (!application.get(Subscribers.class).update(edited, PeopleWords.reason(because, "edited by hand"))) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "%s was changed by somebody else in this moment".formatted(person.address()),
                    "Nothing was changed by this command. Look at it and try again: standfirst subscribers show "
                            + person.address());
        }
        return true;
    }

    private String attributes(Subscriber person) {
        if (set.isEmpty() && unset.isEmpty()) {
            return person.attributes();
        }
        Map<String, Object> attributes = new TreeMap<>(
                JsonMapper.shared().readValue(person.attributes(), new TypeReference<Map<String, Object>>() {}));
        unset.forEach(attributes::remove);
        attributes.putAll(set);
        String json = JsonMapper.shared().writeValueAsString(attributes);
        if (json.length() > ATTRIBUTES_LENGTH) {
            throw new CommandException(
                    ExitCode.WRONG_USE,
                    "the attributes get longer than %,d characters".formatted(ATTRIBUTES_LENGTH),
                    "Nothing was changed.");
        }
        return json;
    }
}
