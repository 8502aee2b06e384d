package dev.standfirst.drill;

import dev.standfirst.drill.Site.Outcome;
import dev.standfirst.drill.Site.Working;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What befalls the process that sends: it is killed, told to end, started twenty times at once. */
final class ProcessFaults {

    /** A server that also fails: everybody settles all the same, and twice only where its answer was lost. */
    static final String[] FAILING = {
        "--fault", "rcpt=451 4.3.0 later,rate=0.02",
        "--fault", "dot=451 4.3.0 later,rate=0.01",
        "--fault", "mid=cut,rate=0.005",
        "--fault", "dot=cut,kept=yes,rate=0.005",
        "--fault", "dot=cut,kept=no,rate=0.005",
        "--fault", "dot=garbage,kept=yes,rate=0.002",
        "--per-connection", "100"
    };

    private static final int STARTS = 20;
    private static final int EVER_SO_OFTEN = 5;
    private static final int MOMENT = 3_000_000;
    private static final int STOPPED = 130;
    private static final int HELD = 4;

    /** A command that met the database while its file changed hands did nothing, and says so. */
    private static final String GONE = "the database does not answer";

    private final Stage stage;
    private final DrillOptions options;

    ProcessFaults(Stage stage) {
        this.stage = stage;
        this.options = stage.options();
    }

    /** Kills at random moments, of as many editions as it takes. */
    Row killed(String database) throws Exception {
        try (Scene scene = stage.scene(database, options.people(), FAILING)) {
            Random random = new Random(options.seed());
            List<Row> editions = new ArrayList<>();
            for (int kills = 0; kills < options.kills(); kills += scene.kills()) {
                if (kills > 0) {
                    scene.nextEdition();
                }
                killOften(scene, random, options.kills() - kills);
                Judge judge = scene.toTheEnd().judge();
                editions.add(scene.row("kill -9 at %d moments, faults on".formatted(options.kills()), judge));
            }
            return Row.sum(editions);
        }
    }

    /** As a rule while it sends, and now and then while it starts. */
    private void killOften(Scene scene, Random random, int times) throws IOException, InterruptedException {
        int most = Math.max(1, options.people() / 2 / options.kills());
        long start = 1;
        while (scene.kills() < times && !scene.isDone()) {
            if (scene.kills() > 0 && random.nextInt(EVER_SO_OFTEN) == 0) {
                scene.kill(scene.start(), (long) (random.nextDouble() * start));
            } else {
                long began = System.nanoTime();
                scene.killAfter(1 + random.nextInt(most), random.nextInt(MOMENT));
                start = Math.max(start, System.nanoTime() - began);
            }
        }
    }

    /** Tells it to end, as a service manager does. */
    Row terminated(String database) throws Exception {
        try (Scene scene = stage.scene(database, options.people())) {
            int most = Math.max(1, options.people() / STARTS);
            int told = 0;
            Set<Integer> exits = new HashSet<>();
            while (told < STARTS && !scene.isDone()) {
                Working working = scene.start();
                if (scene.sink().await(scene.sink().taken() + most / 4 + 1, working.process())) {
                    working.process().destroy();
                    told++;
                }
                Outcome outcome = scene.end(working);
                exits.add(outcome.exit());
            }
            exits.removeAll(Set.of(0, STOPPED));
            Judge judge = scene.toTheEnd().judge().mostTwice(0).must(exits.isEmpty(), "ended with " + exits);
            Set<String> doubt = scene.who("DOUBT");
            return scene.row("SIGTERM %d times".formatted(told), judge.must(doubt.isEmpty(), "left in doubt"));
        }
    }

    /** Somebody clicks twenty times. */
    Row startedAtOnce(String database) throws Exception {
        try (Scene scene = stage.scene(database, options.few())) {
            List<Working> all = new ArrayList<>();
            for (int i = 0; i < STARTS; i++) {
                all.add(scene.start());
            }
            List<Integer> sent = new ArrayList<>();
            Set<Integer> exits = new HashSet<>();
            for (Working working : all) {
                Outcome outcome = working.end();
                exits.add(outcome.err().contains(GONE) ? HELD : outcome.exit());
                if (outcome.result().equals("sent")) {
                    sent.add(outcome.exit());
                }
            }
            exits.removeAll(Set.of(0, HELD));
            Judge judge = scene.toTheEnd()
                    .judge()
                    .mostTwice(0)
                    .must(sent.size() == 1, sent.size() + " runs sent it")
                    .must(exits.isEmpty(), "ended with " + exits);
            return scene.row(STARTS + " starts at once", judge);
        }
    }

    /** A run is killed, and two go on with it at the same moment; each round with an edition of its own. */
    Row goneOnTwice(String database) throws Exception {
        try (Scene scene = stage.scene(database, options.few())) {
            List<Row> rows = new ArrayList<>();
            for (int round = 0; round < options.rounds(); round++) {
                scene.killAfter(options.few() / 2, 0);
                Working one = scene.start();
                Working other = scene.start();
                Set<Integer> exits = new HashSet<>(List.of(one.end().exit(), scene.end(other).exit()));
                exits.removeAll(Set.of(0, HELD));
                Judge judge = scene.toTheEnd().judge().must(exits.isEmpty(), "ended with " + exits);
                rows.add(scene.row("two go on with a killed run, %d rounds".formatted(options.rounds()), judge));
                scene.nextEdition();
            }
            return Row.sum(rows);
        }
    }
}
