package dev.standfirst.cli;

import dev.standfirst.bounce.BounceMailbox;
import dev.standfirst.bounce.Bounces;
import dev.standfirst.bounce.Outcome;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Reason;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code standfirst bounces}: mail that came back. */
@Command(
        name = "bounces",
        description = "List mail that came back, read the bounce mailbox now, or begin anew with an address.",
        sortOptions = false)
final class BouncesCommand implements Callable<Integer> {

    private final Console console;
    private final Application application;

    @Parameters(arity = "0..1", paramLabel = "ADDRESS", description = "About this address alone.")
    private @Nullable String about;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many to list; ${DEFAULT-VALUE} where left out.")
    private int limit;

    BouncesCommand(Console console, Application application) {
        this.console = console;
        this.application = application;
    }

    @Override
    public Integer call() {
        Bounces bounces = application.get(Bounces.class);
        if (about == null) {
            print(bounces.latest(limit), "Nothing came back yet.");
            return ExitCode.DONE.code();
        }
        EmailAddress address = PeopleWords.address(about);
        List<Bounces.Line> lines = bounces.of(address);
        print(lines.subList(0, Math.min(limit, lines.size())), "Nothing came back from " + address + ".");
        if (!lines.isEmpty()) {
            console.out()
                    .println("%s is at %d of %d editions that came back for a while."
                            .formatted(address, bounces.score(address), bounces.limit()));
        }
        return ExitCode.DONE.code();
    }

    @Command(name = "read", description = "Read the bounce mailbox now.")
    int read() {
        BounceMailbox mailbox = application.get(BounceMailbox.class);
        if (!mailbox.isSet()) {
            throw new CommandException(
                    ExitCode.WRONG_USE,
                    "there is no bounce mailbox in the settings",
                    "Nothing was read. Name one: STANDFIRST_BOUNCES_PROTOCOL=imap, STANDFIRST_BOUNCES_HOST and so on; see the README.");
        }
        BounceMailbox.Pass pass = mailbox.read();
        pass.outcomes().forEach(this::print);
        console.out()
                .println("%,d %s read from %s."
                        .formatted(pass.mails(), pass.mails() == 1 ? "mail was" : "mails were", mailbox.place()));
        pass.trouble().ifPresent(trouble -> {
            throw new CommandException(ExitCode.FAILED, trouble);
        });
        return ExitCode.DONE.code();
    }

    @Command(
            name = "reset",
            description =
                    "Begin anew with an address: what came back before counts no more, and mail goes there again.")
    int reset(@Parameters(paramLabel = "ADDRESS") String text) {
        EmailAddress address = PeopleWords.address(text);
        Reason reason = Reason.by(System.getProperty("user.name"), "begun anew by hand after mail came back");
        if (!application.get(Bounces.class).reset(address, reason)) {
            throw new CommandException(
                    ExitCode.FAILED, "%s is nobody that is known here".formatted(address), "Nothing was changed.");
        }
        console.out().println("What came back from " + address + " before counts no more.");
        return ExitCode.DONE.code();
    }

    private void print(Outcome outcome) {
        console.out()
                .println("  %-10s %s"
                        .formatted(
                                word(outcome.kind()),
                                Printable.line((outcome.address() + "  " + outcome.words()).strip())));
    }

    private void print(List<Bounces.Line> lines, String none) {
        if (lines.isEmpty()) {
            console.out().println(none);
        }
        for (Bounces.Line line : lines) {
            console.out()
                    .println("%s  %-10s %s"
                            .formatted(
                                    Dates.show(line.at()),
                                    word(line.kind()),
                                    Printable.line("%s  %s %s"
                                            .formatted(line.address(), line.code(), line.diagnostic())
                                            .strip())));
        }
    }

    private static String word(Outcome.Kind kind) {
        return switch (kind) {
            case HARD -> "given up";
            case SOFT -> "for a while";
            case OURS -> "our fault";
            case UNRECOGNISED -> "unknown";
            default -> kind.name().toLowerCase(Locale.ROOT);
        };
    }
}
