package dev.standfirst.job;

import dev.standfirst.mail.SendResult.NoServer;
import dev.standfirst.relay.Relay;
import dev.standfirst.relay.Relays;
import dev.standfirst.text.Fact;
import dev.standfirst.watch.Trouble;
import dev.standfirst.watch.TroubleKind;
import dev.standfirst.watch.Troubles;
import org.springframework.stereotype.Component;

/** Notes what a delivery met and somebody has to know: counts that do not hold, and servers that take nothing more. */
@Component
class SendingTroubles {

    private final Troubles troubles;
    private final Relays relays;

    SendingTroubles(Troubles troubles, Relays relays) {
        this.troubles = troubles;
        this.relays = relays;
    }

    /** More mails of an edition were taken than there are people. It is over when a run of it ends well. */
    void countsBroken(EditionKey key, RunResult.Problem problem) {
        troubles.begin(new Trouble(
                TroubleKind.COUNTS_BROKEN,
                key.toString(),
                Fact.words(problem.happened() + "."),
                Fact.words(problem.safe()),
                Fact.words(problem.remedy())));
    }

    /** A delivery is over: servers that were halted in it stay so until the next. */
    void ended() {
        relays.all().forEach(relay -> relay.halted().ifPresent(trouble -> halted(relay, trouble)));
    }

    /** An edition went out to everybody: servers that answered take mail again. */
    void sent() {
        relays.all().stream()
                .filter(relay -> relay.halted().isEmpty() && relay.answers())
                .forEach(relay -> troubles.over(TroubleKind.RELAY_HALTED, relay.name()));
    }

    private void halted(Relay relay, NoServer trouble) {
        troubles.begin(new Trouble(
                TroubleKind.RELAY_HALTED,
                relay.name(),
                Fact.of("fact.trouble.relay", relay.name(), trouble.reason()),
                Fact.of("fact.trouble.relay.safe"),
                Fact.words(trouble.remedy())));
    }
}
