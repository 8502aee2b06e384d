package dev.standfirst.cli;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Addition;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscriptions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code standfirst subscribers}: people on lists. */
@Command(
        name = "subscribers",
        description = "Add, list, remove, import and export people.",
        sortOptions = false,
        subcommands = {SubscribersImportCommand.class, SubscribersExportCommand.class})
final class SubscribersCommand implements Callable<Integer> {

    private static final int PAGE = 500;

    private final Console console;
    private final Application application;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--list",
            paramLabel = "LIST",
            scope = ScopeType.INHERIT,
            description = "Which list; may be left out where there is only one.")
    private @Nullable String list;

    SubscribersCommand(Console console, Application application) {
        this.console = console;
        this.application = application;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut(), CommandLine.Help.Ansi.OFF);
        return ExitCode.DONE.code();
    }

    @Command(name = "add", description = "Put a person on a list.")
    int add(
            @Parameters(paramLabel = "ADDRESS") String text,
            @Option(names = "--name", defaultValue = "", description = "The person's name.") String name,
            @Option(names = "--came-back", description = "The person left before and asks for the mails again.")
                    boolean cameBack) {
        EmailAddress address = address(text);
        Subscriptions subscriptions = application.get(Subscriptions.class);
        if (cameBack && bringBack(address)) {
            console.out().println(address + " is on " + list() + " again.");
            return ExitCode.DONE.code();
        }
        Addition outcome = subscriptions.add(list(), address, name, byHand("added by hand"));
        if (outcome instanceof Addition.Left left) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "%s left %s on %s".formatted(address, list(), Dates.show(left.when())),
                    "Nothing was changed. If the person asks for the mails again: add --came-back");
        }
        if (outcome instanceof Addition.Suppressed suppressed) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "%s is never mailed: %s".formatted(address, suppressed.by().words()),
                    "Nothing was changed.");
        }
        console.out()
                .println(
                        outcome instanceof Addition.Added
                                ? "%s is on %s now.".formatted(address, list())
                                : "%s was on %s before.".formatted(address, list()));
        return ExitCode.DONE.code();
    }

    @Command(
            name = "remove",
            description = "End a person's subscription; it is remembered, so no import brings it back.")
    int remove(@Parameters(paramLabel = "ADDRESS") String text) {
        EmailAddress address = address(text);
        Subscriptions subscriptions = application.get(Subscriptions.class);
        if (subscriptions
                .find(list(), address)
                .filter(place -> subscriptions.leave(place.id(), byHand("removed by hand")))
                .isEmpty()) {
            throw new CommandException(
                    ExitCode.FAILED, "%s is not on %s".formatted(address, list()), "Nothing was changed.");
        }
        console.out().println(address + " gets no more mail from " + list() + ".");
        return ExitCode.DONE.code();
    }

    @Command(name = "list", description = "List the people of a list.")
    int list(@Option(names = "--all", description = "Those who left, too.") boolean all) {
        Subscriptions subscribers = application.get(Subscriptions.class);
        long after = 0;
        for (List<Subscription> page = subscribers.page(list(), 0, PAGE);
                !page.isEmpty();
                page = subscribers.page(list(), after, PAGE)) {
            page.stream()
                    .filter(one -> all || one.status() == Subscription.Status.CONFIRMED)
                    .forEach(this::print);
            after = page.get(page.size() - 1).id();
        }
        return ExitCode.DONE.code();
    }

    private boolean bringBack(EmailAddress address) {
        Subscriptions subscriptions = application.get(Subscriptions.class);
        return subscriptions
                .find(list(), address)
                .filter(place -> subscriptions.bringBack(place.id(), byHand("asked for it again, added by hand")))
                .isPresent();
    }

    private static Reason byHand(String cause) {
        return Reason.by(System.getProperty("user.name", ""), cause);
    }

    private void print(Subscription one) {
        String state = one.status() == Subscription.Status.CONFIRMED
                ? ""
                : "  " + one.status().name().toLowerCase(Locale.ROOT);
        console.out()
                .println(
                        "%-36s %s%s".formatted(one.address(), one.name(), state).stripTrailing());
    }

    String list() {
        if (list != null) {
            return list;
        }
        List<String> lists = application.get(Lists.class).names();
        if (lists.size() == 1) {
            return lists.get(0);
        }
        throw new CommandException(
                ExitCode.WRONG_USE,
                lists.isEmpty() ? "there is no list yet" : "there are %d lists; say which one".formatted(lists.size()),
                lists.isEmpty()
                        ? "Name a new one: --list morning-brief"
                        : "One of: --list " + String.join(", --list ", lists));
    }

    static EmailAddress address(String text) {
        EmailAddress.Parsed parsed = EmailAddress.parse(text);
        if (parsed instanceof EmailAddress.Parsed.Valid valid) {
            return valid.address();
        }
        throw new CommandException(
                ExitCode.WRONG_USE,
                "\"%s\" is not an address: %s".formatted(text, ((EmailAddress.Parsed.Invalid) parsed).reason()),
                "Nothing was changed.");
    }
}
