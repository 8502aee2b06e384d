package dev.standfirst.cli;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Filter;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.MailingList;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.text.DidYouMean;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the commands about people have in common: addresses, lists, filters and reasons as they are typed. */
final class PeopleWords {

    private PeopleWords() {}

    static EmailAddress address(String text) {
        return TypedAddress.read(text, "Nothing was changed.");
    }

    static Filter filter(String text) {
        Filter.Parsed parsed = Filter.parse(text);
        if (parsed instanceof Filter.Parsed.Valid valid) {
            return valid.filter();
        }
        throw new CommandException(
                ExitCode.WRONG_USE,
                "the filter cannot be read: " + ((Filter.Parsed.Invalid) parsed).reason(),
                "For example: --filter 'status:confirmed domain:example.org since>2026-01-31'");
    }

    /** A list that is there. */
    static MailingList list(Lists lists, String name) {
        return lists.find(name)
                .orElseThrow(() -> new CommandException(
                        ExitCode.WRONG_USE,
                        "there is no list called \"%s\"".formatted(name),
                        DidYouMean.among(lists.names(), name)
                                        .map("Did you mean \"%s\"? "::formatted)
                                        .orElse("")
                                + "All of them: standfirst lists"));
    }

    /** The name of the list that is meant: the one that was typed, which need not be there, or the only one. */
    static String listName(@Nullable String typed, Lists lists) {
        if (typed != null) {
            return requireName(typed);
        }
        List<String> names = lists.names();
        if (names.size() == 1) {
            return names.get(0);
        }
        throw new CommandException(
                ExitCode.WRONG_USE,
                names.isEmpty() ? "there is no list yet" : "there are %d lists; say which one".formatted(names.size()),
                names.isEmpty()
                        ? "Name a new one: --list morning-brief"
                        : "One of: --list " + String.join(", --list ", names));
    }

    static String requireName(String typed) {
        if (Lists.isName(typed)) {
            return typed;
        }
        throw new CommandException(
                ExitCode.WRONG_USE,
                "\"%s\" is no name of a list: use small letters, digits and dashes".formatted(typed),
                "Nothing was changed. What people read is its title: standfirst lists add NAME --title \"%s\""
                        .formatted(typed));
    }

    /** Why somebody at the command line changes something. */
    static Reason reason(@Nullable String because, String otherwise) {
        return Reason.by(
                System.getProperty("user.name", ""),
                because == null || because.isBlank() ? otherwise : because.strip());
    }

    /** A state or a kind, as people read it. */
    static String words(Enum<?> value) {
        return switch (value.name()) {
            case "UNSUBSCRIBED" -> "left";
            case "NAME" -> "name or attributes changed";
            default -> value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /** A cell of a table: foreign text on one line, filled up or cut to a width. */
    static String cell(String foreign, int width) {
        String line = Printable.line(foreign);
        int length = line.codePointCount(0, line.length());
        return length <= width
                ? line + " ".repeat(width - length)
                : line.substring(0, line.offsetByCodePoints(0, width - 1)) + "…";
    }
}
