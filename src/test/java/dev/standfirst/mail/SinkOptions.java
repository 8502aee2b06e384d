package dev.standfirst.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a {@link SmtpSink} behaves. On its command line: {@code --fault rcpt=451,rate=0.02 --per-connection 100 --limit
 * 1000/60000 ...}; durations are in milliseconds.
 *
 * @param port to listen on; 0 for any
 * @param seed of what is drawn
 * @param faults in the order in which they are tried
 * @param without names of extensions that are not announced
 * @param login "user:password" that is demanded; empty for none
 * @param size greatest mail, in bytes; 0 for any
 * @param perConnection mails that a connection may carry; 0 for any number
 * @param connections that may be open at a time; 0 for any number
 * @param grey how long somebody new is told to come again
 * @param limit mails in a period; 0 for any number
 * @param period of the limit
 * @param over the answer above the limit
 * @param outageAfter so many mails the server goes away, once; 0 for never
 * @param outage how long it is away
 * @param delay before each flight of answers: a round trip
 * @param keys a PKCS12 file with a certificate for STARTTLS, its password {@code changeit}
 * @param ledger a file that gets a line for each mail
 * @param quiet whether standard output says the port alone
 */
record SinkOptions(
        int port,
        long seed,
        List<SinkFault> faults,
        Set<String> without,
        String login,
        long size,
        int perConnection,
        int connections,
        Duration grey,
        int limit,
        Duration period,
        String over,
        long outageAfter,
        Duration outage,
        Duration delay,
        Optional<Path> keys,
        Optional<Path> ledger,
        boolean quiet) {

    static final long SIZE = 50_000_000;

    /** From a command line whose first word may be the ledger's file. */
    static SinkOptions parse(String... arguments) {
        Map<String, String> single = new HashMap<>();
        List<SinkFault> faults = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            String word = arguments[i];
            if (!word.startsWith("--")) {
                single.put("--ledger", word);
            } else if (word.equals("--quiet")) {
                single.put(word, "yes");
            } else if (word.equals("--fault")) {
                faults.add(SinkFault.parse(arguments[++i]));
            } else {
                single.put(word, arguments[++i]);
            }
        }
        return of(single, faults);
    }

    private static SinkOptions of(Map<String, String> words, List<SinkFault> faults) {
        String[] limit = words.getOrDefault("--limit", "0/3600000").split("/");
        String[] outage = words.getOrDefault("--outage", "0:0").split(":");
        String without = words.getOrDefault("--without", "").toUpperCase(Locale.ROOT);
        return new SinkOptions(
                number(words, "--port", 0),
                number(words, "--seed", 1),
                List.copyOf(faults),
                new HashSet<>(Arrays.asList(without.split(","))),
                words.getOrDefault("--login", ""),
                number(words, "--size", (int) SIZE),
                number(words, "--per-connection", 0),
                number(words, "--connections", 0),
                Duration.ofMillis(number(words, "--grey", 0)),
                Integer.parseInt(limit[0]),
                Duration.ofMillis(Long.parseLong(limit[1])),
                words.getOrDefault("--over", "450 4.7.28 too many mails, come again later"),
                Long.parseLong(outage[0]),
                Duration.ofMillis(Long.parseLong(outage[1])),
                Duration.ofMillis(number(words, "--delay", 0)),
                Optional.ofNullable(words.get("--keys")).map(Path::of),
                Optional.ofNullable(words.get("--ledger")).map(Path::of),
                words.containsKey("--quiet"));
    }

    private static int number(Map<String, String> words, String name, int otherwise) {
        return Integer.parseInt(words.getOrDefault(name, Integer.toString(otherwise)));
    }

    boolean announces(String extension) {
        return !without.contains(extension);
    }
}
