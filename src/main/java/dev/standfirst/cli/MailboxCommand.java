package dev.standfirst.cli;

import dev.standfirst.mail.Mailbox;
import dev.standfirst.mail.ReceivedMail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code standfirst mailbox}: the mails that were sent without a mail server. */
@Command(name = "mailbox", description = "List the mails of the built-in mailbox, or read one.", sortOptions = false)
final class MailboxCommand implements Callable<Integer> {

    private final Console console;
    private final Home home;
    private final Application application;

    @Parameters(arity = "0..1", paramLabel = "N", description = "Which mail to read; 1 is the latest.")
    private @Nullable Integer number;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many to list; ${DEFAULT-VALUE} where left out.")
    private int limit;

    MailboxCommand(Console console, Home home, Application application) {
        this.console = console;
        this.home = home;
        this.application = application;
    }

    @Override
    public Integer call() {
        Mailbox mailbox = application.get(Mailbox.class);
        if (number != null) {
            read(mailbox, number);
        } else {
            list(mailbox);
        }
        return ExitCode.DONE.code();
    }

    private void list(Mailbox mailbox) {
        List<String> names = mailbox.latest(limit);
        if (names.isEmpty()) {
            console.out().println("The mailbox is empty. Send something: standfirst run");
            return;
        }
        console.out()
                .println("%,d mails in %s/, the latest first".formatted(mailbox.size(), home.show(mailbox.folder())));
        int n = 0;
        for (String name : names) {
            ReceivedMail mail = open(mailbox, name);
            console.out()
                    .println("%4d  %-28s %s".formatted(++n, Printable.line(mail.to()), Printable.line(mail.subject())));
        }
        console.out().println();
        console.out().println("Read one:  standfirst mailbox 1      In a browser:  standfirst serve");
    }

    private void read(Mailbox mailbox, int wanted) {
        List<String> names = mailbox.latest(wanted);
        if (wanted < 1 || names.size() < wanted) {
            throw new CommandException(
                    ExitCode.WRONG_USE, "there is no mail " + wanted, "All of them: standfirst mailbox");
        }
        ReceivedMail mail = open(mailbox, names.get(wanted - 1));
        console.out().println("From:     " + Printable.line("%s <%s>".formatted(mail.fromName(), mail.from())));
        console.out().println("To:       " + Printable.line(mail.to()));
        console.out().println("Subject:  " + Printable.line(mail.subject()));
        mail.date().ifPresent(date -> console.out().println("Date:     " + Dates.show(date)));
        console.out().println();
        console.out().println(Printable.lines(mail.text()));
    }

    private static ReceivedMail open(Mailbox mailbox, String name) {
        Path file = mailbox.find(name).orElseThrow();
        try {
            return ReceivedMail.read(file);
        } catch (IOException e) {
            throw new CommandException(
                            ExitCode.FAILED, "cannot read " + file + ": " + e.getMessage(), "It is left as it is.")
                    .causedBy(e);
        }
    }
}
