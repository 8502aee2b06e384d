package dev.standfirst.consent;

import static dev.standfirst.consent.Installation.VISITOR;
import static dev.standfirst.consent.Installation.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.consent.OptIn.Asked;
import dev.standfirst.consent.OptIn.Confirmed;
import dev.standfirst.mail.ReceivedMail;
import dev.standfirst.subscriber.History;
import dev.standfirst.subscriber.LinkToken.Purpose;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Suppressions.Cause;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.standfirst.TestDatabase#each")
class OwnDataTests {

    private final Installation here;

    OwnDataTests(TestDatabase database) {
        here = new Installation(database);
    }

    @AfterEach
    void end() throws IOException {
        here.close();
    }

    @Test
    void whoReadsTheMailboxReadsTheData() {
        Subscription ada = ada();
        assertThat(ask("ada@example.org")).isEqualTo(new Asked.CheckInbox(address("ada@example.org")));
        here.deliver();

        ReceivedMail mail = here.mails().get(0);
        assertThat(mail.subject()).isEqualTo("Your data at Morning Brief");
        assertThat(mail.text()).contains("https://brief.example/me/" + here.token());
        assertThat(here.ownData.look(here.token())).contains(address("ada@example.org"));
        assertThat(here.ownData.export(here.token(), VISITOR).orElseThrow())
                .contains("ada@example.org", "morning-brief", "by hand", "OWN_DATA", "192.0.2.7, Lynx/2.9")
                .doesNotContain(here.token(), new Token(here.token()).hash());
        assertThat(here.people.history.of(ada.subscriberId()))
                .last()
                .extracting(History.Line::event)
                .isEqualTo(History.Event.EXPORTED);
    }

    @Test
    void whoErasesIsGoneAndSoIsTheLink() {
        ada();
        ask("ada@example.org");
        here.deliver();

        assertThat(here.ownData.erase(here.token(), VISITOR)).isTrue();
        assertThat(here.people.subscribers.find(address("ada@example.org"))).isEmpty();
        assertThat(here.requests.of(address("ada@example.org"))).isEmpty();
        assertThat(here.ownData.look(here.token())).isEmpty();
        assertThat(here.ownData.export(here.token(), VISITOR)).isEmpty();
        assertThat(here.ownData.erase(here.token(), VISITOR)).isFalse();
    }

    @Test
    void everyOtherLinkOfAnErasedPersonIsDead() {
        here.ask("ada@example.org");
        here.deliver();
        String join = here.token();
        ask("ada@example.org");
        here.deliver();
        here.ownData.erase(here.token(), VISITOR);

        assertThat(here.optIn.look(join)).isEmpty();
        assertThat(here.optIn.confirm(join, VISITOR)).isEqualTo(new Confirmed.Unknown());
    }

    @Test
    void theLinkEndsAfterFortyEightHours() {
        ada();
        ask("ada@example.org");
        here.deliver();
        here.clock.move(Duration.ofDays(2));

        assertThat(here.ownData.look(here.token())).isEmpty();
        assertThat(here.ownData.erase(here.token(), VISITOR)).isFalse();
        assertThat(here.people.subscribers.find(address("ada@example.org"))).isPresent();
    }

    @Test
    void noLinkOfAnEditionOrAConfirmationOpensTheData() {
        Subscription ada = ada();
        here.ask("bo@example.org");
        here.deliver();

        assertThat(here.ownData.look(here.token())).isEmpty();
        for (Purpose purpose : Purpose.values()) {
            assertThat(here.ownData.look(here.people.links.of(purpose, ada.id())))
                    .isEmpty();
        }
    }

    @Test
    void strangersAndPeopleWhoseMailComesBackGetTheSameAnswerAndNoMail() {
        ada();
        here.people.suppressions.add(address("ada@example.org"), Cause.BOUNCE, Reason.of("no such mailbox"));

        assertThat(ask("nobody@example.org")).isEqualTo(new Asked.CheckInbox(address("nobody@example.org")));
        assertThat(ask("ada@example.org")).isEqualTo(new Asked.CheckInbox(address("ada@example.org")));
        here.deliver();
        assertThat(here.sink.recipients()).isEmpty();
    }

    @Test
    void whoWantsNoMailOrMayGetNoneSeesAndErasesTheData() {
        ada();
        here.people.suppressions.add(address("ada@example.org"), Cause.COMPLAINT, Reason.of("called it spam"));
        here.people.suppressions.addDomain("example.org", Cause.OPERATOR, Reason.of("closed down"));
        ask("ada@example.org");
        here.deliver();

        assertThat(here.ownData.export(here.token(), VISITOR).orElseThrow()).contains("called it spam");
        assertThat(here.ownData.erase(here.token(), VISITOR)).isTrue();
    }

    @Test
    void joiningAndOnesDataHaveATurnEachADay() {
        here.ask("ada@example.org");
        here.deliver();
        ask("ada@example.org");
        ask("ada@example.org");
        here.deliver();

        assertThat(here.sink.recipients()).hasSize(2);
    }

    private Asked ask(String address) {
        return here.ownData.ask(address, Locale.ENGLISH, VISITOR);
    }

    private Subscription ada() {
        here.people.subscriptions.add("morning-brief", address("ada@example.org"), "", Reason.of("by hand"));
        return here.people
                .subscriptions
                .find("morning-brief", address("ada@example.org"))
                .orElseThrow();
    }
}
