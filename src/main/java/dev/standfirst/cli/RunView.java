package dev.standfirst.cli;

import dev.standfirst.delivery.DeliveryCounts;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.digest.Digest;
import dev.standfirst.edition.Editions;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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

    RunListener progress(Digest digest, LocalDate date) {
        return progress(
                console,
                application.get(Clock.class),
                new EditionKey(digest.name(), date),
                digest.title(),
                digest.schedule().zone());
    }

    /** Shows a run on a terminal, or line by line where there is none. */
    static RunListener progress(Console console, Clock clock, EditionKey key, String title, ZoneId zone) {
        return console.live()
                ? new TerminalProgress(console, clock, "%s of %s".formatted(title, Dates.day(key.date())))
                : new LineProgress(console.err(), clock, key.digest() + " " + key.date(), zone);
    }

    /** Prints how a run ended and says what the shell is told. */
    ExitCode print(RunResult result, Digest digest, boolean json, boolean quiet) {
        if (json) {
            console.json(asMap(result));
        }
        if (result instanceof RunResult.Held held) {
            return held(held, digest);
        }
        if (result instanceof RunResult.Failed failed) {
            return failed(failed.problem());
        }
        if (result instanceof RunResult.Silent silent) {
            return failed(silent.problem());
        }
        if (result instanceof RunResult.Stopped stopped) {
            return stopped(stopped, digest);
        }
        if (!json && !quiet) {
            printDone(result, digest);
        }
        return ExitCode.DONE;
    }

    private void printDone(RunResult result, Digest digest) {
        if (result instanceof RunResult.Sent sent) {
            printSent(sent);
        } else if (result instanceof RunResult.AlreadySent already) {
            printAlreadySent(already, digest);
        } else if (result instanceof RunResult.Later later) {
            printLater(later, digest);
        } else if (result instanceof RunResult.NothingNew nothing) {
            console.out().println("Nothing new since the last edition, so nothing was sent.");
            printProblems(nothing.run());
        }
    }

    private ExitCode stopped(RunResult.Stopped stopped, Digest digest) {
        console.err()
                .println("Stopped. What was done is kept; run %d goes on with: standfirst run %s"
                        .formatted(stopped.run(), digest.name()));
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

    private void printLater(RunResult.Later later, Digest digest) {
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
                "%s, at the hour they chose; next %s"
                        .formatted(
                                people(later.rest().people()),
                                Dates.show(
                                        later.rest().next(), digest.schedule().zone())));
        fact("", "standfirst serve sends them; or then: standfirst run " + digest.name());
        printDoubt(later.counts(), digest.name());
        later.run().ifPresent(this::printProblems);
        later.run().ifPresent(run -> printWhere());
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
            fact("", "send once more: standfirst run %s --resend-doubt".formatted(digest));
        }
    }

    private void printAlreadySent(RunResult.AlreadySent already, Digest digest) {
        console.out()
                .println("The edition of %s went out before, to %s. Nothing was sent now."
                        .formatted(
                                Dates.day(already.date()),
                                people(already.counts().of(DeliveryState.SENT))));
        printDoubt(already.counts(), digest.name());
    }

    private ExitCode held(RunResult.Held held, Digest digest) {
        console.error(
                "%s is being run already, by process %d on %s"
                        .formatted(
                                digest.title(), held.owner().pid(), held.owner().host()),
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

    private static Map<String, Object> asMap(RunResult result) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (result instanceof RunResult.Sent sent) {
            map.put("result", "sent");
            map.put("run", sent.run());
            map.put("deliveries", counts(sent.counts()));
        } else if (result instanceof RunResult.AlreadySent already) {
            map.put("result", "already-sent");
            map.put("deliveries", counts(already.counts()));
        } else if (result instanceof RunResult.Later later) {
            map.put("result", "later");
            later.run().ifPresent(run -> map.put("run", run));
            map.put("deliveries", counts(later.counts()));
            map.put("later", later.rest().people());
            map.put("next", later.rest().next().toString());
        } else if (result instanceof RunResult.Failed failed) {
            map.put("result", "failed");
            map.put("run", failed.run());
            map.put("step", failed.step().key());
            map.put("problem", failed.problem().happened());
        } else if (result instanceof RunResult.Held held) {
            map.put("result", "held");
            map.put("pid", held.owner().pid());
        } else {
            map.put("result", word(result));
        }
        return map;
    }

    private static String word(RunResult result) {
        if (result instanceof RunResult.Silent) {
            return "silent";
        }
        return result instanceof RunResult.NothingNew ? "nothing-new" : "stopped";
    }

    private static Map<String, Long> counts(DeliveryCounts counts) {
        Map<String, Long> map = new LinkedHashMap<>();
        for (DeliveryState state : DeliveryState.values()) {
            map.put(state.name().toLowerCase(Locale.ROOT), counts.of(state));
        }
        return map;
    }
}
