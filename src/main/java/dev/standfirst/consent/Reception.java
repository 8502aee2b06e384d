package dev.standfirst.consent;

import dev.standfirst.consent.OptIn.Asked;
import dev.standfirst.mail.EmailAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * Takes requests in. It reads the form and counts visits, and never looks whether the address is known: what is not
 * looked up cannot be told, neither by words nor by time. Whose address it is matters to the {@link Outbox} alone,
 * which works at its own pace.
 */
@Component
class Reception {

    private final Requests requests;
    private final Visits visits;

    Reception(Requests requests, Visits visits) {
        this.requests = requests;
        this.visits = visits;
    }

    Asked receive(Purpose purpose, OptionalLong list, String addressText, Locale language, Visitor visitor) {
        EmailAddress.Parsed parsed = EmailAddress.parse(addressText);
        if (parsed instanceof EmailAddress.Parsed.Invalid invalid) {
            return new Asked.WrongAddress(ConsentWords.of(language).reason(invalid.reason()));
        }
        Optional<Duration> wait = visits.enter(Network.of(visitor.network()));
        if (wait.isPresent()) {
            return new Asked.TooMany(wait.get());
        }
        EmailAddress address = ((EmailAddress.Parsed.Valid) parsed).address();
        requests.add(purpose, list, address, language, visitor);
        return new Asked.CheckInbox(address);
    }
}
