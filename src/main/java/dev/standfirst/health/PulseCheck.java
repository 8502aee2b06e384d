package dev.standfirst.health;

import dev.standfirst.text.Fact;
import dev.standfirst.watch.Pulse;
import dev.standfirst.watch.Trouble;
import dev.standfirst.watch.TroubleKind;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether what looks for due digests twice a minute still does. */
@Component
class PulseCheck implements Check {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Pulse pulse;

    PulseCheck(Pulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public TroubleKind kind() {
        return TroubleKind.TIMETABLE_STILL;
    }

    @Override
    public List<Trouble> look() {
        return pulse.still(LIMIT).stream()
                .map(name -> new Trouble(
                        kind(),
                        name,
                        Fact.of("fact.trouble.still", name),
                        Fact.of("fact.trouble.still.safe"),
                        Fact.of("fact.trouble.still.remedy")))
                .toList();
    }
}
