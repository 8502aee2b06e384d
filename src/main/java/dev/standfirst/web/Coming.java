package dev.standfirst.web;

import dev.standfirst.delivery.NextMail;
import dev.standfirst.edition.Editions;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When the next mail comes to somebody on a list. */
@Component
class Coming {

    private final Editions editions;
    private final Clock clock;

    Coming(Editions editions, Clock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    /** In the person's zone, or the digest's; empty where none is in sight. */
    Optional<ZonedDateTime> to(Places.Seat seat) {
        return NextMail.of(
                seat.place().digests(),
                seat.subscription().preferences(),
                seat.subscription().since(),
                clock.instant(),
                editions::composedAt);
    }
}
