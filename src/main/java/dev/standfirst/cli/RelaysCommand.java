package dev.standfirst.cli;

import dev.standfirst.relay.Finding;
import dev.standfirst.relay.Relay;
import dev.standfirst.relay.Relays;
import dev.standfirst.relay.StartCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code standfirst relays}: the mail servers that take our mail, and whether the world believes it. */
@Command(
        name = "relays",
        description = "Say how the mail servers are, what they may be given and what they had; check them and DNS.",
        sortOptions = false)
final class RelaysCommand implements Callable<Integer> {

    private final Console console;
    private final Application application;

    RelaysCommand(Console console, Application application) {
        this.console = console;
        this.application = application;
    }

    @Override
    public Integer call() {
        Relays relays = application.get(Relays.class);
        relays.all().forEach(this::print);
        console.out()
                .println(
                        relays.isBuiltIn()
                                ? "Mails stay on this machine. A mail server is named by STANDFIRST_MAIL_HOST, several by"
                                        + " STANDFIRST_RELAYS_NAME_HOST."
                                : "\nSee that they answer, and what DNS lacks:  standfirst relays check");
        return ExitCode.DONE.code();
    }

    @Command(
            name = "check",
            description = "Connect to them, TLS and login included, and look at SPF, DKIM, DMARC, MX and PTR in DNS."
                    + " Sends nothing.")
    int check(
            @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which one; all where left out.") @Nullable
                    String name,
            @Option(
                            names = "--domain",
                            paramLabel = "DOMAIN",
                            description = "Of a sender, whose DNS is looked at; those of all digests where left out.")
                    @Nullable
                    String domain) {
        StartCheck check = application.get(StartCheck.class);
        List<Finding> findings = new ArrayList<>(check.servers(chosen(name)));
        Set<String> domains = domain == null ? check.domains() : new TreeSet<>(Set.of(plain(domain)));
        findings.addAll(check.senders(domains));
        findings.forEach(finding ->
                console.out().println("  %s %s".formatted(mark(finding.kind()), Printable.line(finding.sentence()))));
        long lacking = findings.stream()
                .filter(finding -> finding.kind() == Finding.Kind.LACKS)
                .count();
        console.out()
                .println(
                        lacking == 0
                                ? "Nothing lacks, as far as it can be told from here. Nothing was sent."
                                : "%d of these need you. Nothing was sent.".formatted(lacking));
        return lacking == 0 ? ExitCode.DONE.code() : ExitCode.FAILED.code();
    }

    private void print(Relay relay) {
        List<String> facts = new ArrayList<>();
        relay.lastTold().ifPresent(told -> facts.add("%s (%s)".formatted(told.words(), Dates.show(told.at()))));
        if (facts.isEmpty()) {
            facts.add(relay.words());
        }
        facts.addAll(relay.limitsInWords());
        relay.hourLimit()
                .ifPresent(limit -> facts.add("%,d of %,d in the last hour".formatted(relay.inLastHour(), limit)));
        console.out()
                .println("  %-12s %-28s %s"
                        .formatted(relay.name(), relay.destination(), Printable.line(String.join("; ", facts))));
    }

    private List<Relay> chosen(@Nullable String name) {
        List<Relay> all = application.get(Relays.class).all();
        List<Relay> chosen = all.stream()
                .filter(relay -> name == null || relay.name().equals(name.toLowerCase(Locale.ROOT)))
                .toList();
        if (chosen.isEmpty()) {
            throw new CommandException(
                    ExitCode.WRONG_USE,
                    "there is no mail server called \"%s\"".formatted(name),
                    "Nothing was sent. All of them: "
                            + all.stream().map(Relay::name).collect(Collectors.joining(", ")));
        }
        return chosen;
    }

    private String mark(Finding.Kind kind) {
        return switch (kind) {
            case FINE -> console.outStyle().ok("✓");
            case LACKS -> console.outStyle().warn("!");
            case UNKNOWN -> "?";
        };
    }

    private static String plain(String domain) {
        return domain.strip().toLowerCase(Locale.ROOT);
    }
}
