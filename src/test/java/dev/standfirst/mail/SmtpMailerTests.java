package dev.standfirst.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.mail.SmtpSink.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpMailerTests {

    private SmtpSink sink;
    private SmtpMailer mailer;

    @BeforeEach
    void start() throws IOException {
        sink = new SmtpSink();
        mailer = mailer(sink.port());
    }

    @AfterEach
    void stop() throws IOException {
        mailer.close();
        sink.close();
    }

    @Test
    void manyMessagesGoOverOneConnection() {
        for (int i = 0; i < 50; i++) {
            assertThat(mailer.send(Messages.to("reader" + i + "@example.org")))
                    .isEqualTo(new SendResult.Accepted("250 2.0.0 taken"));
        }
        assertThat(sink.recipients()).hasSize(50).doesNotHaveDuplicates();
        assertThat(sink.connections()).isEqualTo(1);
    }

    @Test
    void aRefusedRecipientIsRefusedAndTheNextIsServed() {
        sink.fault("gone@example.org", Fault.REFUSE_RCPT);

        assertThat(mailer.send(Messages.to("gone@example.org")))
                .isEqualTo(new SendResult.Refused(550, "5.1.1", "550 5.1.1 mailbox unknown"));
        assertThat(mailer.send(Messages.to("here@example.org"))).isInstanceOf(SendResult.Accepted.class);
    }

    @Test
    void aRefusalForNowIsDeferred() {
        sink.fault("later@example.org", Fault.DEFER_RCPT);
        sink.fault("full@example.org", Fault.DEFER_DATA);

        assertThat(mailer.send(Messages.to("later@example.org")))
                .isEqualTo(new SendResult.Deferred(451, "4.3.0", "451 4.3.0 try later"));
        assertThat(mailer.send(Messages.to("full@example.org")))
                .isEqualTo(new SendResult.Deferred(452, "4.2.2", "452 4.2.2 mailbox full"));
    }

    @Test
    void nobodyKnowsWhatBecameOfAMailWhoseAnswerWasLost() {
        sink.fault("lost@example.org", Fault.DROP_AFTER_DOT);

        assertThat(mailer.send(Messages.to("lost@example.org"))).isInstanceOf(SendResult.Unknown.class);
        assertThat(sink.recipients()).containsExactly("lost@example.org");
    }

    @Test
    void aConnectionThatTheServerEndsIsOpenedAgain() {
        mailer.send(Messages.to("first@example.org"));
        sink.fault("second@example.org", Fault.GOODBYE);

        assertThat(mailer.send(Messages.to("second@example.org"))).isInstanceOf(SendResult.Accepted.class);
        assertThat(sink.recipients()).containsExactly("first@example.org", "second@example.org");
        assertThat(sink.connections()).isEqualTo(2);
    }

    /** Its filter hates one mail; whichever connection it goes over, and whatever goes before it. */
    @Test
    void aMailAtWhichTheServerEndsEveryConnectionIsRefusedForNowAndHoldsUpNobody() throws IOException {
        try (SmtpSink hates = new SmtpSink("--fault", "rcpt=cut,times=0,match=hated.*")) {
            Interruptions met = new Interruptions();
            Errand first = Errand.of("ada@example.org", "hated@example.org", "ben@example.org");
            mailer(hates.port(), met).send(first);
            assertThat(first.told())
                    .filteredOn(told -> told.startsWith("done"))
                    .as("it broke at two connections, and none was taken between")
                    .containsExactly("done 1 Accepted", "done 2 NoServer BUSY");

            Errand second = new Errand()
                    .and(Errand.mail(3, "bounce@standfirst.example", "ben@example.org"))
                    .and(Errand.mail(2, "bounce@standfirst.example", "hated@example.org"))
                    .and(Errand.mail(4, "bounce@standfirst.example", "cy@example.org"));
            mailer(hates.port(), met).send(second);
            assertThat(second.told())
                    .filteredOn(told -> told.startsWith("done"))
                    .containsExactly("done 3 Accepted", "done 2 Deferred", "done 4 Accepted");
            assertThat(second.results().get(1))
                    .isEqualTo(new SendResult.Deferred(451, "", "the server ends the connection at this mail"));
            assertThat(hates.recipients()).containsExactly("ada@example.org", "ben@example.org", "cy@example.org");

            Errand third = new Errand().and(Errand.mail(2, "bounce@standfirst.example", "hated@example.org"));
            mailer(hates.port(), met).send(third);
            assertThat(third.told())
                    .filteredOn(told -> told.startsWith("done"))
                    .as("what it does at this mail is known, and no trouble of the server's")
                    .containsExactly("done 2 Deferred");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cut                    | done 1 Deferred
            421 4.3.2 no more now  | done 1 NoServer BUSY
            """)
    void aMailThatWasTriedBeforeIsToBlameForAConnectionThatBreaksAndNotForOneThatIsClosed(String fault, String told)
            throws IOException {
        try (SmtpSink sink = new SmtpSink("--fault", "rcpt=" + fault + ",times=0")) {
            Errand errand = Errand.of("ada@example.org").triedBefore();
            mailer(sink.port()).send(errand);
            assertThat(errand.told()).containsExactly(told);
        }
    }

    @Test
    void aMailThatIsTheLastIsNotTriedForEverEither() throws IOException {
        try (SmtpSink hates = new SmtpSink("--fault", "rcpt=421 4.7.0 not this one,times=0,match=hated.*")) {
            Interruptions met = new Interruptions();
            List<SendResult> results = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Errand errand = Errand.of("hated@example.org");
                mailer(hates.port(), met).send(errand);
                results.addAll(errand.results());
            }
            assertThat(results).hasSize(5);
            assertThat(results.subList(0, 4)).allMatch(SendResult.NoServer.class::isInstance);
            assertThat(results.get(4)).isInstanceOf(SendResult.Deferred.class);
        }
    }

    @Test
    void aServerThatIsNotThereIsNotTheRecipientsFault() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        SendResult result = mailer(free).send(Messages.to("reader@example.org"));

        assertThat(result).isInstanceOfSatisfying(SendResult.NoServer.class, none -> {
            assertThat(none.reason()).startsWith("127.0.0.1:" + free + " cannot be reached");
            assertThat(none.remedy()).contains("STANDFIRST_MAIL_HOST");
        });
    }

    @Test
    void anAddressBeyondAsciiGoesToAServerThatTakesIt() {
        sink.offerUtf8();

        assertThat(mailer.send(Messages.to("zoë@bücher.example"))).isInstanceOf(SendResult.Accepted.class);
        assertThat(sink.recipients()).containsExactly("zoë@xn--bcher-kva.example");
        assertThat(sink.senders())
                .extracting(sender -> sender.replaceAll(" SIZE=\\d+", ""))
                .containsExactly("<brief@standfirst.example> SMTPUTF8");
        assertThat(sink.messages().get(0)).contains("\r\nTo: zoë@xn--bcher-kva.example\r\n");
    }

    @Test
    void noOtherMailAsksForThat() {
        sink.offerUtf8();
        mailer.send(Messages.to("zoë@example.org"));

        assertThat(mailer.send(Messages.to("ada@bücher.example"))).isInstanceOf(SendResult.Accepted.class);
        assertThat(sink.senders())
                .extracting(sender -> sender.replaceAll(" SIZE=\\d+", ""))
                .containsExactly("<brief@standfirst.example> SMTPUTF8", "<brief@standfirst.example>");
        assertThat(sink.recipients().get(1)).isEqualTo("ada@xn--bcher-kva.example");
        assertThat(sink.messages().get(1)).contains("\r\nTo: ada@xn--bcher-kva.example\r\n");
        assertThat(sink.connections()).isEqualTo(1);
    }

    @Test
    void aServerThatTakesNoneRefusesThatRecipientAndServesTheNext() {
        assertThat(mailer.send(Messages.to("嘍嘊@example.org")))
                .isEqualTo(new SendResult.Refused(
                        553,
                        "5.6.7",
                        "553 5.6.7 127.0.0.1:%d takes no address beyond ASCII (it lacks SMTPUTF8)"
                                .formatted(sink.port())));
        assertThat(mailer.send(Messages.to("here@example.org"))).isInstanceOf(SendResult.Accepted.class);
        assertThat(sink.recipients()).containsExactly("here@example.org");
    }

    @Test
    void aSenderBeyondAsciiIsNotTheRecipientsFault() {
        assertThat(mailer.send(Messages.from("redaktiön@standfirst.example", "here@example.org")))
                .isInstanceOfSatisfying(
                        SendResult.NoServer.class,
                        none -> assertThat(none.remedy())
                                .isEqualTo("Give the digest a sender address in ASCII before the @."));
        assertThat(sink.senders())
                .extracting(sender -> sender.replaceAll(" SIZE=\\d+", ""))
                .isEmpty();
    }

    private static SmtpMailer mailer(int port) {
        return mailer(port, new Interruptions());
    }

    private static SmtpMailer mailer(int port, Interruptions met) {
        MailSettings settings =
                new MailSettings("127.0.0.1", port, "", "", MailSettings.Tls.NONE, Duration.ofSeconds(10), "");
        return new SmtpMailer(settings, settings.destination(), new LetterEncoder(DkimSigner.none()), met);
    }
}
