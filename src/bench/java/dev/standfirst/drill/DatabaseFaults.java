package dev.standfirst.drill;

import dev.standfirst.drill.Site.Outcome;
import dev.standfirst.drill.Site.Working;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What befalls the ledger below: the database is torn down, the disk is full. */
final class DatabaseFaults {

    private static final int RESTARTS = 10;
    private static final int BLOCK = 1024;

    private final Stage stage;
    private final DrillOptions options;

    DatabaseFaults(Stage stage) {
        this.stage = stage;
        this.options = stage.options();
    }

    /** PostgreSQL is torn down with all its connections while mails go out. */
    Row restarted() throws Exception {
        try (Scene scene = stage.scene("postgres", options.people())) {
            int restarts = 0;
            int most = Math.max(1, options.people() / (RESTARTS + 2));
            while (restarts < RESTARTS && !scene.isDone()) {
                Working working = scene.start();
                while (restarts < RESTARTS
                        && scene.sink().await(scene.sink().taken() + most, working.process())) {
                    stage.postgres().restart();
                    restarts++;
                }
                scene.end(working);
            }
            long again = (long) restarts * options.connections();
            Judge judge = scene.toTheEnd().judge().mostTwice(again);
            return scene.row("database torn down %d times".formatted(restarts), judge);
        }
    }

    /** No file may be written behind half of what the database has, so it notes nothing: nothing may be mailed. */
    Row fullBefore() throws Exception {
        try (Scene scene = stage.scene("h2", options.few())) {
            long room = largest(scene.site().home()) / 2 / BLOCK;
            Outcome full = scene.end(start(scene, room));
            long mailed = scene.sink().taken();
            Judge judge = scene.toTheEnd()
                    .judge()
                    .mostTwice(0)
                    .must(full.exit() == 1, "a full disk ends with " + full.exit())
                    .must(full.err().contains("the disk is full"), "it is not named: " + full.err().strip())
                    .must(mailed == 0, mailed + " were mailed from a full disk");
            return scene.row("disk full before", judge);
        }
    }

    /** Files may grow a little more each time, so that the room ends in the middle. */
    Row fullWhile() throws Exception {
        try (Scene scene = stage.scene("h2", options.people())) {
            for (int more = 64; more < 4096 && !scene.isDone(); more += more / 2) {
                scene.end(start(scene, largest(scene.site().home()) / BLOCK + more));
            }
            Judge judge = scene.toTheEnd().judge().mostTwice(options.connections() * 10L);
            return scene.row("disk full while it sends", judge);
        }
    }

    private static Working start(Scene scene, long blocks) throws IOException {
        return scene.start(List.of("bash", "-c", "ulimit -f " + blocks + "; exec \"$@\"", "bash"));
    }

    /** Of the files of the database, in bytes. */
    private static long largest(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("data"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .max()
                    .orElse(0);
        }
    }
}
