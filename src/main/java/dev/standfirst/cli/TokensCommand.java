package dev.standfirst.cli;

import dev.standfirst.api.Scope;
import dev.standfirst.api.Token;
import dev.standfirst.api.Tokens;
import dev.standfirst.api.Tokens.Making;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code standfirst tokens}: who may use the API. */
@Command(
        name = "tokens",
        description = "Make, list and remove the tokens that let programs use the API.",
        sortOptions = false)
final class TokensCommand implements Callable<Integer> {

    private static final int MOST_DAYS = 3650;

    private final Console console;
    private final Application application;

    TokensCommand(Console console, Application application) {
        this.console = console;
        this.application = application;
    }

    @Override
    public Integer call() {
        return list();
    }

    @Command(name = "add", description = "Make a token and show it, once.")
    int add(
            @Parameters(paramLabel = "NAME", description = "What the token is called.") String name,
            @Option(
                            names = "--scope",
                            split = ",",
                            required = true,
                            paramLabel = "SCOPE",
                            description =
                                    "What it lets do: people:read, people:write, digests:read, runs:read, runs:write, sources:read,"
                                            + " sources:write. Several with commas; a scope to write holds the one to read.")
                    List<String> scopes,
            @Option(
                            names = "--days",
                            defaultValue = "90",
                            paramLabel = "N",
                            description = "How long it works; ${DEFAULT-VALUE} where left out.")
                    int days) {
        checkName(name);
        if (days < 1 || days > MOST_DAYS) {
            throw wrong("%d is no number of days from 1 to %d".formatted(days, MOST_DAYS), "--days 90");
        }
        Making making = application.get(Tokens.class).add(name, scopes(scopes), Duration.ofDays(days));
        if (making instanceof Making.Made made) {
            show(made);
            return ExitCode.DONE.code();
        }
        throw wrong(
                "there is a token called \"%s\"".formatted(name),
                "Choose another name, or remove it first: standfirst tokens remove \"%s\"".formatted(name));
    }

    @Command(name = "list", description = "List the tokens; what they are is not kept.")
    int list() {
        List<Token> tokens = application.get(Tokens.class).all();
        Instant now = application.get(Clock.class).instant();
        tokens.forEach(token -> console.out().println(line(token, now)));
        if (tokens.isEmpty()) {
            console.out()
                    .println("There are no tokens, so the API lets nobody in. The first one:"
                            + " standfirst tokens add NAME --scope people:read");
        }
        return ExitCode.DONE.code();
    }

    @Command(name = "remove", description = "Remove a token: from now on it lets nobody in.")
    int remove(@Parameters(paramLabel = "NAME") String name) {
        if (!application.get(Tokens.class).remove(name)) {
            throw wrong("there is no token called \"%s\"".formatted(name), "All of them: standfirst tokens list");
        }
        console.out().println(name + " lets nobody in any more.");
        return ExitCode.DONE.code();
    }

    private void show(Making.Made made) {
        console.out().println(console.outStyle().strong(made.secret()));
        console.out()
                .println("This is shown once. %s works until %s with: Authorization: Bearer TOKEN"
                        .formatted(made.token().name(), Dates.show(made.token().expiresAt())));
    }

    private static String line(Token token, Instant now) {
        String until = token.expiresAt().isAfter(now) ? "until " : "expired ";
        return "  %-20s %s; %s%s; %s"
                .formatted(
                        token.name(),
                        token.scopes().stream().sorted().map(Scope::key).collect(Collectors.joining(",")),
                        until,
                        Dates.show(token.expiresAt()),
                        token.lastUsed()
                                .map(last -> "last used " + Dates.show(last))
                                .orElse("never used"));
    }

    private static Set<Scope> scopes(List<String> keys) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String key : keys) {
            scopes.add(Scope.of(key.strip())
                    .orElseThrow(() -> wrong(
                            "there is no scope \"%s\"".formatted(key),
                            "All of them: " + String.join(", ", Scope.keys()))));
        }
        return scopes;
    }

    private static void checkName(String name) {
        if (!Tokens.isName(name)) {
            throw wrong(
                    "\"%s\" cannot be the name of a token".formatted(name),
                    "Use letters, digits, spaces, dots and dashes, at most 100.");
        }
    }

    private static CommandException wrong(String happened, String advice) {
        return new CommandException(ExitCode.WRONG_USE, happened, "Nothing was changed. " + advice);
    }
}
