package dev.standfirst.consent;

import dev.standfirst.mail.EmailAddress;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * A person's own data, for who reads the person's mailbox: a link is asked for on a page and comes by mail. Links in
 * editions are forwarded, so they never lead here.
 */
@Component
public class OwnData {

    private final Reception reception;
    private final Requests requests;
    private final Clock clock;

    OwnData(Reception reception, Requests requests, Clock clock) {
        this.reception = reception;
        this.requests = requests;
        this.clock = clock;
    }

    /** Asks for the link; it lives for 48 hours. The answer is the same for every address, and takes the same time. */
    public OptIn.Asked ask(String addressText, Locale language, Visitor visitor) {
        return reception.receive(Purpose.OWN_DATA, OptionalLong.empty(), addressText, language, visitor);
    }

    /** Whose data a link opens; changes nothing. Empty where its time is over, or we made no such link. */
    public Optional<EmailAddress> look(String token) {
        return find(token).map(Request::address);
    }

    private Optional<Request> find(String token) {
        return Token.parse(token)
                .flatMap(read -> requests.find(read, Purpose.OWN_DATA))
                .filter(request -> !request.isExpired(clock.instant()));
    }
}
