package dev.standfirst.desk;

import dev.standfirst.desk.BulkOrder.Act;
import dev.standfirst.subscriber.CrowdForesight.Foreseen;
import dev.standfirst.subscriber.Fate;
import dev.standfirst.subscriber.Subscription.Status;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What will become, or became, of many people, in words. */
final class BulkFacts {

    private BulkFacts() {}

    /** A message about an order; its values are a number, the list, and the other list. */
    static String say(Call call, BulkOrder order, String key, long number) {
        return call.say(
                "bulk." + key + "." + order.act(), number, order.wanted().list(), order.to());
    }

    /** How many fare how, as far as there are any. */
    static List<Map<String, Object>> fates(Call call, BulkOrder order, Map<Fate, Long> fates) {
        return fates.entrySet().stream()
                .filter(fate -> fate.getValue() > 0)
                .<Map<String, Object>>map(fate -> Map.of(
                        "number",
                        call.say("number", fate.getValue()),
                        "kind",
                        fate.getKey() == Fate.DONE ? "okc" : "c",
                        "words",
                        say(call, order, "fate." + fate.getKey(), fate.getValue())))
                .toList();
    }

    /** Who is handed out is not changed, so that all fare alike. */
    static Map<Fate, Long> fates(BulkOrder order, Foreseen foreseen) {
        if (order.act() != Act.EXPORT) {
            return foreseen.fates();
        }
        long all = foreseen.fates().values().stream().mapToLong(Long::longValue).sum();
        return new EnumMap<>(Map.of(Fate.DONE, all));
    }

    /** Whom to think of twice before they are put on a list. */
    static List<String> warnings(Call call, BulkOrder order, Optional<Foreseen> foreseen) {
        if (order.act() != Act.PUT || foreseen.isEmpty()) {
            return List.of();
        }
        List<String> warnings = new ArrayList<>();
        foreseen.get().done().forEach((status, number) -> {
            if (status != Status.CONFIRMED) {
                warnings.add(
                        call.say("bulk.warn." + status, number, order.wanted().list(), order.to()));
            }
        });
        return warnings;
    }

    /** What is safe, and how it is undone. */
    static List<String> safe(Call call, BulkOrder order) {
        List<String> lines = new ArrayList<>();
        lines.add(say(call, order, "safe", 0));
        if (order.act() != Act.EXPORT) {
            lines.add(say(call, order, "undo", 0));
            lines.add(call.say("bulk.later"));
            lines.add(call.say("bulk.parts"));
        }
        return lines;
    }
}
