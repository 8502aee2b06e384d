package dev.standfirst.cli;

import dev.standfirst.cli.RunView.Publication;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Digest.Audience;
import dev.standfirst.edition.ApprovalRecords;
import dev.standfirst.edition.Editions;
import dev.standfirst.job.RunListener;
import dev.standfirst.job.RunRequest;
import dev.standfirst.job.RunResult;
import dev.standfirst.job.Runs;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.relay.StartCheck;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code standfirst run}: an edition from its sources to the people on its list, now. */
@Command(
        name = "run",
        description = "Read, choose and mail an edition now, or go on where an earlier run of it stopped.",
        sortOptions = false)
final class RunCommand implements Callable<Integer> {

    private static final String TEST_LIST = "test";

    private final Console console;
    private final Home home;
    private final Application application;
    private final RunView view;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIGEST",
            description = "Which one; may be left out where there is only one.")
    private @Nullable String digest;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "Date of the edition, as 2026-11-18; today where left out.")
    private @Nullable LocalDate date;

    @Option(
            names = "--dry-run",
            description = "Do it all on a copy, with the mails as files: sends nothing, changes nothing.")
    private boolean dryRun;

    @Option(
            names = "--to",
            paramLabel = "ADDRESS",
            description = "Do it all on a copy, with one mail, to this address.")
    private @Nullable String to;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask before mailing people through a mail server.")
    private boolean yes;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print errors alone.")
    private boolean quiet;

    RunCommand(Console console, Home home, Application application) {
        this.console = console;
        this.home = home;
        this.application = application;
        this.view = new RunView(console, home, application);
    }

    @Override
    public Integer call() {
        Digest chosen = new DigestChoice(home).load(digest);
        LocalDate day = date == null ? RunView.today(chosen) : date;
        if (dryRun || to != null) {
            return rehearse(chosen, day);
        }
        if (mails(chosen, day)) {
            confirm(chosen);
        }
        application.get(StartCheck.class).begin();
        return run(chosen, day);
    }

    private int run(Digest chosen, LocalDate day) {
        Publication of = Publication.of(chosen);
        RunListener progress = quiet || json ? RunListener.NONE : view.progress(of, day);
        RunRequest request = new RunRequest(chosen, day);
        RunResult result = application.get(Runs.class).run(request, progress);
        return view.print(result, of, json, quiet).code();
    }

    private int rehearse(Digest chosen, LocalDate day) {
        try (DataCopy copy = DataCopy.of(home, Database.ofProcess())) {
            application.use(copy);
            application.set("standfirst.mailbox", home.data().resolve("mailbox").toString());
            if (dryRun) {
                application.set(
                        "standfirst.mail.files", folderForMails(chosen, day).toString());
            }
            Digest unasked = chosen.withoutApproval();
            Digest digestForTest =
                    to == null ? unasked : forOne(unasked, day, TypedAddress.read(to, "Nothing was sent."));
            int code = run(digestForTest, day);
            if (!quiet && !json) {
                console.out().println("This was done on a copy: nothing was stored, and the edition is still to come.");
            }
            application.close();
            return code;
        }
    }

    /** Whether a run can mail people, and does not end where somebody has to look first. */
    private boolean mails(Digest chosen, LocalDate day) {
        return chosen.approval().isEmpty()
                || application
                        .get(Editions.class)
                        .find(chosen.name(), day)
                        .filter(edition -> !application
                                .get(ApprovalRecords.class)
                                .of(edition.id())
                                .holds())
                        .isPresent();
    }

    private Path folderForMails(Digest chosen, LocalDate day) {
        Path folder = home.data().resolve("dry-run").resolve(chosen.name() + "-" + day);
        try {
            Files.createDirectories(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    private Digest forOne(Digest chosen, LocalDate day, EmailAddress address) {
        if (application.get(Editions.class).find(chosen.name(), day).isPresent()) {
            // It is frozen with its audience: going on with it would mail all of them.
            throw new CommandException(
                    ExitCode.WRONG_USE,
                    "the edition of %s is composed already".formatted(day),
                    "Nothing was sent.",
                    "Mail it to yourself: standfirst test %s %s --to %s"
                            .formatted(chosen.name(), day, address.value()));
        }
        application.get(Subscriptions.class).add(TEST_LIST, address, "", Reason.of("a test on a copy"));
        return chosen.withAudience(new Audience(List.of(TEST_LIST), Optional.empty()));
    }

    private void confirm(Digest chosen) {
        Permission permission = Permission.of(console, application, yes);
        if (permission.isNeeded()) {
            permission.require(chosen.title(), whom(chosen.audience()));
        }
    }

    /** A list that does not exist yet is filled by the run, before it mails. */
    private String whom(Audience audience) {
        String people = RunView.people(application.get(Subscriptions.class).reach(audience.lists()));
        return audience.seed()
                .filter(seed -> application
                        .get(Lists.class)
                        .find(audience.lists().get(0))
                        .isEmpty())
                .map(seed -> "everybody in " + home.show(seed))
                .orElse(people);
    }
}
