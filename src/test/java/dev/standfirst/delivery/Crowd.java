package dev.standfirst.delivery;

import dev.standfirst.TestDatabase;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Many people on the list "brief", every one of whom chose something at random, the same each time. */
final class Crowd {

    private static final int BATCH = 1_000;
    private static final List<String> TOPICS = List.of("Coast", "Science", "Culture");
    private static final List<String> WORDS = List.of("reef", "ferry", "opera", "night bus*", "painting", "Satelliten");
    private static final List<String> ZONES = List.of("", "Asia/Tokyo", "America/Los_Angeles", "Pacific/Apia");

    private Crowd() {}

    static void fill(TestDatabase database, int people) {
        OffsetDateTime joined = OffsetDateTime.parse("2026-01-01T00:00:00Z");
        database.jdbc()
                .sql("insert into list (id, name, created_at) values (1, 'brief', current_timestamp)")
                .update();
        Random random = new Random(5);
        for (int from = 1; from <= people; from += BATCH) {
            List<Object[]> subscribers = new ArrayList<>();
            List<Object[]> subscriptions = new ArrayList<>();
            for (int id = from; id < from + BATCH; id++) {
                String address = "p" + id + "@example.org";
                subscribers.add(new Object[] {id, address, address, joined, joined});
                subscriptions.add(subscription(id, joined, random));
            }
            database.template()
                    .batchUpdate(
                            "insert into subscriber (id, address, normal, domain, created_at, changed_at)"
                                    + " values (?, ?, ?, 'example.org', ?, ?)",
                            subscribers);
            database.template()
                    .batchUpdate(
                            "insert into subscription (id, list_id, subscriber_id, status, since, changed_at, cause,"
                                    + " cadence, days, at_time, zone, language, topics_out, words_out, plain_text)"
                                    + " values (?, 1, ?, 'CONFIRMED', ?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?)",
                            subscriptions);
        }
    }

    private static Object[] subscription(int id, OffsetDateTime joined, Random random) {
        boolean byDay = random.nextInt(10) == 0;
        boolean byHour = random.nextInt(4) == 0;
        return new Object[] {
            id,
            id,
            joined,
            joined,
            byDay ? "DAYS" : "EACH",
            byDay ? Integer.toString(1 + random.nextInt(7)) : "",
            byHour ? "%02d:00".formatted(random.nextInt(24)) : "",
            byHour ? ZONES.get(random.nextInt(ZONES.size())) : "",
            random.nextInt(5) == 0 ? "de" : "",
            some(TOPICS, random),
            some(WORDS, random),
            random.nextInt(20) == 0
        };
    }

    private static String some(List<String> all, Random random) {
        return Stream.generate(() -> all.get(random.nextInt(all.size())))
                .limit(random.nextInt(3))
                .distinct()
                .collect(Collectors.joining("\n"));
    }
}
