package dev.standfirst.drill;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * What becomes of mails when things break: the program in processes of its own, on both databases, against a mail server
 * whose ledger knows who got what. Prints a line for each fault, and ends with 1 where one was not as it must be.
 */
final class SendingDrill {

    /** One fault on one database. */
    @FunctionalInterface
    private interface Fault {
        Row happen() throws Exception;
    }

    private SendingDrill() {}

    /** Takes the built jar, and words of {@link DrillOptions}. */
    public static void main(String[] args) throws Exception {
        List<String> words = new ArrayList<>(List.of(args));
        Path jar = Path.of(words.remove(0)).toAbsolutePath();
        // What PostgreSQL says of its own end would stand between the lines of the table.
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
        DrillOptions options = DrillOptions.parse(String.join(" ", words).split(" "));
        List<String> blind = SelfCheck.blindSpots();
        if (!blind.isEmpty()) {
            throw new IllegalStateException("the judge does not see: " + blind);
        }
        Path folder = Files.createTempDirectory("drill");
        boolean right;
        try (Stage stage = new Stage(options, folder, jar)) {
            right = drill(faults(stage), options);
        }
        if (right) {
            FileSystemUtils.deleteRecursively(folder);
        }
        System.out.printf(
                "%n%s%n", right ? "Nothing was lost, and nothing came unasked." : "Something was WRONG; all of it is in " + folder);
        System.exit(right ? 0 : 1);
    }

    private static boolean drill(Map<String, Fault> faults, DrillOptions options) {
        System.out.println(Row.head());
        boolean right = true;
        for (Map.Entry<String, Fault> fault : faults.entrySet()) {
            if (options.wants(fault.getKey())) {
                long began = System.nanoTime();
                Row row = happen(fault.getKey(), fault.getValue());
                System.out.printf("%s, %d s%n", row.line(), Duration.ofNanos(System.nanoTime() - began).toSeconds());
                right &= row.wrong().isEmpty();
            }
        }
        return right;
    }

    private static Row happen(String name, Fault fault) {
        try {
            return fault.happen();
        } catch (Exception e) {
            return new Row(name, "", 0, 0, 0, 0, 0, 0, 0, List.of("the drill broke off: " + e));
        }
    }

    /** Each fault by its name and database, in the order of the table. */
    private static Map<String, Fault> faults(Stage stage) throws IOException {
        Map<String, Fault> all = new LinkedHashMap<>();
        ProcessFaults processes = new ProcessFaults(stage);
        RelayFaults relays = new RelayFaults(stage);
        for (String database : stage.options().databases()) {
            all.put("swallow " + database, () -> SelfCheck.swallowed(stage, database));
            all.put("kill " + database, () -> processes.killed(database));
            all.put("term " + database, () -> processes.terminated(database));
            all.put("starts " + database, () -> processes.startedAtOnce(database));
            all.put("go-on " + database, () -> processes.goneOnTwice(database));
            RelayFaults.passing()
                    .forEach((name, words) -> all.put(
                            "relay " + name + " " + database, () -> relays.passing(name, words, database)));
            all.put("550 " + database, () -> relays.refused("550 5.1.1 nobody here", database));
            all.put("552 " + database, () -> relays.refused("552 5.2.2 full for good", database));
            all.put("password " + database, () -> relays.wrongPassword(database));
            all.put("limit " + database, () -> relays.limited(database));
            all.put("own-limit " + database, () -> relays.ownLimit(database));
        }
        DatabaseFaults databases = new DatabaseFaults(stage);
        if (stage.options().databases().contains("h2")) {
            all.put("full before h2", databases::fullBefore);
            all.put("full while h2", databases::fullWhile);
        }
        if (stage.options().databases().contains("postgres")) {
            all.put("restart postgres", databases::restarted);
            all.put("due postgres", () -> new NodeFaults(stage).due());
        }
        return all;
    }
}
