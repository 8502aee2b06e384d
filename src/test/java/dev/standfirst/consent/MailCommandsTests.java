package dev.standfirst.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.History;
import dev.standfirst.subscriber.LinkToken.Purpose;
import dev.standfirst.subscriber.People;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailCommandsTests {

    private static final Visitor MAILBOX = new Visitor("", "", "");

    private final People people = new People(new TestDatabase().jdbc(), new MovableClock());
    private final MailCommands commands = new MailCommands(people.subscriptions, people.links);

    @Test
    void aMailWithTheTokenEndsTheSubscription() {
        Subscription ada = place("ada@example.org");

        assertThat(commands.leave(people.links.of(Purpose.LEAVE, ada.id()), "Ada <ada@example.org>", MAILBOX))
                .isTrue();
        assertThat(status(ada)).isEqualTo(Status.UNSUBSCRIBED);
        assertThat(people.history.of(ada.subscriberId()))
                .last()
                .isEqualTo(new History.Line(
                        new MovableClock().instant(),
                        History.Event.LEFT,
                        Optional.of("brief"),
                        Reason.person("by a mail", "Ada <ada@example.org>", "")));
    }

    @Test
    void theTokenMayBeWrittenInDigitsThatSurviveAChangeOfCase() {
        for (int i = 0; i < 20; i++) {
            Subscription person = place("p" + i + "@example.org");
            String digits = new BigInteger(1, people.links.bytes(Purpose.LEAVE, person.id())).toString(32);
            String token = "0".repeat(39 - digits.length()) + digits;

            assertThat(commands.leave(token.toUpperCase(Locale.ROOT), "", MAILBOX))
                    .isTrue();
            assertThat(status(person)).isEqualTo(Status.UNSUBSCRIBED);
        }
    }

    @Test
    void leavingTwiceIsAsGoodAsOnce() {
        Subscription ada = place("ada@example.org");
        String token = people.links.of(Purpose.LEAVE, ada.id());
        commands.leave(token, "", MAILBOX);

        assertThat(commands.leave(token, "", MAILBOX)).isTrue();
        assertThat(people.history.of(ada.subscriberId())).hasSize(2);
    }

    @Test
    void theSenderOfAMailIsNotBelieved() {
        Subscription ada = place("ada@example.org");
        for (String token : List.of(
                "",
                "unsubscribe",
                people.links.of(Purpose.CHOOSE, ada.id()),
                people.links.of(Purpose.LEAVE, ada.id() + 1),
                "v".repeat(39),
                "0".repeat(39),
                "x".repeat(100_000))) {
            assertThat(commands.leave(token, "ada@example.org", MAILBOX)).isFalse();
        }
        assertThat(status(ada)).isEqualTo(Status.CONFIRMED);
    }

    private Subscription place(String address) {
        people.subscriptions.add("brief", new EmailAddress(address), "", Reason.of("by hand"));
        return people.subscriptions.find("brief", new EmailAddress(address)).orElseThrow();
    }

    private Status status(Subscription place) {
        return people.subscriptions.find(place.id()).orElseThrow().status();
    }
}
