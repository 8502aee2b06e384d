package dev.standfirst.health;

import dev.standfirst.delivery.DeliveryCounts;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.job.EditionKey;
import dev.standfirst.job.RunEnded;
import dev.standfirst.job.RunResult;
import dev.standfirst.text.Fact;
import dev.standfirst.watch.Alerts;
import dev.standfirst.watch.Ping;
import dev.standfirst.watch.Trouble;
import dev.standfirst.watch.TroubleKind;
import dev.standfirst.watch.Troubles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Draws from the end of each run what somebody has to know, and tells it at once: also where the run was started by the
 * command line and nothing serves. Whatever fails here, the run is over and stays as it ended.
 */
@Component
class RunWatch {

    private static final Logger log = LoggerFactory.getLogger(RunWatch.class);

    private static final long MANY = 20;
    private static final double MANY_SHARE = 0.05;

    private final Troubles troubles;
    private final Alerts alerts;
    private final Ping ping;
    private final DueCheck due;

    RunWatch(Troubles troubles, Alerts alerts, Ping ping, DueCheck due) {
        this.troubles = troubles;
        this.alerts = alerts;
        this.ping = ping;
        this.due = due;
    }

    @EventListener
    void ended(RunEnded event) {
        try {
            note(event.key(), event.result());
            alerts.tell();
            ping(event.result());
        } catch (RuntimeException e) {
            log.error("what became of {} could not be told; the run itself is over", event.key(), e);
        }
    }

    private void note(EditionKey key, RunResult result) {
        if (result instanceof RunResult.Failed failed) {
            troubles.begin(failed(key, failed));
        } else if (endedWell(result)) {
            troubles.over(TroubleKind.RUN_FAILED, key.digest());
        }
        if (result instanceof RunResult.Sent sent) {
            troubles.over(TroubleKind.COUNTS_BROKEN, key.toString());
            judge(key, sent.counts());
        } else if (result instanceof RunResult.Later later) {
            judge(key, later.counts());
        }
    }

    /** Somebody else's run, one that a person stopped, and an edition that is held back tell nothing. */
    private static boolean endedWell(RunResult result) {
        return !(result instanceof RunResult.Held
                || result instanceof RunResult.Stopped
                || result instanceof RunResult.Silent
                || result instanceof RunResult.Skipped
                || (result instanceof RunResult.Waits waits && waits.run().isEmpty()));
    }

    private static Trouble failed(EditionKey key, RunResult.Failed failed) {
        return new Trouble(
                TroubleKind.RUN_FAILED,
                key.digest(),
                Fact.of(
                        "fact.trouble.run",
                        failed.run(),
                        key.toString(),
                        Fact.of("fact.step." + failed.step()),
                        failed.problem().happened()),
                Fact.words(failed.problem().safe()),
                Fact.words(failed.problem().remedy()));
    }

    private void judge(EditionKey key, DeliveryCounts counts) {
        long refused = counts.of(DeliveryState.FAILED);
        long tried = refused + counts.of(DeliveryState.SENT);
        if (refused > MANY && refused > MANY_SHARE * tried) {
            troubles.begin(new Trouble(
                    TroubleKind.MANY_REFUSED,
                    key.digest(),
                    Fact.of("fact.trouble.refused", refused, tried, key.toString()),
                    Fact.of("fact.trouble.refused.safe"),
                    Fact.of(
                            "fact.trouble.refused.remedy",
                            key.digest(),
                            key.date().toString())));
        } else {
            troubles.over(TroubleKind.MANY_REFUSED, key.digest());
        }
    }

    private void ping(RunResult result) {
        boolean out = result instanceof RunResult.Sent
                || result instanceof RunResult.NothingNew
                || (result instanceof RunResult.Later later && later.run().isPresent());
        if (result instanceof RunResult.Failed) {
            ping.failed();
        } else if (out && due.look().isEmpty()) {
            ping.well();
        }
    }
}
