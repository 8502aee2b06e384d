package dev.standfirst.cli;

import dev.standfirst.digest.Digest;
import dev.standfirst.edition.Composed;
import dev.standfirst.edition.Decision;
import dev.standfirst.edition.EditionComposer;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.Explanation;
import dev.standfirst.edition.Explanations;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.job.RunListener;
import dev.standfirst.job.RunRequest;
import dev.standfirst.job.RunResult;
import dev.standfirst.job.Runs;
import dev.standfirst.source.ListedEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code standfirst explain}: why an edition tells what it tells, and leaves out what it leaves out. */
@Command(
        name = "explain",
        description = {
            "Say why an edition tells an article, or leaves it out.",
            "",
            "EDITION is a digest, whose latest edition is meant, a digest and a date, or an edition's number."
                    + " ARTICLE is its number, its address, or words of its headline; without it, all articles that"
                    + " the edition looked at are listed.",
            ""
        },
        customSynopsis = "standfirst explain [--preview] [--json] [EDITION [DATE]] [ARTICLE...]",
        sortOptions = false)
final class ExplainCommand implements Callable<Integer> {

    private static final int LISTED = 20;

    private final Console console;
    private final Home home;
    private final Application application;

    @Parameters(arity = "0..*", paramLabel = "EDITION [DATE] [ARTICLE...]", hidden = true)
    private List<String> words = new ArrayList<>();

    @Option(names = "--preview", description = "The edition as it would be now; nothing is sent or stored.")
    private boolean preview;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    ExplainCommand(Console console, Home home, Application application) {
        this.console = console;
        this.home = home;
        this.application = application;
    }

    @Override
    public Integer call() {
        @Nullable String edition = words.isEmpty() ? null : words.get(0);
        Optional<LocalDate> date = words.size() < 2 ? Optional.empty() : date(words.get(1));
        String article =
                String.join(" ", words.subList(Math.min(words.size(), date.isPresent() ? 2 : 1), words.size()));
        if (!preview) {
            explain(edition(edition, date), article);
            return ExitCode.DONE.code();
        }
        Digest digest = new DigestChoice(home).load(edition);
        try (DataCopy copy = DataCopy.of(home, Database.ofProcess())) {
            application.use(copy);
            LocalDate day = date.orElseGet(() -> RunView.today(digest));
            composed(digest, day)
                    .ifPresentOrElse(
                            composed -> explain(composed, article), () -> explainNothing(digest, day, article));
            application.close();
            return ExitCode.DONE.code();
        }
    }

    private static Optional<LocalDate> date(String word) {
        try {
            return Optional.of(LocalDate.parse(word));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private StoredEdition edition(@Nullable String word, Optional<LocalDate> date) {
        Editions editions = application.get(Editions.class);
        if (word != null && word.matches("\\d{1,18}")) {
            return editions.find(Long.parseLong(word))
                    .orElseThrow(() -> new CommandException(
                            ExitCode.WRONG_USE,
                            "there is no edition " + word,
                            "The latest of a digest: standfirst explain DIGEST"));
        }
        String digest = word == null ? new DigestChoice(home).load(null).name() : word;
        Optional<StoredEdition> latest = editions.latest(digest);
        if (latest.isEmpty()) {
            String known = new DigestChoice(home).load(digest).name();
            throw new CommandException(
                    ExitCode.WRONG_USE,
                    known + " has no edition yet",
                    "Make one: standfirst run " + known,
                    "Or look at what it would be: standfirst explain --preview " + known);
        }
        return date.isEmpty()
                ? latest.get()
                : editions.find(digest, date.get())
                        .orElseThrow(() -> new CommandException(
                                ExitCode.WRONG_USE,
                                "%s has no edition of %s".formatted(digest, date.get()),
                                "The latest is of %s: standfirst explain %s"
                                        .formatted(latest.get().date(), digest)));
    }

    private Optional<StoredEdition> composed(Digest digest, LocalDate date) {
        Editions editions = application.get(Editions.class);
        if (editions.find(digest.name(), date).isEmpty()) {
            RunResult result = application.get(Runs.class).preview(new RunRequest(digest, date), RunListener.NONE);
            if (result instanceof RunResult.Failed failed) {
                throw new CommandException(
                        ExitCode.FAILED,
                        failed.problem().happened(),
                        failed.problem().safe(),
                        failed.problem().remedy());
            }
        }
        return editions.find(digest.name(), date);
    }

    private void explain(StoredEdition edition, String article) {
        Explanations explanations = application.get(Explanations.class);
        ExplainView view = new ExplainView(console, ZoneId.systemDefault());
        if (article.isEmpty()) {
            List<Decision> all = explanations.all(edition);
            show(() -> ExplainJson.of(edition, all), () -> view.print(edition, all));
        } else {
            ListedEntry entry = chosen(edition, article, explanations.like(edition, article));
            Explanation explanation = explanations.of(edition, entry);
            show(() -> ExplainJson.of(edition, explanation), () -> view.print(edition, explanation));
        }
    }

    /** Composed once more, since of what is no edition nothing is stored. */
    private void explainNothing(Digest digest, LocalDate date, String article) {
        Instant now = application.get(Clock.class).instant();
        Composed composed = application.get(EditionComposer.class).compose(digest, date, now, List.of());
        if (!(composed instanceof Composed.Nothing nothing)) {
            throw new CommandException(
                    ExitCode.FAILED, "articles came in while the edition was composed", "Run the same command again.");
        }
        List<Decision> asked = article.isEmpty()
                ? nothing.decisions()
                : application.get(Explanations.class).like(nothing.decisions(), article);
        if (asked.isEmpty() && !article.isEmpty()) {
            throw new CommandException(
                    ExitCode.WRONG_USE,
                    "there would be no edition now, and among what it was to be made of is no article with the number,"
                            + " the address or the headline \"%s\"".formatted(article),
                    "All of that: standfirst explain --preview " + digest.name());
        }
        ExplainView view = new ExplainView(console, ZoneId.systemDefault());
        show(() -> ExplainJson.of(digest.name(), date, nothing, asked), () -> view.print(nothing, asked));
    }

    private void show(Supplier<Object> machines, Runnable people) {
        if (json) {
            console.json(machines.get());
        } else {
            people.run();
        }
    }

    private ListedEntry chosen(StoredEdition edition, String article, List<ListedEntry> like) {
        List<ListedEntry> exact = like.stream()
                .filter(entry -> entry.title().equalsIgnoreCase(article))
                .toList();
        List<ListedEntry> hits = exact.size() == 1 ? exact : like;
        if (hits.size() == 1) {
            return hits.get(0);
        }
        String command = "standfirst explain %s %s".formatted(edition.digest(), edition.date());
        if (hits.isEmpty()) {
            throw new CommandException(
                    ExitCode.WRONG_USE,
                    "no article is known with the number, the address or the headline \"%s\"".formatted(article),
                    "All that the edition looked at: " + command);
        }
        List<String> advice = new ArrayList<>();
        hits.stream()
                .limit(LISTED)
                .forEach(hit -> advice.add("%6d  %s, %s".formatted(hit.id(), hit.title(), hit.source())));
        advice.add(
                "Say which by its number: %s %d".formatted(command, hits.get(0).id()));
        throw new CommandException(
                ExitCode.WRONG_USE, "%d articles are like \"%s\"".formatted(hits.size(), article), advice);
    }
}
