package dev.standfirst.drill;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much is drilled; {@code -Ddrill.words="people=1000 kills=20 only=kill,term"} on the command line.
 *
 * @param people of the edition that is killed
 * @param few people of an edition that meets another fault
 * @param kills moments
 * @param rounds of two nodes
 * @param connections that the program sends on at a time
 * @param seed of what is drawn
 * @param patience for an edition to be done
 * @param databases h2, postgres
 * @param only parts of names of faults; empty for all
 * @param environment of the program, beside what a fault needs
 */
record DrillOptions(
        int people,
        int few,
        int kills,
        int rounds,
        int connections,
        long seed,
        Duration patience,
        List<String> databases,
        List<String> only,
        Map<String, String> environment) {

    static DrillOptions parse(String... words) {
        Map<String, String> given = new HashMap<>();
        Map<String, String> environment = new TreeMap<>();
        Arrays.stream(words).filter(word -> !word.isBlank()).map(word -> word.split("=", 2)).forEach(pair -> {
            if (pair[0].startsWith("STANDFIRST_")) {
                environment.put(pair[0], pair[1]);
            } else {
                given.put(pair[0], pair[1]);
            }
        });
        return new DrillOptions(
                number(given, "people", 10_000),
                number(given, "few", 500),
                number(given, "kills", 200),
                number(given, "rounds", 50),
                number(given, "connections", 4),
                number(given, "seed", 1),
                Duration.ofSeconds(number(given, "patience", 1800)),
                List.of(given.getOrDefault("database", "h2,postgres").split(",")),
                given.containsKey("only") ? List.of(given.get("only").split(",")) : List.of(),
                environment);
    }

    private static int number(Map<String, String> words, String name, int otherwise) {
        return Integer.parseInt(words.getOrDefault(name, Integer.toString(otherwise)));
    }

    boolean wants(String fault) {
        return only.isEmpty() || only.stream().anyMatch(fault::contains);
    }
}
