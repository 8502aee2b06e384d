package dev.standfirst.drill;

import dev.standfirst.drill.Site.Outcome;
import dev.standfirst.drill.Site.Person;
import dev.standfirst.drill.Site.Working;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One fault on the way: an installation, its mail server, and the people that are to get one edition. */
final class Scene implements AutoCloseable {

    private static final Set<String> OPEN = Set.of("pending", "claimed", "retry");

    private final String database;
    private final DrillOptions options;
    private final Site site;
    private final SinkProcess sink;
    private final Set<String> asked;
    private LocalDate date = LocalDate.of(2026, 3, 2);
    private int earlier;
    private int tries;
    private int kills;
    private Outcome last = new Outcome(-1, "", "");

    Scene(String database, DrillOptions options, Site site, SinkProcess sink, Set<String> asked) {
        this.database = database;
        this.options = options;
        this.site = site;
        this.sink = sink;
        this.asked = asked;
    }

    Site site() {
        return site;
    }

    SinkProcess sink() {
        return sink;
    }

    int people() {
        return asked.size();
    }

    /** How many processes were killed. */
    int kills() {
        return kills;
    }

    /** What the latest run that ended came to. */
    Outcome last() {
        return last;
    }

    Working start() throws IOException {
        return start(List.of());
    }

    /** The same behind a command that limits it. */
    Working start(List<String> before) throws IOException {
        tries++;
        return site.start(before, "run", "notes", "--date", date.toString(), "--json", "--yes");
    }

    Outcome end(Working working) throws IOException, InterruptedException {
        last = working.end();
        return last;
    }

    /** Starts to send and kills the process so many mails later, or some moments; tells whether it was still there. */
    boolean killAfter(long mails, long nanos) throws IOException, InterruptedException {
        Working working = start();
        sink.await(sink.taken() + mails, working.process());
        return kill(working, nanos);
    }

    /** Kills the process after some time. */
    boolean kill(Working working, long nanos) throws IOException, InterruptedException {
        boolean ended = working.process().waitFor(nanos, TimeUnit.NANOSECONDS);
        working.process().destroyForcibly();
        end(working);
        kills += ended ? 0 : 1;
        return !ended;
    }

    /** Runs until nobody's mail is open, waiting where the program says that it waits. */
    Scene toTheEnd() throws IOException, InterruptedException {
        Instant patience = Instant.now().plus(options.patience());
        while (!isDone() && Instant.now().isBefore(patience)) {
            end(start());
            rest(patience);
        }
        return this;
    }

    /** Whether the latest run told that all is settled. */
    boolean isDone() {
        JsonNode counts = last.json().path("deliveries");
        return last.exit() == 0
                && !counts.isMissingNode()
                && OPEN.stream().allMatch(state -> counts.path(state).asLong() == 0);
    }

    private void rest(Instant patience) throws InterruptedException {
        String next = last.json().path("next").asString("");
        Duration wait = next.isEmpty() ? Duration.ofMillis(200) : Duration.between(Instant.now(), Instant.parse(next));
        if (!isDone() && !wait.isNegative() && Instant.now().plus(wait).isBefore(patience)) {
            TimeUnit.MILLISECONDS.sleep(wait.toMillis() + 1);
        }
    }

    /** Who is in a state of the ledger now. */
    Set<String> who(String... states) throws IOException, InterruptedException {
        return names(site.who("notes", date.toString()), person -> Set.of(states).contains(person.state()));
    }

    private static Set<String> names(List<Person> people, Predicate<Person> which) {
        return people.stream().filter(which).map(Person::address).collect(Collectors.toSet());
    }

    /** Begins another edition of the same digest to the same people. */
    void nextEdition() throws IOException {
        date = date.plusDays(1);
        site.article(date.getDayOfYear());
        earlier = sink.ledger().mails().size();
        tries = 0;
        kills = 0;
        last = new Outcome(-1, "", "");
    }

    /** Judges with what is true of every fault: nobody lost, nobody unasked, and twice only with a reason. */
    Judge judge() throws IOException, InterruptedException {
        LedgerFile ledger = sink.ledger().after(earlier);
        List<Person> people = site.who("notes", date.toString());
        Set<String> doubt = names(people, person -> person.state().equals("DOUBT"));
        Set<String> listed = names(site.who("notes", date.toString(), "--doubt"), person -> true);
        return new Judge(asked, ledger)
                .doubts(doubt, listed)
                .mostTwice((long) kills * options.connections() + ledger.unanswered())
                .must(isDone(), "not done: exit " + last.exit() + " " + last.out().strip() + last.err().strip());
    }

    Row row(String fault, Judge judge) {
        return judge.row(fault, database, tries);
    }

    @Override
    public void close() throws IOException {
        sink.close();
    }
}
