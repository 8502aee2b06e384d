package dev.standfirst.consent;

import static dev.standfirst.consent.Installation.VISITOR;
import static dev.standfirst.consent.Installation.address;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.consent.OptIn.Confirmed;
import dev.standfirst.mail.SmtpSink.Fault;
import dev.standfirst.relay.RelaysAt;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Suppressions.Cause;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.standfirst.TestDatabase#each")
class OutboxTests {

    private final Installation here;

    OutboxTests(TestDatabase database) {
        here = new Installation(database);
    }

    @AfterEach
    void end() throws IOException {
        here.close();
    }

    @Test
    void aMailThatIsPutOffIsTriedAgainLaterAndLater() {
        here.sink.fault("ada@example.org", Fault.DEFER_RCPT);
        here.ask("ada@example.org");
        int tries = 0;
        for (int minute = 0; minute < 31; minute++) {
            here.deliver();
            tries += attempts() > tries ? 1 : 0;
            here.clock.move(Duration.ofMinutes(1));
        }
        assertThat(tries).as("after 0, 1, 3, 7 and 15 minutes").isEqualTo(5);

        here.sink.fault("ada@example.org", Fault.NONE);
        here.deliver();
        assertThat(here.optIn.confirm(here.token(), VISITOR)).isInstanceOf(Confirmed.Done.class);
    }

    @Test
    void aMailThatNeverGoesOutIsGivenUpWhenItsTokenEnds() {
        here.sink.fault("ada@example.org", Fault.DEFER_DATA);
        here.ask("ada@example.org");
        for (int hour = 0; hour < 50; hour++) {
            here.deliver();
            here.clock.move(Duration.ofHours(1));
        }
        here.sink.fault("ada@example.org", Fault.NONE);
        here.deliver();

        assertThat(here.sink.recipients()).isEmpty();
        assertThat(states()).isEmpty();
    }

    @Test
    void aServerThatIsDownLosesNothingAndIsNotAskedAgainAtOnce() throws IOException {
        here.ask("ada@example.org");
        here.ask("bo@example.org");
        here.outbox(RelaysAt.port(1)).empty();
        assertThat(states()).containsExactly("WAITING", "ASKED");

        here.clock.move(Duration.ofHours(1));
        here.deliver();
        assertThat(here.sink.recipients()).containsExactlyInAnyOrder("ada@example.org", "bo@example.org");
    }

    @Test
    void aServerThatTakesNoMailIsLeftAloneForAMinute() {
        here.sink.fault("ada@example.org", Fault.GOODBYE);
        Outbox outbox = here.outbox(RelaysAt.port(here.sink.port()));
        here.ask("ada@example.org");
        here.ask("bo@example.org");
        outbox.empty();
        outbox.empty();
        assertThat(here.sink.recipients()).isEmpty();

        here.clock.move(Duration.ofMinutes(1));
        here.sink.fault("ada@example.org", Fault.NONE);
        outbox.empty();
        assertThat(here.sink.recipients()).containsExactlyInAnyOrder("ada@example.org", "bo@example.org");
    }

    @Test
    void anAddressThatIsRefusedForGoodIsNotTriedAgain() {
        here.sink.fault("ada@example.org", Fault.REFUSE_RCPT);
        here.ask("ada@example.org");
        here.deliver();
        here.sink.fault("ada@example.org", Fault.NONE);
        here.clock.move(Duration.ofHours(2));
        here.deliver();

        assertThat(states()).containsExactly("FAILED");
        assertThat(here.sink.recipients()).isEmpty();
    }

    @Test
    void aMailWhoseAnswerWasLostIsNotSentAgainAndItsLinkWorks() {
        here.sink.fault("ada@example.org", Fault.DROP_AFTER_DOT);
        here.ask("ada@example.org");
        here.deliver();
        here.sink.fault("ada@example.org", Fault.NONE);
        here.clock.move(Duration.ofHours(2));
        here.deliver();

        assertThat(states()).containsExactly("DOUBT");
        assertThat(here.sink.recipients()).hasSize(1);
        assertThat(here.optIn.confirm(here.token(), VISITOR)).isInstanceOf(Confirmed.Done.class);
    }

    @Test
    void whatADeadProgramHadInHandIsInDoubtAndNotSentAgain() {
        here.ask("ada@example.org");
        Request request = here.requests.due(1).get(0);
        here.screening().pass(request);
        here.requests.claim(request.id(), Optional.of(Token.random()));

        here.deliver();
        assertThat(states()).containsExactly("CLAIMED");
        here.clock.move(Duration.ofMinutes(21));
        here.deliver();
        assertThat(states()).containsExactly("DOUBT");
        assertThat(here.sink.recipients()).isEmpty();
    }

    @Test
    void whatADeadProgramHadDecidedIsSentOnce() {
        here.ask("ada@example.org");
        Request request = here.requests.due(1).get(0);
        here.requests.takeTurn(request);
        here.deliver();
        here.deliver();

        assertThat(here.sink.recipients()).containsExactly("ada@example.org");
    }

    @Test
    void twoProgramsSendEachMailOnce() throws Exception {
        for (int i = 0; i < 40; i++) {
            here.optIn.ask(
                    "morning-brief",
                    "p%d@example.org".formatted(i / 2),
                    Locale.ENGLISH,
                    new Visitor("198.51.100." + i, "", ""));
        }
        ExecutorService programs = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> both =
                    programs.invokeAll(List.of(Executors.callable(here::deliver), Executors.callable(here::deliver)));
            for (Future<Object> one : both) {
                one.get();
            }
        } finally {
            programs.shutdownNow();
        }
        here.deliver();

        assertThat(here.sink.recipients()).doesNotHaveDuplicates().hasSize(20);
    }

    @Test
    void whoIsSuppressedWhileTheMailWaitsGetsNone() {
        here.sink.fault("ada@example.org", Fault.DEFER_RCPT);
        here.ask("ada@example.org");
        here.deliver();
        here.people.suppressions.add(address("ada@example.org"), Cause.COMPLAINT, Reason.of("wrote to us"));
        here.sink.fault("ada@example.org", Fault.NONE);
        here.clock.move(Duration.ofHours(1));
        here.deliver();

        assertThat(here.sink.recipients()).isEmpty();
    }

    @Test
    void settledRequestsAreForgottenAfterAMonth() {
        here.ask("ada@example.org");
        here.deliver();
        here.clock.move(Duration.ofDays(31));
        here.deliver();

        assertThat(states()).isEmpty();
    }

    @Test
    void whoNeverConfirmedIsForgottenAMonthAfterAskingLast() {
        here.list("weekly", "Weekly");
        here.people.subscriptions.add("weekly", address("bo@example.org"), "", Reason.of("by hand"));
        here.ask("ada@example.org");
        here.ask("bo@example.org");
        here.deliver();
        here.clock.move(Duration.ofDays(20));
        here.ask("ada@example.org");
        here.deliver();

        here.clock.move(Duration.ofDays(11));
        here.deliver();
        assertThat(here.people.subscribers.find(address("ada@example.org"))).isPresent();
        assertThat(here.people.subscriptions.find("morning-brief", address("bo@example.org")))
                .isEmpty();

        here.clock.move(Duration.ofDays(20));
        here.deliver();
        assertThat(here.people.subscribers.find(address("ada@example.org"))).isEmpty();
        assertThat(here.people.subscriptions.find("weekly", address("bo@example.org")))
                .isPresent();
    }

    @Test
    void whoNeverConfirmedIsKeptWhileALinkToTheDataLives() {
        here.ask("ada@example.org");
        here.deliver();
        here.clock.move(Duration.ofDays(30));
        here.ownData.ask("ada@example.org", Locale.ENGLISH, VISITOR);
        here.deliver();
        here.clock.move(Duration.ofDays(1));
        here.deliver();
        assertThat(here.ownData.look(here.token())).contains(address("ada@example.org"));

        here.clock.move(Duration.ofDays(1));
        here.deliver();
        assertThat(here.people.subscribers.find(address("ada@example.org"))).isEmpty();
    }

    private List<String> states() {
        return here.jdbc
                .sql("select state from consent_request order by id")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private int attempts() {
        return here.jdbc
                .sql("select attempts from consent_request")
                .query((row, number) -> row.getInt(1))
                .single();
    }
}
