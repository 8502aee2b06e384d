package dev.standfirst.cli;

import dev.standfirst.delivery.DeliveryCounts;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.Rest;
import dev.standfirst.digest.Digest;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.Imprint;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.job.EditionKey;
import dev.standfirst.job.Run;
import dev.standfirst.job.RunListener;
import dev.standfirst.job.RunResult;
import dev.standfirst.job.Runs;
import dev.standfirst.mail.Mailbox;
import dev.standfirst.relay.Relays;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A run, told to people: its progress on standard error, its result on standard output. */
final class RunView {

    private final Console console;
    private final Home home;
    private final Application application;

    RunView(Console console, Home home, Application application) {
        this.console = console;
        this.home = home;
        this.application = application;
    }

    /**
     * The digest's date now. The system is asked for it, and not the application: that must not be started before it is
     * settled which database it works on.
     */
    static LocalDate today(Digest digest) {
        return Clock.system(digest.schedule().zone())
                .instant()
                .atZone(digest.schedule().zone())
                .toLocalDate();
    }

    /**
     * What a run is of.
     *
     * @param digest name of the digest
     * @param title of the digest
     * @param zone of the digest
     */
    record Publication(String digest, String title, ZoneId zone) {

        static Publication of(Digest digest) {
            return new Publication(
                    digest.name(), digest.title(), digest.schedule().zone());
        }

        /** As it was when an edition was composed; its file may be gone. */
        static Publication of(StoredEdition edition, Editions editions) {
            ZoneId zone = editions.imprint(edition.id()).map(Imprint::zone).orElse(ZoneOffset.UTC);
            return new Publication(edition.digest(), edition.title(), zone);
        }
    }

    RunListener progress(Publication of, LocalDate date) {
        return progress(
                console, application.get(Clock.class), new EditionKey(of.digest(), date), of.title(), of.zone());
    }

    /** Shows a run on a terminal, or line by line where there is none. */
    static RunListener progress(Console console, Clock clock, EditionKey key, String title, ZoneId zone) {
        return console.live()
                ? new TerminalProgress(console, clock, "%s of %s".formatted(title, Dates.day(key.date())))
                : new LineProgress(console.err(), clock, key.digest() + " " + key.date(), zone);
    }

    /** Prints how a run ended and says what the shell is told. */
    ExitCode print(RunResult result, Publication of, boolean json, boolean quiet) {
        if (json) {
            console.json(RunJson.of(result));
        }
        if (result instanceof RunResult.Held held) {
            return held(held, of);
        }
        Optional<RunResult.Problem> problem = problem(result);
        if (problem.isPresent()) {
            return failed(problem.get());
        }
        if (result instanceof RunResult.Stopped stopped) {
            return stopped(stopped, of);
        }
        if (!json && !quiet) {
            printDone(result, of);
        }
        return result instanceof RunResult.Waits ? ExitCode.WAITS : ExitCode.DONE;
    }

    private static Optional<RunResult.Problem> problem(RunResult result) {
        if (result instanceof RunResult.Failed failed) {
            return Optional.of(failed.problem());
        }
        return result instanceof RunResult.Silent silent ? Optional.of(silent.problem()) : Optional.empty();
    }

    private void printDone(RunResult result, Publication of) {
        if (result instanceof RunResult.Sent sent) {
            printSent(sent);
        } else if (result instanceof RunResult.AlreadySent already) {
            printAlreadySent(already, of);
        } else if (result instanceof RunResult.Later later) {
            printLater(later, of);
        } else if (result instanceof RunResult.Waits waits) {
            waits.run().ifPresent(this::printProblems);
            new ApprovalView(console, home, application).waits(waits);
        } else if (result instanceof RunResult.Skipped skipped) {
            new ApprovalView(console, home, application).skipped(skipped);
        } else if (result instanceof RunResult.NothingNew nothing) {
            console.out().println("Nothing new since the last edition, so nothing was sent.");
            printProblems(nothing.run());
        }
    }

    private ExitCode stopped(RunResult.Stopped stopped, Publication of) {
        console.err()
                .println("Stopped. What was done is kept; run %d goes on with: standfirst run %s"
                        .formatted(stopped.run(), of.digest()));
        return ExitCode.STOPPED;
    }

    private void printSent(RunResult.Sent sent) {
        StoredEdition edition =
                application.get(Editions.class).find(sent.edition()).orElseThrow();
        console.err().println();
        long people = sent.counts().of(DeliveryState.SENT);
        console.out()
                .println(console.outStyle().ok("Sent to " + people(people)) + " through "
                        + application.get(Relays.class).destination() + ".");
        fact("Subject", edition.subject());
        printDoubt(sent.counts(), edition.digest());
        printProblems(sent.run());
        printWhere();
    }

    private void printLater(RunResult.Later later, Publication of) {
        console.err().println();
        String people = people(later.counts().of(DeliveryState.SENT));
        if (later.run().isPresent()) {
            String destination = application.get(Relays.class).destination();
            console.out().println(console.outStyle().ok("Sent to " + people) + " through " + destination + ".");
        } else {
            console.out()
                    .println("Nobody's mail is due now, so nothing was sent; it went out before to " + people + ".");
        }
        fact(
                "Later",
                "%s; next %s"
                        .formatted(rest(later.rest()), Dates.show(later.rest().next(), of.zone())));
        fact("", "standfirst serve sends them; or then: standfirst run " + of.digest());
        printDoubt(later.counts(), of.digest());
        later.run().ifPresent(this::printProblems);
        later.run().ifPresent(run -> printWhere());
    }

    private static String rest(Rest rest) {
        if (rest.again() == rest.people()) {
            return people(rest.people()) + ", tried again because a server said not now";
        }
        return rest.again() == 0
                ? people(rest.people()) + ", at the hour they chose"
                : "%s, %,d of them tried again".formatted(people(rest.people()), rest.again());
    }

    private void printWhere() {
        if (application.get(Relays.class).isBuiltIn()) {
            Mailbox mailbox = application.get(Mailbox.class);
            fact("Mails", "%s/, %s".formatted(home.show(mailbox.folder()), "one .eml file each"));
            fact("Look", "standfirst mailbox, or standfirst serve and a browser");
        }
    }

    private void printProblems(long run) {
        List<String> problems =
                application.get(Runs.class).find(run).map(Run.Details::problems).orElse(List.of());
        if (!problems.isEmpty()) {
            fact("Problems", "%d; all of them: standfirst runs %d".formatted(problems.size(), run));
        }
    }

    private void printDoubt(DeliveryCounts counts, String digest) {
        long doubtful = counts.of(DeliveryState.DOUBT);
        if (doubtful > 0) {
            fact("In doubt", "%s: nobody knows whether the mail arrived".formatted(people(doubtful)));
            fact("", "send once more: standfirst retry %s --doubt".formatted(digest));
        }
    }

    private void printAlreadySent(RunResult.AlreadySent already, Publication of) {
        console.out()
                .println("The edition of %s went out before, to %s. Nothing was sent now."
                        .formatted(
                                Dates.day(already.date()),
                                people(already.counts().of(DeliveryState.SENT))));
        printDoubt(already.counts(), of.digest());
    }

    private ExitCode held(RunResult.Held held, Publication of) {
        console.error(
                "%s is being run already, by process %d on %s"
                        .formatted(of.title(), held.owner().pid(), held.owner().host()),
                List.of("It goes on undisturbed; nothing was sent by this command.", "Watch it: standfirst status"));
        return ExitCode.ALREADY_RUNNING;
    }

    private ExitCode failed(RunResult.Problem problem) {
        console.err().print(console.live() ? "\r\u001b[K" : "");
        console.error(problem.happened(), List.of(problem.safe(), problem.remedy()));
        return ExitCode.FAILED;
    }

    private void fact(String name, String value) {
        console.out().println("  %-10s %s".formatted(name, value));
    }

    static String people(long number) {
        return number == 1 ? "1 person" : "%,d people".formatted(number);
    }
}
