package dev.standfirst.cli;

import dev.standfirst.delivery.DeliveryCounts;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.delivery.Recipients;
import dev.standfirst.delivery.Recipients.LeftOut;
import dev.standfirst.delivery.Recipients.Recipient;
import dev.standfirst.digest.Digest;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.StoredEdition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code standfirst who}: who got an edition, who did not, and why. */
@Command(
        name = "who",
        description = {"Say who got an edition, who did not, and why.", "", "DIGEST alone means its latest edition.", ""
        },
        customSynopsis = {
            "standfirst who DIGEST [DATE] [--sent] [--failed] [--doubt] [--suppressed] [--waiting]",
            "               [--not-sent] [--left-out] [--json]"
        },
        sortOptions = false)
final class WhoCommand implements Callable<Integer> {

    private static final int PAGE = 500;

    private final Console console;
    private final Home home;
    private final Application application;

    @Parameters(index = "0", paramLabel = "DIGEST", description = "Whose edition.")
    private String digest = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DATE",
            description = "Of the edition; the latest where left out.")
    private @Nullable LocalDate date;

    @Option(names = "--sent", description = "Whose mail the server took.")
    private boolean sent;

    @Option(names = "--failed", description = "Whose mail was refused, for good or for now.")
    private boolean failed;

    @Option(names = "--doubt", description = "Whose mail may have arrived or not, or was sent again for that.")
    private boolean doubt;

    @Option(names = "--suppressed", description = "Who left before it went out.")
    private boolean suppressed;

    @Option(names = "--waiting", description = "Whose mail waits.")
    private boolean waiting;

    @Option(names = "--not-sent", description = "Whose mail the server did not take, and who was left out.")
    private boolean notSent;

    @Option(names = "--left-out", description = "Who is on a list of it, and whom it is not for.")
    private boolean leftOut;

    @Option(names = "--json", description = "One JSON object a person.")
    private boolean json;

    WhoCommand(Console console, Home home, Application application) {
        this.console = console;
        this.home = home;
        this.application = application;
    }

    @Override
    public Integer call() {
        Digest known = new DigestChoice(home).load(digest);
        StoredEdition edition = edition(known);
        if (!json) {
            head(edition);
        }
        Set<DeliveryState> states = states();
        if (!states.isEmpty()) {
            recipients(edition, states);
        }
        if (leftOut || notSent) {
            leftOut(edition, known.audience().lists());
        } else if (!json) {
            foot(edition, known.audience().lists());
        }
        return ExitCode.DONE.code();
    }

    private StoredEdition edition(Digest known) {
        Editions editions = application.get(Editions.class);
        if (date == null) {
            return editions.latest(known.name())
                    .orElseThrow(() -> new CommandException(
                            ExitCode.WRONG_USE,
                            "%s has no edition yet".formatted(known.name()),
                            "Make one: standfirst run " + known.name()));
        }
        return editions.find(known.name(), date)
                .orElseThrow(() -> new CommandException(
                        ExitCode.WRONG_USE,
                        "%s has no edition of %s".formatted(known.name(), date),
                        "The latest one: standfirst who " + known.name()));
    }

    /** Those that are asked for; all where none is. */
    private Set<DeliveryState> states() {
        Set<DeliveryState> states = EnumSet.noneOf(DeliveryState.class);
        want(states, sent, EnumSet.of(DeliveryState.SENT));
        want(states, failed, EnumSet.of(DeliveryState.FAILED, DeliveryState.RETRY));
        want(states, doubt, EnumSet.of(DeliveryState.DOUBT));
        want(states, suppressed, EnumSet.of(DeliveryState.SUPPRESSED));
        want(states, waiting, EnumSet.of(DeliveryState.PENDING, DeliveryState.CLAIMED, DeliveryState.RETRY));
        want(states, notSent, EnumSet.complementOf(EnumSet.of(DeliveryState.SENT)));
        return states.isEmpty() && !leftOut ? EnumSet.allOf(DeliveryState.class) : states;
    }

    private static void want(Set<DeliveryState> states, boolean wanted, Set<DeliveryState> those) {
        if (wanted) {
            states.addAll(those);
        }
    }

    private void head(StoredEdition edition) {
        DeliveryCounts counts = application.get(Ledger.class).counts(edition.id());
        List<String> parts = new ArrayList<>();
        for (DeliveryState state : DeliveryState.values()) {
            if (counts.of(state) > 0) {
                parts.add("%,d %s".formatted(counts.of(state), WhoWords.of(state)));
            }
        }
        console.out()
                .println(console.outStyle()
                        .strong("%s of %s, for %s%s"
                                .formatted(
                                        Printable.line(edition.title()),
                                        Dates.day(edition.date()),
                                        RunView.people(counts.audience()),
                                        parts.isEmpty() ? "" : ": " + String.join(", ", parts))));
        new ApprovalView(console, home, application).history(edition);
    }

    private void recipients(StoredEdition edition, Set<DeliveryState> states) {
        Recipients recipients = application.get(Recipients.class);
        long after = 0;
        for (List<Recipient> page = recipients.page(edition.id(), states, doubt, 0, PAGE);
                !page.isEmpty();
                page = recipients.page(edition.id(), states, doubt, after, PAGE)) {
            page.forEach(this::print);
            after = page.get(page.size() - 1).id();
        }
    }

    private void print(Recipient one) {
        if (json) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("address", one.address().orElse(""));
            facts.put("name", one.name());
            facts.put("state", one.state().name());
            facts.put("attempts", one.attempts());
            facts.put("doubts", one.doubts());
            facts.put("answer", one.reply());
            facts.put("at", one.at().toString());
            console.json(facts);
            return;
        }
        console.out()
                .println("  %s %-8s %s  %s"
                        .formatted(
                                PeopleWords.cell(one.address().orElse("(erased)"), 32),
                                WhoWords.of(one.state()),
                                Dates.show(one.at()),
                                Printable.line(WhoWords.answer(one)))
                        .stripTrailing());
    }

    /** How many there are whom it is not for. */
    private void foot(StoredEdition edition, List<String> lists) {
        long others = application.get(Recipients.class).countLeftOut(edition.id(), lists);
        if (others > 0) {
            console.out().println();
            console.out()
                    .println("%s more on its lists, left out: standfirst who %s %s --left-out"
                            .formatted(RunView.people(others), edition.digest(), edition.date()));
        }
    }

    private void leftOut(StoredEdition edition, List<String> lists) {
        Recipients recipients = application.get(Recipients.class);
        long after = 0;
        for (List<LeftOut> page = recipients.leftOut(edition.id(), lists, 0, PAGE);
                !page.isEmpty();
                page = recipients.leftOut(edition.id(), lists, after, PAGE)) {
            page.forEach(this::print);
            after = page.get(page.size() - 1).place();
        }
    }

    private void print(LeftOut one) {
        if (json) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("address", one.address());
            facts.put("list", one.list());
            facts.put("state", "LEFT_OUT");
            facts.put("because", one.why());
            console.json(facts);
            return;
        }
        console.out().println("  %s %-8s %s".formatted(PeopleWords.cell(one.address(), 32), "left out", one.why()));
    }
}
