package dev.standfirst.cli;

import dev.standfirst.delivery.SentMails;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.History;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriber;
import dev.standfirst.subscriber.Subscribers;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.subscriber.Suppressions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@code standfirst subscribers show}: all about a person, for people; {@code data} is for machines. */
@Command(
        name = "show",
        description = "Show a person: places, choices, every mail with the server's answer, how they agreed.",
        sortOptions = false)
final class SubscribersShowCommand implements Callable<Integer> {

    private final Console console;
    private final Application application;

    @Parameters(paramLabel = "ADDRESS")
    private String text = "";

    @Option(
            names = "--mails",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many mails to list; ${DEFAULT-VALUE} where left out.")
    private int mails;

    SubscribersShowCommand(Console console, Application application) {
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
        line(console.outStyle().strong(Printable.line(person.address().value())));
        String name = person.name().isEmpty() ? "No name" : Printable.line(person.name());
        line("%s, known since %s".formatted(name, Dates.show(person.createdAt())));
        attributes(person).forEach((key, value) -> line("  %s: %s".formatted(Printable.line(key), show(value))));
        section("Never mailed", stops(address));
        section("Places on lists", places(person));
        section("Mails, the latest first", sent(person));
        section("History", history(person));
        line("");
        line("All of it as JSON:  standfirst subscribers data " + person.address());
        line("Erase it:           standfirst subscribers erase " + person.address());
        return ExitCode.DONE.code();
    }

    private void section(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            line("");
            line(console.outStyle().strong(heading));
            lines.forEach(this::line);
        }
    }

    private void line(String line) {
        console.out().println(line);
    }

    private static Map<String, Object> attributes(Subscriber person) {
        return JsonMapper.shared().readValue(person.attributes(), new TypeReference<>() {});
    }

    private static String show(Object value) {
        return Printable.line(
                value instanceof String text ? text : JsonMapper.shared().writeValueAsString(value));
    }

    private List<String> stops(EmailAddress address) {
        String mark = console.outStyle().warn("!");
        return application.get(Suppressions.class).covering(address).stream()
                .map(one -> "  %s %s: %s, since %s"
                        .formatted(
                                mark,
                                Printable.line(one.entry()),
                                Printable.line(one.words()),
                                Dates.show(one.since())))
                .toList();
    }

    private List<String> places(Subscriber person) {
        List<String> lines = new ArrayList<>();
        for (Subscription place : application.get(Subscriptions.class).of(person.id())) {
            lines.add("  %-24s %s since %s"
                    .formatted(place.list(), PeopleWords.words(place.status()), Dates.show(place.changedAt())));
            ChoiceWords.of(place.preferences()).forEach(choice -> lines.add("  %-24s %s".formatted("", choice)));
        }
        return lines.isEmpty() ? List.of("  none") : lines;
    }

    private List<String> sent(Subscriber person) {
        return application.get(SentMails.class).latest(person.id(), mails).stream()
                .map(mail -> "  %s  %-28s %-8s %s"
                        .formatted(
                                Dates.show(mail.at()),
                                edition(mail.digest(), mail.date()),
                                WhoWords.of(mail.state()),
                                Printable.line(mail.reply()))
                        .stripTrailing())
                .toList();
    }

    private static String edition(String digest, LocalDate date) {
        return digest + " " + date;
    }

    private List<String> history(Subscriber person) {
        List<String> lines = new ArrayList<>();
        for (History.Line line : application.get(History.class).of(person.id())) {
            Reason reason = line.reason();
            String list = line.list().map(name -> " (" + name + ")").orElse("");
            lines.add("  %s  %s%s: %s"
                    .formatted(
                            Dates.show(line.at()),
                            PeopleWords.words(line.event()),
                            list,
                            Printable.line(reason.cause())));
            evidence(reason).forEach(part -> lines.add(" ".repeat(25) + Printable.line(part)));
        }
        return lines;
    }

    private static List<String> evidence(Reason reason) {
        List<String> parts = new ArrayList<>();
        if (!reason.actor().isEmpty()) {
            parts.add("by " + reason.actor() + (reason.origin().isEmpty() ? "" : ", from " + reason.origin()));
        } else if (!reason.origin().isEmpty()) {
            parts.add("from " + reason.origin());
        }
        if (!reason.words().isEmpty()) {
            parts.add("read: \"" + reason.words() + "\"");
        }
        return parts;
    }
}
