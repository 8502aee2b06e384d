package dev.standfirst.cli;

import dev.standfirst.delivery.DeliveryCounts;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.job.RunResult;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How a run ended, for programs. */
final class RunJson {

    private RunJson() {}

    static Map<String, Object> of(RunResult result) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (result instanceof RunResult.Sent sent) {
            map.put("result", "sent");
            map.put("run", sent.run());
            map.put("deliveries", counts(sent.counts()));
        } else if (result instanceof RunResult.AlreadySent already) {
            map.put("result", "already-sent");
            map.put("deliveries", counts(already.counts()));
        } else if (result instanceof RunResult.Later later) {
            map.put("result", "later");
            later.run().ifPresent(run -> map.put("run", run));
            map.put("deliveries", counts(later.counts()));
            map.put("later", later.rest().people());
            map.put("again", later.rest().again());
            map.put("next", later.rest().next().toString());
        } else if (result instanceof RunResult.Waits waits) {
            map.put("result", "waits");
            waits.run().ifPresent(run -> map.put("run", run));
            map.put("people", waits.people());
            waits.approval()
                    .plan()
                    .ifPresent(plan -> map.put("until", plan.deadline().toString()));
        } else {
            putOther(result, map);
        }
        return map;
    }

    private static void putOther(RunResult result, Map<String, Object> map) {
        if (result instanceof RunResult.Failed failed) {
            map.put("result", "failed");
            map.put("run", failed.run());
            map.put("step", failed.step().key());
            map.put("problem", failed.problem().happened());
        } else if (result instanceof RunResult.Held held) {
            map.put("result", "held");
            map.put("pid", held.owner().pid());
        } else {
            map.put("result", word(result));
        }
    }

    private static String word(RunResult result) {
        if (result instanceof RunResult.Skipped) {
            return "skipped";
        }
        if (result instanceof RunResult.Silent) {
            return "silent";
        }
        return result instanceof RunResult.NothingNew ? "nothing-new" : "stopped";
    }

    private static Map<String, Long> counts(DeliveryCounts counts) {
        Map<String, Long> map = new LinkedHashMap<>();
        for (DeliveryState state : DeliveryState.values()) {
            map.put(state.name().toLowerCase(Locale.ROOT), counts.of(state));
        }
        return map;
    }
}
