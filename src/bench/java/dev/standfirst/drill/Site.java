package dev.standfirst.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An installation of the program: a home folder with a digest, a database and people, driven by its command line. */
final class Site {

    private final Launch launch;
    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private int started;

    /** What a command said and how it ended. */
    record Outcome(int exit, String out, String err) {

        /** What a run with {@code --json} came to: sent, already-sent, later, failed, held, stopped or nothing. */
        String result() {
            return json().path("result").asString("nothing");
        }

        JsonNode json() {
            return out.isBlank()
                    ? JsonMapper.shared().createObjectNode()
                    : JsonMapper.shared().readTree(out.lines().findFirst().orElseThrow());
        }
    }

    /** A person of an edition. */
    record Person(String address, String state) {}

    /** A command in a process that works. */
    record Working(Process process, Path out, Path err) {

        Outcome end() throws IOException, InterruptedException {
            int exit = process.waitFor();
            return new Outcome(exit, Files.readString(out), Files.readString(err));
        }
    }

    Site(Launch launch, Path home, Map<String, String> environment) throws IOException {
        this.launch = launch;
        this.home = home;
        this.environment.put("NO_COLOR", "1");
        this.environment.putAll(environment);
        Files.createDirectories(home.resolve("jobs"));
        Files.createDirectories(home.resolve("notes"));
        Files.createDirectories(home.resolve("said"));
        article(1);
        digest("notes", "");
    }

    /** Writes an article, without which there is nothing new to tell. */
    void article(int number) throws IOException {
        Files.writeString(
                home.resolve("notes/reef%d.txt".formatted(number)),
                "About reef %d\n\nSurvey ship number %d has mapped a cold-water reef on the edge of the northern shelf.\n"
                        .formatted(number, number));
    }

    /** Writes a digest of that name, for the list of that name. */
    void digest(String name, String schedule) throws IOException {
        Files.writeString(home.resolve("jobs").resolve(name + ".yaml"), """
                title: Notes
                sources:
                  - {name: Field Notes, folder: notes}
                audience: {list: notes}
                sender: {address: notes@standfirst.example}
                %s
                """.formatted(schedule));
    }

    /** So many people on the list. */
    Set<String> people(int number) throws IOException, InterruptedException {
        Set<String> people =
                IntStream.range(0, number).mapToObj("p%d@example.org"::formatted).collect(Collectors.toSet());
        Path file = Files.write(home.resolve("people.csv"), people);
        Outcome outcome = run(
                "subscribers",
                "--list",
                "notes",
                "import",
                file.toString(),
                "--apply",
                "--consent",
                "asked for it at the fair");
        if (outcome.exit() != 0) {
            throw new IOException("nobody could be imported: " + outcome.err());
        }
        return people;
    }

    /** The same home and settings on another data folder, by the same name: another machine on the same database. */
    Site node(String name) throws IOException {
        Map<String, String> other = new HashMap<>(environment);
        other.put("STANDFIRST_DATA", home.resolve(name).toString());
        return new Site(launch, home, other);
    }

    void set(String name, String value) {
        environment.put(name, value);
    }

    Path home() {
        return home;
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        return start(arguments).end();
    }

    Working start(String... arguments) throws IOException {
        return start(List.of(), arguments);
    }

    /** Starts a command behind others, such as one that limits it. */
    synchronized Working start(List<String> before, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(launch.command());
        command.add(command.indexOf("-XX:+UseSerialGC"), "-Dstandfirst.home=" + home);
        command.addAll(List.of(arguments));
        String name = "%d-%d".formatted(System.identityHashCode(this), ++started);
        Path out = home.resolve("said").resolve(name + ".out");
        Path err = home.resolve("said").resolve(name + ".err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile());
        builder.environment().putAll(environment);
        return new Working(builder.redirectError(err.toFile()).start(), out, err);
    }

    /**
     * What the ledger says of people of an edition.
     *
     * @param which an option of the command, such as {@code --doubt}; none for all
     */
    List<Person> who(String digest, String date, String... which) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("who", digest, date, "--json"));
        words.addAll(List.of(which));
        Outcome outcome = run(words.toArray(String[]::new));
        if (outcome.exit() != 0) {
            throw new IOException("nobody could be listed: " + outcome.err());
        }
        return outcome.out().lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .map(line -> new Person(
                        line.path("address").asString(), line.path("state").asString()))
                .toList();
    }
}
