package dev.standfirst.drill;

import dev.standfirst.drill.LedgerFile.Mail;
import dev.standfirst.drill.Site.Working;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Two nodes on one database, and an edition that is due. */
final class NodeFaults {

    /** Editions that are due in the same minute. */
    private static final int TOGETHER = 10;

    private final Stage stage;
    private final DrillOptions options;

    NodeFaults(Stage stage) {
        this.stage = stage;
        this.options = stage.options();
    }

    /** Both are up before it is time; ten editions a minute fall due, each for all. One round is one edition. */
    Row due() throws Exception {
        int people = Math.max(2, options.few() / 10);
        try (Scene scene = stage.scene("postgres", people)) {
            Instant first = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(2, ChronoUnit.MINUTES);
            List<String> names = new ArrayList<>();
            for (int round = 0; round < options.rounds(); round++) {
                Instant at = first.plus(round / TOGETHER, ChronoUnit.MINUTES);
                String name = "round%d".formatted(round);
                names.add(name);
                scene.site()
                        .digest(name, "schedule: {time: \"%s\", zone: UTC}".formatted(LocalTime.ofInstant(
                                at, ZoneOffset.UTC)));
            }
            long all = (long) options.rounds() * people;
            Working one = scene.site().node("one").start("serve", "--port", "0");
            Working other = scene.site().node("other").start("serve", "--port", "0");
            awaitAll(scene, all);
            one.process().destroy();
            other.process().destroy();
            one.end();
            other.end();
            return row(scene, names, people);
        }
    }

    /** Until all have their mail, and a little longer for what should not come. */
    private void awaitAll(Scene scene, long all) throws InterruptedException {
        Instant patience = Instant.now().plus(options.patience());
        while (scene.sink().taken() < all && Instant.now().isBefore(patience)) {
            scene.sink().awaitMore(scene.sink().taken() + 1, 1000);
        }
        scene.sink().awaitMore(all + 1, 35_000);
    }

    private Row row(Scene scene, List<String> names, int people) throws Exception {
        LedgerFile ledger = scene.sink().ledger();
        // The digest that every site has may be due as well, by the hour at which this runs.
        Map<String, Long> kept = ledger.mails().stream()
                .filter(mail -> names.stream().anyMatch(name -> mail.id().startsWith("<" + name + ".")))
                .collect(Collectors.groupingBy(Mail::id, Collectors.counting()));
        long lost = (long) names.size() * people - kept.size();
        long twice = kept.values().stream().filter(mails -> mails > 1).count();
        List<String> wrong = new ArrayList<>();
        if (lost != 0) {
            wrong.add(lost + " mails are missing");
        }
        if (twice != 0) {
            wrong.add(twice + " mails went out again");
        }
        String name = "two nodes at one due moment, %d rounds".formatted(names.size());
        return new Row(name, "postgres", 2, people, Math.max(0, lost), Math.max(0, -lost), twice, 0, 0, wrong);
    }
}
