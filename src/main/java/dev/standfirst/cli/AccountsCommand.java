package dev.standfirst.cli;

import dev.standfirst.account.Account;
import dev.standfirst.account.Accounts;
import dev.standfirst.account.Accounts.Change;
import dev.standfirst.account.Role;
import dev.standfirst.account.SignIns;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code standfirst accounts}: who may use the operator's pages. */
@Command(
        name = "accounts",
        description = "Make, list, change and remove the accounts that may use the pages of serve.",
        sortOptions = false)
final class AccountsCommand implements Callable<Integer> {

    private static final String ROLES = "reader, editor, owner";

    private final Console console;
    private final Application application;

    AccountsCommand(Console console, Application application) {
        this.console = console;
        this.application = application;
    }

    @Override
    public Integer call() {
        List<Account> all = application.get(Accounts.class).all();
        all.forEach(account -> console.out().println(line(account)));
        if (all.isEmpty()) {
            console.out().println("There is no account yet. The first one: standfirst serve");
        }
        return ExitCode.DONE.code();
    }

    @Command(name = "add", description = "Make an account, and a link by which its person signs in.")
    int add(
            @Parameters(paramLabel = "NAME", description = "What its person types to sign in.") String name,
            @Option(
                            names = "--role",
                            defaultValue = "reader",
                            paramLabel = "ROLE",
                            description = "reader, editor or owner.")
                    String role,
            @Option(
                            names = "--digest",
                            split = ",",
                            paramLabel = "DIGEST",
                            description = "Of an editor; several with commas.")
                    @Nullable
                    List<String> digests) {
        if (!Accounts.isName(name)) {
            throw wrong(
                    "\"%s\" cannot be the name of an account".formatted(name),
                    "Use a letter or digit, then up to 59 more with spaces, dots, dashes and @.");
        }
        Account made = application
                .get(Accounts.class)
                .add(name, role(role), digests(digests))
                .orElseThrow(() -> wrong(
                        "there is an account called \"%s\"".formatted(name),
                        "Choose another name, or make a new link for it: standfirst accounts link \"%s\""
                                .formatted(name)));
        printLink(made);
        return ExitCode.DONE.code();
    }

    @Command(name = "link", description = "Make a link that signs in once, within a day.")
    int link(@Parameters(paramLabel = "NAME") String name) {
        printLink(application.get(Accounts.class).find(name).orElseThrow(() -> unknown(name)));
        return ExitCode.DONE.code();
    }

    @Command(name = "change", description = "Give an account another role.")
    int change(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--role", required = true, paramLabel = "ROLE", description = "reader, editor or owner.")
                    String role,
            @Option(
                            names = "--digest",
                            split = ",",
                            paramLabel = "DIGEST",
                            description = "Of an editor; several with commas.")
                    @Nullable
                    List<String> digests) {
        require(application.get(Accounts.class).change(name, role(role), digests(digests)), name);
        console.out().println("%s is %s now.".formatted(name, role));
        return ExitCode.DONE.code();
    }

    @Command(name = "remove", description = "Remove an account and sign its browsers out.")
    int remove(@Parameters(paramLabel = "NAME") String name) {
        require(application.get(Accounts.class).remove(name), name);
        console.out().println(name + " is removed and signed out.");
        return ExitCode.DONE.code();
    }

    private void printLink(Account account) {
        Environment environment = application.get(Environment.class);
        console.out()
                .println(console.outStyle()
                        .strong("http://127.0.0.1:%s/sign-in/%s"
                                .formatted(
                                        environment.getProperty("server.port", "8080"),
                                        application.get(SignIns.class).link(account))));
        console.out()
                .println(
                        "This link signs %s in once, within a day, where serve listens on that port; or put your public"
                                .formatted(account.name()));
        console.out().println("address in front of its path. It is shown this once.");
    }

    private static String line(Account account) {
        return "  %-20s %s%s; %s"
                .formatted(
                        Printable.line(account.name()),
                        account.role().name().toLowerCase(Locale.ROOT),
                        account.digests().isEmpty() ? "" : " of " + String.join(", ", account.digests()),
                        account.seen().map(at -> "last seen " + Dates.show(at)).orElse("never signed in"));
    }

    private static Role role(String text) {
        for (Role role : Role.values()) {
            if (role.name().equalsIgnoreCase(text.strip())) {
                return role;
            }
        }
        throw wrong("there is no role \"%s\"".formatted(text), "All of them: " + ROLES + ".");
    }

    private static Set<String> digests(@Nullable List<String> given) {
        return given == null ? Set.of() : Set.copyOf(given);
    }

    private static void require(Change change, String name) {
        if (change == Change.UNKNOWN) {
            throw unknown(name);
        }
        if (change == Change.LAST_OWNER) {
            throw wrong(
                    "%s is the last owner".formatted(name),
                    "Make another one first: standfirst accounts add NAME --role owner");
        }
    }

    private static CommandException unknown(String name) {
        return wrong("there is no account called \"%s\"".formatted(name), "All of them: standfirst accounts");
    }

    private static CommandException wrong(String happened, String advice) {
        return new CommandException(ExitCode.WRONG_USE, happened, "Nothing was changed. " + advice);
    }
}
