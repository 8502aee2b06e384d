package dev.standfirst.consent;

import static dev.standfirst.consent.Installation.VISITOR;
import static dev.standfirst.consent.Installation.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.consent.OptIn.Asked;
import dev.standfirst.consent.OptIn.Confirmed;
import dev.standfirst.mail.ReceivedMail;
import dev.standfirst.subscriber.History;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Suppressions.Cause;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.standfirst.TestDatabase#each")
class OptInTests {

    private final Installation here;

    OptInTests(TestDatabase database) {
        here = new Installation(database);
    }

    @AfterEach
    void end() throws IOException {
        here.close();
    }

    @Test
    void whoAsksGetsAMailAndWhoConfirmsIsOnTheList() {
        assertThat(here.ask(" Ada@Example.org ")).isEqualTo(new Asked.CheckInbox(address("Ada@Example.org")));
        here.deliver();

        assertThat(here.sink.recipients()).containsExactly("Ada@example.org");
        assertThat(place("ada@example.org").status()).isEqualTo(Status.UNCONFIRMED);
        assertThat(here.optIn.look(here.token()))
                .contains(new OptIn.Pending(here.brief, address("Ada@Example.org"), false, false));

        assertThat(here.optIn.confirm(here.token(), VISITOR)).isInstanceOf(Confirmed.Done.class);
        assertThat(place("ada@example.org").status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void timeNetworkProgramAndWordsAreKeptOfAskingAndOfConfirming() {
        here.ask("ada@example.org");
        here.deliver();
        here.clock.move(Duration.ofMinutes(5));
        here.optIn.confirm(here.token(), new Visitor("2001:db8::7", "Firefox", "Yes, I want it"));

        List<History.Line> lines =
                here.people.history.of(place("ada@example.org").subscriberId());
        assertThat(lines).extracting(History.Line::event).containsExactly(History.Event.ASKED, History.Event.CONFIRMED);
        assertThat(lines.get(0).reason())
                .isEqualTo(new Reason(
                        "asked to join on a page",
                        "somebody with that address",
                        "192.0.2.7, Lynx/2.9",
                        "Yes, send me Morning Brief"));
        assertThat(lines.get(1).reason())
                .isEqualTo(Reason.person("confirmed by the link in a mail", "2001:db8::7, Firefox", "Yes, I want it"));
        assertThat(lines.get(1).at()).isEqualTo("2026-11-18T06:05:00Z");
    }

    @Test
    void lookingChangesNothingHoweverOften() {
        here.ask("ada@example.org");
        here.deliver();
        for (int i = 0; i < 5; i++) {
            assertThat(here.optIn.look(here.token())).isPresent();
        }
        assertThat(place("ada@example.org").status()).isEqualTo(Status.UNCONFIRMED);
    }

    @Test
    void confirmingTwiceIsAsGoodAsOnce() {
        here.ask("ada@example.org");
        here.deliver();
        here.optIn.confirm(here.token(), VISITOR);

        assertThat(here.optIn.confirm(here.token(), VISITOR)).isInstanceOf(Confirmed.Done.class);
        assertThat(here.optIn.look(here.token()).orElseThrow().used()).isTrue();
        assertThat(here.people.history.of(place("ada@example.org").subscriberId()))
                .hasSize(2);
    }

    @Test
    void aUsedLinkBringsNobodyBackWhoLeftSince() {
        here.ask("ada@example.org");
        here.deliver();
        here.optIn.confirm(here.token(), VISITOR);
        here.people.subscriptions.leave(place("ada@example.org").id(), Reason.of("by the link in a mail"));

        assertThat(here.optIn.confirm(here.token(), VISITOR)).isEqualTo(new Confirmed.Expired(here.brief));
        assertThat(place("ada@example.org").status()).isEqualTo(Status.UNSUBSCRIBED);
    }

    @Test
    void aLinkEndsAfterFortyEightHours() {
        here.ask("ada@example.org");
        here.deliver();
        here.clock.move(Duration.ofDays(2).minusSeconds(1));
        assertThat(here.optIn.look(here.token()).orElseThrow().expired()).isFalse();
        here.clock.move(Duration.ofSeconds(1));

        assertThat(here.optIn.look(here.token()).orElseThrow().expired()).isTrue();
        assertThat(here.optIn.confirm(here.token(), VISITOR)).isEqualTo(new Confirmed.Expired(here.brief));
        assertThat(place("ada@example.org").status()).isEqualTo(Status.UNCONFIRMED);
    }

    @Test
    void aLinkThatWasChangedInOneCharacterIsUnknown() {
        here.ask("ada@example.org");
        here.deliver();
        String token = here.token();
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'x' ? 'y' : 'x';
            String forged = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(here.optIn.look(forged)).isEmpty();
            assertThat(here.optIn.confirm(forged, VISITOR)).isEqualTo(new Confirmed.Unknown());
        }
        for (String nonsense : List.of("", "'", token + "x", token.substring(1), "x".repeat(100_000), "\u0000")) {
            assertThat(here.optIn.confirm(nonsense, VISITOR)).isEqualTo(new Confirmed.Unknown());
        }
        assertThat(place("ada@example.org").status()).isEqualTo(Status.UNCONFIRMED);
    }

    @Test
    void aLinkIsForOneAddressAndOnePurpose() {
        here.ask("ada@example.org");
        here.ask("bo@example.org");
        here.deliver();
        here.optIn.confirm(here.token(), VISITOR);

        assertThat(place("ada@example.org").status()).isEqualTo(Status.UNCONFIRMED);
        assertThat(place("bo@example.org").status()).isEqualTo(Status.CONFIRMED);
        assertThat(here.ownData.look(here.token())).isEmpty();
    }

    @Test
    void theDatabaseHoldsNoTokenButItsHash() {
        here.ask("ada@example.org");
        here.deliver();

        assertThat(here.jdbc
                        .sql("select token_hash from consent_request")
                        .query((row, number) -> row.getString(1))
                        .single())
                .matches("[0-9a-f]{64}")
                .isEqualTo(new Token(here.token()).hash())
                .doesNotContain(here.token());
    }

    @Test
    void anErasedPersonsLinkIsDead() {
        here.ask("ada@example.org");
        here.deliver();
        long person = place("ada@example.org").subscriberId();
        here.jdbc.sql("delete from history").update();
        here.jdbc.sql("delete from subscription").update();
        here.jdbc.sql("delete from subscriber where id = ?").param(person).update();

        assertThat(here.optIn.confirm(here.token(), VISITOR)).isEqualTo(new Confirmed.Unknown());
        assertThat(rows()).isZero();
    }

    @Test
    void knownLeftAndSuppressedAddressesGetTheSameAnswer() {
        confirmed("known@example.org");
        here.people.subscriptions.leave(confirmed("left@example.org").id(), Reason.of("by the link in a mail"));
        here.people.suppressions.add(address("full@example.org"), Cause.BOUNCE, Reason.of("no such mailbox"));

        for (String name : List.of("new", "known", "left", "full")) {
            assertThat(here.ask(name + "@example.org")).isEqualTo(new Asked.CheckInbox(address(name + "@example.org")));
        }
    }

    @Test
    void whoGetsItAlreadyIsToldSoByMail() {
        Subscription known = confirmed("known@example.org");
        here.ask("known@example.org");
        here.deliver();

        ReceivedMail mail = here.mails().get(0);
        assertThat(mail.subject()).isEqualTo("You already get Morning Brief");
        assertThat(mail.text())
                .contains("https://brief.example/p/"
                        + here.people.links.of(dev.standfirst.subscriber.LinkToken.Purpose.CHOOSE, known.id()))
                .doesNotContain("/c/");
        assertThat(place("known@example.org").status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void whoLeftIsAskedToConfirmAndComesBack() {
        here.people.subscriptions.leave(confirmed("left@example.org").id(), Reason.of("by the link in a mail"));
        here.ask("left@example.org");
        here.deliver();
        assertThat(place("left@example.org").status()).isEqualTo(Status.UNSUBSCRIBED);

        here.optIn.confirm(here.token(), VISITOR);
        assertThat(place("left@example.org").status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void whoIsSuppressedGetsNoMailAndLeavesNoTrace() {
        here.people.suppressions.add(address("a@full.example"), Cause.BOUNCE, Reason.of("no such mailbox"));
        here.people.suppressions.add(address("b@angry.example"), Cause.COMPLAINT, Reason.of("called it spam"));
        here.people.suppressions.addDomain("closed.example", Cause.OPERATOR, Reason.of("closed down"));
        here.people.suppressions.addFingerprint(address("c@old.example"), Cause.COMPLAINT, Reason.of("called it spam"));
        here.ask("A@full.example");
        here.ask("b@angry.example");
        here.ask("x@closed.example");
        here.ask("c@old.example");
        here.deliver();

        assertThat(here.sink.recipients()).isEmpty();
        assertThat(rows()).isZero();
        assertThat(here.people.subscribers.find(address("a@full.example"))).isEmpty();
    }

    @Test
    void whoWasErasedMayAskToComeBack() {
        here.people.suppressions.addFingerprint(address("ada@example.org"), Cause.ERASED, Reason.of("asked for it"));
        here.ask("ada@example.org");
        here.deliver();
        here.optIn.confirm(here.token(), VISITOR);

        assertThat(place("ada@example.org").status()).isEqualTo(Status.CONFIRMED);
        assertThat(here.people.suppressions.find(address("ada@example.org"))).isEmpty();
    }

    @Test
    void missingAndClosedListsAreAlike() {
        here.people.lists.require("closed");

        assertThat(here.optIn.ask("closed", "ada@example.org", Locale.ENGLISH, VISITOR))
                .isEqualTo(new Asked.NoSuchList());
        assertThat(here.optIn.ask("' or 1=1 --", "ada@example.org", Locale.ENGLISH, VISITOR))
                .isEqualTo(new Asked.NoSuchList());
    }

    @Test
    void aTextThatIsNoAddressIsToldInTheLanguageOfThePage() {
        assertThat(here.ask("ada@example")).isEqualTo(new Asked.WrongAddress("the part after the @ has no dot"));
        assertThat(here.optIn.ask("morning-brief", "ada@example", Locale.GERMANY, VISITOR))
                .isEqualTo(new Asked.WrongAddress("hat nach dem @ keinen Punkt"));
        assertThat(here.ask("ada@example.org\r\nBcc: bo@example.org")).isInstanceOf(Asked.WrongAddress.class);
        assertThat(rows()).isZero();
    }

    @Test
    void oneMailAnAddressAndDayAlsoForOtherLists() {
        here.list("weekly", "Weekly");
        here.ask("ada@example.org");
        here.ask("ADA@example.org");
        here.optIn.ask("weekly", "ada@example.org", Locale.ENGLISH, VISITOR);
        here.deliver();
        here.ask("ada@example.org");
        here.clock.move(Duration.ofDays(1).minusSeconds(1));
        here.ask("ada@example.org");
        here.deliver();
        assertThat(here.sink.recipients()).hasSize(1);

        here.clock.move(Duration.ofSeconds(1));
        here.ask("ada@example.org");
        here.deliver();
        assertThat(here.sink.recipients()).hasSize(2);
    }

    @Test
    void threeUnansweredMailsAreEnough() {
        for (int day = 1; day <= 10; day++) {
            here.ask("ada@example.org");
            here.deliver();
            here.clock.move(Duration.ofHours(25));
        }
        assertThat(here.sink.recipients()).hasSize(3);
    }

    private Subscription confirmed(String address) {
        here.people.subscriptions.add("morning-brief", address(address), "", Reason.of("by hand"));
        return place(address);
    }

    private Subscription place(String address) {
        return here.people.subscriptions.find("morning-brief", address(address)).orElseThrow();
    }

    private long rows() {
        return here.jdbc
                .sql("select count(*) from consent_request")
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
