package dev.standfirst.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpPipelineTests {

    private static final String HELLO = """
            S: 220 mx.example ready
            C: EHLO
            S: 250-mx.example
            S: 250 PIPELINING
            """;

    private static final String PLAIN = """
            S: 220 mx.example ready
            C: EHLO
            S: 250 mx.example
            """;

    private static final String GROUP = """
            C: MAIL FROM:<bounce@standfirst.example>
            C: RCPT TO:
            C: DATA
            """;

    private static final String YES = """
            S: 250 ok
            S: 250 ok
            S: 354 go on
            """;

    private static final String QUIT = "C: QUIT\n";

    private SmtpScript server;
    private SmtpMailer mailer;

    @AfterEach
    void stop() throws IOException {
        mailer.close();
        server.close();
    }

    @Test
    void theCommandsOfTheNextMailTravelWithTheDotOfThisOne() throws Exception {
        play(HELLO + GROUP + YES + "MAIL\n" + GROUP + "S: 250 2.0.0 one\n" + YES + "MAIL\nS: 250 2.0.0 two\n" + QUIT);
        Errand errand = Errand.of("ada@example.org", "bo@example.org");

        mailer.send(errand);

        assertThat(errand.told()).containsExactly("handing 1", "done 1 Accepted", "handing 2", "done 2 Accepted");
        assertThat(errand.results().get(1)).isEqualTo(new SendResult.Accepted("250 2.0.0 two"));
        mailer.close();
        assertThat(server.problems()).isEmpty();
        assertThat(server.mails()).hasSize(2).last().asString().contains("Subject: Mail 2\r\n");
    }

    @Test
    void eachCommandWaitsForItsReplyWherePipeliningIsNotAnnounced() throws Exception {
        String mail = """
                C: MAIL FROM:<bounce@standfirst.example>
                QUIET
                S: 250 ok
                C: RCPT TO:<
                QUIET
                S: 250 ok
                C: DATA
                QUIET
                S: 354 go on
                MAIL
                QUIET
                S: 250 taken
                """;
        play(PLAIN + mail + mail + QUIT);
        Errand errand = Errand.of("ada@example.org", "bo@example.org");

        mailer.send(errand);
        mailer.close();

        assertThat(errand.told()).containsExactly("handing 1", "done 1 Accepted", "handing 2", "done 2 Accepted");
        assertThat(server.problems()).isEmpty();
    }

    @Test
    void aServerThatWantsBytesForNobodyGetsALoneDot() throws Exception {
        play(HELLO + GROUP + "S: 250 ok\nS: 550 5.1.1 unknown\nS: 354 go on\nC: .\n" + GROUP
                + "S: 554 no valid recipients\n" + YES + "MAIL\nS: 250 ok\n" + QUIT);
        Errand errand = Errand.of("gone@example.org", "bo@example.org");

        mailer.send(errand);
        mailer.close();

        assertThat(errand.told()).containsExactly("done 1 Refused", "handing 2", "done 2 Accepted");
        assertThat(errand.results().get(0)).isEqualTo(new SendResult.Refused(550, "5.1.1", "550 5.1.1 unknown"));
        assertThat(server.problems()).isEmpty();
    }

    @Test
    void aRefusedRecipientInTheChainIsClearedAwayBeforeTheNext() throws Exception {
        play(HELLO + GROUP + YES + "MAIL\n" + GROUP
                + "S: 250 ok\nS: 250 ok\nS: 451 4.7.1 greylisted\nS: 503 no\nC: RSET\n" + GROUP + "S: 250 ok\n" + YES
                + "MAIL\nS: 250 ok\n" + QUIT);
        Errand errand = Errand.of("ada@example.org", "later@example.org", "bo@example.org");

        mailer.send(errand);
        mailer.close();

        assertThat(errand.told())
                .containsExactly("handing 1", "done 1 Accepted", "done 2 Deferred", "handing 3", "done 3 Accepted");
        assertThat(errand.results().get(1)).isEqualTo(new SendResult.Deferred(451, "4.7.1", "451 4.7.1 greylisted"));
        assertThat(server.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "450 4.2.1 busy box, Deferred",
        "451 later, Deferred",
        "452 4.2.2 full, Deferred",
        "552 5.2.2 full, Refused",
        "550 5.7.1 not this one, Refused",
        "550 5.7.26 unauthenticated, Refused",
        "501 5.1.3 no address, Refused",
        "530 5.7.0 log in first, NoServer POLICY",
        "454 4.7.0 too fast, NoServer BUSY",
        "421 4.7.0 goodbye, NoServer BUSY",
        "503 5.5.1 bad sequence, NoServer BUSY",
        "hello, NoServer BUSY"
    })
    void whatIsSaidToARecipient(String reply, String result) throws Exception {
        play(HELLO + GROUP + "S: 250 ok\nS: " + reply + "\nS: 503 no\nCUT\n");

        assertThat(one()).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "451 4.3.0 later, Deferred",
        "452 4.3.1 disk full, Deferred",
        "451 4.7.650 slow down, NoServer BUSY",
        "421 goodbye, NoServer BUSY",
        "550 5.7.1 not you, NoServer POLICY",
        "553 5.1.8 no such sender, NoServer POLICY",
        "530 5.7.0 log in first, NoServer POLICY",
        "552 5.3.4 too large, Refused",
        "553 5.6.7 letters, Refused",
        "250, NoServer BUSY"
    })
    void whatIsSaidToASender(String reply, String result) throws Exception {
        play(HELLO + GROUP + "S: " + reply + "\nS: 503 no\nS: 503 no\nCUT\n");

        assertThat(one()).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "451 4.3.0 later, Deferred",
        "554 5.7.1 no, Refused",
        "250 ok, NoServer BUSY",
        "421 goodbye, NoServer BUSY"
    })
    void whatIsSaidToData(String reply, String result) throws Exception {
        play(HELLO + GROUP + "S: 250 ok\nS: 250 ok\nS: " + reply + "\nCUT\n");

        assertThat(one()).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({
        "250 2.0.0 taken, Accepted",
        "451 4.3.0 later, Deferred",
        "452 4.2.2 full, Deferred",
        "552 5.3.4 too large, Refused",
        "554 5.7.1 spam, Refused",
        "535 5.7.8 who are you, NoServer POLICY",
        "454 4.7.0 too fast, NoServer BUSY",
        "421 4.3.2 goodbye, NoServer BUSY",
        "354 go on, Unknown",
        "* OK, Unknown",
        "2, Unknown"
    })
    void whatIsSaidToAMail(String reply, String result) throws Exception {
        play(HELLO + GROUP + YES + "MAIL\nS: " + reply + "\nCUT\n");

        assertThat(one()).isEqualTo(result);
    }

    @Test
    void severalLinesAreOneReply() throws Exception {
        play(HELLO + GROUP + YES
                + "MAIL\nS: 550-5.7.26 This mail is not\nS: 550-5.7.26 authenticated.\nS: 550 5.7.26 z.9\n");
        Errand errand = Errand.of("ada@example.org");

        mailer.send(errand);

        assertThat(errand.results())
                .containsExactly(
                        new SendResult.Refused(550, "5.7.26", "550 5.7.26 This mail is not authenticated. z.9"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CUT\n",
                "S: 250 ok\nCUT\n",
                "S: 250 ok\nS: 250 ok\nCUT\n",
                "S: 421 bye\nCUT\n",
                "S: 250 ok\nS: 421 bye\nCUT\n",
                "S: 250 ok\nS: 250 ok\nS: 421 bye\nCUT\n",
                "S: 250 ok\nwhatever\nCUT\n"
            })
    void aConnectionThatEndsBetweenMailsIsOpenedAgainSilently(String end) throws Exception {
        play(
                HELLO + GROUP + YES + "MAIL\n" + GROUP + "S: 250 one\n" + end.replace("whatever", "S: whatever"),
                HELLO + GROUP + YES + "MAIL\nS: 250 two\n" + QUIT);
        Errand errand = Errand.of("ada@example.org", "bo@example.org");

        mailer.send(errand);
        mailer.close();

        assertThat(errand.told()).containsExactly("handing 1", "done 1 Accepted", "handing 2", "done 2 Accepted");
        assertThat(server.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {HELLO, PLAIN})
    void aServerThatEndsEachConnectionAfterOneMailGetsThemAll(String hello) throws Exception {
        String mail = hello.equals(PLAIN)
                ? "C: MAIL\nS: 250 ok\nC: RCPT\nS: 250 ok\nC: DATA\nS: 354 go on\nMAIL\nS: 250 ok\nCUT\n"
                : GROUP + YES + "MAIL\nS: 250 ok\nCUT\n";
        play(hello + mail, hello + mail, hello + mail);
        Errand errand = Errand.of("ada@example.org", "bo@example.org", "cy@example.org");

        mailer.send(errand);

        assertThat(errand.results()).hasSize(3).allMatch(SendResult.Accepted.class::isInstance);
        assertThat(server.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CUT\n", "S: 25", "S: garbage\n"})
    void onlyTheMailWhoseDotWasWrittenIsInDoubt(String end) throws Exception {
        play(
                HELLO + GROUP + YES + "MAIL\n" + GROUP + "S: 250 one\n" + YES + "MAIL\n" + GROUP + end,
                HELLO + GROUP + YES + "MAIL\nS: 250 three\n" + QUIT);
        Errand errand = Errand.of("ada@example.org", "bo@example.org", "cy@example.org");

        mailer.send(errand);
        mailer.close();

        assertThat(errand.told())
                .containsExactly(
                        "handing 1", "done 1 Accepted", "handing 2", "done 2 Unknown", "handing 3", "done 3 Accepted");
        assertThat(server.problems()).isEmpty();
    }

    @Test
    void aServerThatAnswersNoMailIsNotGivenOneAfterTheOther() throws Exception {
        play(HELLO + GROUP + YES + "MAIL\n" + GROUP + "CUT\n");
        Errand errand = Errand.of("ada@example.org", "bo@example.org", "cy@example.org");

        mailer.send(errand);

        assertThat(errand.told()).containsExactly("handing 1", "done 1 Unknown", "done 2 NoServer BUSY");
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CUT\n",
                "S: 220 ready\nCUT\n",
                "S: 220 ready\nC: EHLO\nCUT\n",
                HELLO + "CUT\n",
                HELLO + GROUP + "CUT\n",
                HELLO + GROUP + "S: 250 ok\nCUT\n",
                HELLO + GROUP + "S: 250 ok\nS: 250 ok\nCUT\n",
                "S: 421 too many connections\nCUT\n"
            })
    void aFirstMailThatMeetsABrokenConnectionWaitsAsBefore(String script) throws Exception {
        play(script);
        Errand errand = Errand.of("ada@example.org", "bo@example.org");

        mailer.send(errand);

        assertThat(errand.told())
                .isSubsetOf("done 1 NoServer BUSY", "done 2 NoServer BUSY")
                .contains("done 1 NoServer BUSY");
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aServerThatHangsAfterTheDotLeavesItsMailInDoubt() throws Exception {
        play(Duration.ofMillis(50), HELLO + GROUP + YES + "MAIL\nHANG\n");
        Errand errand = Errand.of("ada@example.org");

        mailer.send(errand);

        assertThat(errand.results().get(0))
                .isInstanceOfSatisfying(
                        SendResult.Unknown.class,
                        unknown -> assertThat(unknown.reason())
                                .endsWith("took the mail and gave no answer: it did not answer in time"));
    }

    @Test
    void aServerThatStopsReadingIsLeft() throws Exception {
        play(Duration.ofMillis(200), HELLO + GROUP + YES + "PART\nSTOP\n");
        ReadyMessage small = Errand.mail(1, "bounce@standfirst.example", "ada@example.org");
        byte[] large = new byte[20_000_000]; // more than the buffers between two sockets hold
        Errand errand = new Errand().and(new ReadyMessage(1, small.sender(), small.recipient(), large));

        mailer.send(errand);

        assertThat(errand.told()).containsExactly("done 1 NoServer BUSY");
    }

    @Test
    void afterTroubleNoMoreAreTakenAndTheMailerWorksAgain() throws Exception {
        play(
                HELLO + GROUP + YES + "MAIL\n" + GROUP + "S: 454 4.7.0 too fast\nHANG\n",
                HELLO + GROUP + YES + "MAIL\nS: 250 ok\n" + QUIT);
        Errand errand = Errand.of("ada@example.org", "bo@example.org", "cy@example.org");

        mailer.send(errand);
        assertThat(errand.told()).containsExactly("handing 1", "done 1 NoServer BUSY", "done 2 NoServer BUSY");

        Errand later = Errand.of("dee@example.org");
        mailer.send(later);
        mailer.close();
        assertThat(later.told()).containsExactly("handing 1", "done 1 Accepted");
        assertThat(server.problems()).isEmpty();
    }

    @Test
    void parametersAreSaidAsFarAsTheServerKnowsThem() throws Exception {
        String hello = """
                S: 220 mx.example ready
                C: EHLO
                S: 250-mx.example
                S: 250-PIPELINING
                S: 250-SIZE 1000
                S: 250-SMTPUTF8
                S: 250 DSN
                """;
        play(hello + """
                C: MAIL FROM:<bounce@standfirst.example> SIZE=70 RET=HDRS ENVID=1 SMTPUTF8
                C: RCPT TO:<zoë@xn--bcher-kva.example> NOTIFY=FAILURE
                C: DATA
                """ + YES + "MAIL\nS: 250 ok\n" + QUIT);
        Errand errand = Errand.of("zoë@bücher.example");

        mailer.send(errand);
        mailer.close();

        assertThat(server.problems()).isEmpty();
        assertThat(errand.told()).containsExactly("handing 1", "done 1 Accepted");
    }

    @Test
    void aMailThatIsLargerThanAnnouncedIsNotSent() throws Exception {
        play("S: 220 ready\nC: EHLO\nS: 250-mx.example\nS: 250-PIPELINING\nS: 250 SIZE 69\n" + QUIT);
        Errand errand = Errand.of("ada@example.org");

        mailer.send(errand);
        mailer.close();

        assertThat(errand.results())
                .containsExactly(new SendResult.Refused(
                        552,
                        "5.3.4",
                        "552 5.3.4 the mail has 70 bytes and the script takes 69 at most; it was not sent"));
        assertThat(server.problems()).isEmpty();
    }

    @Test
    void anAddressIsNoWayToSayCommands() throws Exception {
        play(HELLO + QUIT);
        Errand errand = Errand.of("ada@example.org>\r\nRCPT TO:<eve@example.org");

        mailer.send(errand);
        mailer.close();

        assertThat(errand.told()).containsExactly("done 1 Refused");
        assertThat(server.problems()).isEmpty();
    }

    @Test
    void aMailWhoseRecordCannotBeWrittenIsNotHandedOver() throws Exception {
        play(HELLO + GROUP + YES + "HANG\n");
        Errand errand = Errand.of("ada@example.org");
        Mailer.Work fullDisk = new Mailer.Work() {
            @Override
            public ReadyMessage next() {
                return errand.next();
            }

            @Override
            public void handing(ReadyMessage message) {
                throw new IllegalStateException("the disk is full");
            }

            @Override
            public void done(ReadyMessage message, SendResult result) {
                errand.done(message, result);
            }
        };

        assertThatThrownBy(() -> mailer.send(fullDisk)).hasMessage("the disk is full");
        assertThat(errand.told()).isEmpty();
        assertThat(server.problems()).isEmpty();
        assertThat(server.mails()).isEmpty();
    }

    private String one() {
        Errand errand = Errand.of("ada@example.org");
        mailer.send(errand);
        assertThat(errand.told()).filteredOn(told -> told.startsWith("done")).hasSize(1);
        return errand.told().get(errand.told().size() - 1).substring("done 1 ".length());
    }

    private void play(String... scripts) throws IOException {
        play(Duration.ofSeconds(10), scripts);
    }

    private void play(Duration timeout, String... scripts) throws IOException {
        server = new SmtpScript(scripts);
        MailSettings settings =
                new MailSettings("127.0.0.1", server.port(), "", "", MailSettings.Tls.NONE, timeout, "");
        mailer = new SmtpMailer(settings, "the script", new LetterEncoder(DkimSigner.none()));
    }
}
