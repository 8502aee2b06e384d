package dev.standfirst.drill;

import dev.standfirst.drill.Site.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a mail server does to its client: it is away, refuses, breaks off, is silent, wants a password, counts. */
final class RelayFaults {

    private static final String ONE_IN_TEN = "p\\d*7@example\\.org";
    private static final int LOGINS = 3;

    private final Stage stage;
    private final DrillOptions options;

    RelayFaults(Stage stage) {
        this.stage = stage;
        this.options = stage.options();
    }

    /** Faults after which everybody has the mail, by name. */
    static Map<String, List<String>> passing() {
        Map<String, List<String>> faults = new LinkedHashMap<>();
        faults.put("relay away for 20 s", List.of("--outage", "100:20000"));
        faults.put("451 at RCPT, 10 %", List.of("--fault", "rcpt=451 4.3.0 later,rate=0.1"));
        faults.put("452 after the dot, 10 %", List.of("--fault", "dot=452 4.2.2 full just now,rate=0.1"));
        faults.put("greylisting for 5 s", List.of("--grey", "5000"));
        faults.put("421 after 20 mails", List.of("--per-connection", "20"));
        faults.put("four connections at most", List.of("--connections", "4"));
        for (String stage : List.of("connect", "ehlo", "mail", "rcpt", "data", "mid")) {
            faults.put("cut at " + stage + ", 5 %", List.of("--fault", stage + "=cut,rate=0.05,times=5"));
        }
        faults.put("cut after the dot, kept, 2 %", List.of("--fault", "dot=cut,kept=yes,rate=0.02"));
        faults.put("cut after the dot, lost, 2 %", List.of("--fault", "dot=cut,kept=no,rate=0.02"));
        faults.put("hang after the dot", List.of("--fault", "dot=hang,kept=yes,for=60000,rate=0.005"));
        faults.put("garbage after the dot, 2 %", List.of("--fault", "dot=garbage,kept=yes,rate=0.02"));
        faults.put("garbage at MAIL", List.of("--fault", "mail=garbage,rate=0.02,times=5"));
        faults.put("nothing in groups", List.of("--without", "PIPELINING,SIZE,ENHANCEDSTATUSCODES"));
        return faults;
    }

    Row passing(String fault, List<String> words, String database) throws Exception {
        try (Scene scene = stage.scene(database, options.few(), words.toArray(String[]::new))) {
            scene.site().set("STANDFIRST_MAIL_TIMEOUT", "1s");
            return scene.row(fault, scene.toTheEnd().judge());
        }
    }

    /** One in ten is refused for good: those and no others fail, at the first try. */
    Row refused(String reply, String database) throws Exception {
        String rule = "rcpt=" + reply + ",times=0,match=" + ONE_IN_TEN;
        try (Scene scene = stage.scene(database, options.few(), "--fault", rule)) {
            Judge judge = scene.toTheEnd().judge();
            Set<String> failed = scene.who("FAILED");
            Set<String> expected = IntStream.range(0, options.few())
                    .mapToObj("p%d@example.org"::formatted)
                    .filter(one -> one.matches(ONE_IN_TEN))
                    .collect(Collectors.toSet());
            judge.settled(failed).mostTwice(0).must(failed.equals(expected), failed.size() + " are listed as refused");
            return scene.row(reply.substring(0, 3) + " for one in ten", judge);
        }
    }

    /** A wrong password is nobody's fault but ours: few tries, nobody fails, and all goes out with the right one. */
    Row wrongPassword(String database) throws Exception {
        try (Scene scene = stage.scene(database, options.few(), "--login", "brief:right")) {
            scene.site().set("STANDFIRST_MAIL_USERNAME", "brief");
            scene.site().set("STANDFIRST_MAIL_PASSWORD", "wrong");
            Outcome refused = scene.end(scene.start());
            long logins = scene.sink().ledger().notes("login refused");
            Set<String> failed = scene.who("FAILED");
            scene.site().set("STANDFIRST_MAIL_PASSWORD", "right");
            Judge judge = scene.toTheEnd()
                    .judge()
                    .mostTwice(0)
                    .must(refused.exit() == 1, "a wrong password ends with " + refused.exit())
                    .must(logins >= 1 && logins <= LOGINS, logins + " logins were tried")
                    .must(failed.isEmpty(), failed.size() + " are listed as refused");
            return scene.row("wrong password", judge);
        }
    }

    /** Our own limit an hour: however often it is killed and started, the server gets no more. */
    Row ownLimit(String database) throws Exception {
        int limit = Math.max(4, options.few() / 4);
        try (Scene scene = stage.scene(database, options.few())) {
            scene.site().set("STANDFIRST_MAIL_PER_HOUR", Integer.toString(limit));
            scene.killAfter(limit / 4, 0);
            scene.killAfter(limit / 4, 0);
            scene.end(scene.start());
            long mailed = scene.sink().taken();
            scene.site().set("STANDFIRST_MAIL_PER_HOUR", "1000000");
            Judge judge = scene.toTheEnd()
                    .judge()
                    .must(mailed <= limit, mailed + " were mailed in an hour of " + limit)
                    .must(mailed >= limit / 2, mailed + " were mailed, " + limit + " could be");
            return scene.row("own limit of %d an hour, 2 kills".formatted(limit), judge);
        }
    }

    /** So many mails in a period, and a kill between: the server counts, and nobody is lost. */
    Row limited(String database) throws Exception {
        int limit = Math.max(1, options.few() / 4);
        try (Scene scene = stage.scene(database, options.few(), "--limit", limit + "/20000")) {
            scene.killAfter(limit / 2, 0);
            Judge judge = scene.toTheEnd().judge();
            return scene.row("limit of %d in 20 s, a kill between".formatted(limit), judge);
        }
    }
}
