package dev.standfirst.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.mail.MailSettings.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpOpeningTests {

    /** Keeps the key of mx.example at 127.0.0.1, and trusts nobody else. */
    private static final SSLSocketFactory OWN = own();

    private static final String HELLO = """
            S: 220 mx.example ready
            C: EHLO
            S: 250-mx.example
            S: 250-PIPELINING
            S: 250-AUTH PLAIN
            S: 250 STARTTLS
            """;

    private static final String STARTTLS = "C: STARTTLS\nS: 220 go on\nTLS\nC: EHLO\n";

    private static final String GROUPED = """
            C: MAIL FROM:<bounce@standfirst.example>
            C: RCPT TO:<ada@example.org>
            C: DATA
            S: 250 ok
            S: 250 ok
            S: 354 go on
            MAIL
            S: 250 taken
            C: QUIT
            """;

    private static final String ONE_BY_ONE = """
            C: MAIL FROM:<bounce@standfirst.example>
            QUIET
            S: 250 ok
            C: RCPT TO:<ada@example.org>
            QUIET
            S: 250 ok
            C: DATA
            S: 354 go on
            MAIL
            S: 250 taken
            C: QUIT
            """;

    private SmtpScript server;

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aMailGoesOverStarttlsAndLogin() throws Exception {
        String plain = "YWRhAGFkYQBzZWNyZXQ="; // ada, ada, secret
        assertThat(send(
                        Tls.STARTTLS,
                        HELLO + STARTTLS + "S: 250-mx.example\nS: 250-PIPELINING\nS: 250 AUTH PLAIN\n"
                                + "C: AUTH PLAIN " + plain + "\nS: 235 welcome\n" + GROUPED))
                .isEqualTo(new SendResult.Accepted("250 taken"));
        assertThat(server.problems()).isEmpty();
    }

    @Test
    void aMailGoesOverTlsFromTheStart() throws Exception {
        assertThat(send(Tls.TLS, "TLS\nS: 220 ready\nC: EHLO\nS: 250-mx.example\nS: 250 PIPELINING\n" + GROUPED))
                .isEqualTo(new SendResult.Accepted("250 taken"));
        assertThat(server.problems()).isEmpty();
    }

    @Test
    void whatWasAnnouncedBeforeStarttlsDoesNotCount() throws Exception {
        assertThat(send(Tls.STARTTLS, HELLO + STARTTLS + "S: 250 mx.example\n" + ONE_BY_ONE))
                .isEqualTo(new SendResult.Accepted("250 taken"));
        assertThat(server.problems()).isEmpty();
    }

    @Test
    void norDoesItWhereTheServerRefusesToBeGreetedAgain() throws Exception {
        assertThat(send(Tls.STARTTLS, HELLO + STARTTLS + "S: 500 no\nC: AUTH\nS: 235 welcome\n" + ONE_BY_ONE))
                .isEqualTo(new SendResult.Accepted("250 taken"));
        assertThat(server.problems()).isEmpty();
    }

    @Test
    void whereTlsIsDemandedNothingGoesWithoutIt() throws Exception {
        assertThat(send(Tls.STARTTLS, "S: 220 ready\nC: EHLO\nS: 250-mx.example\nS: 250 AUTH PLAIN\nHANG\n"))
                .isEqualTo(new SendResult.NoServer(
                        SendResult.Trouble.UNREACHABLE,
                        "the connection to the script cannot be made private:"
                                + " STARTTLS is required but host does not support STARTTLS",
                        "Check STANDFIRST_MAIL_TLS, and the certificate of the server."));
        assertThat(server.problems()).isEmpty();
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNotTrusted() throws Exception {
        server = new SmtpScript(OWN, HELLO + STARTTLS);
        MailSettings settings = settings(Tls.STARTTLS);
        Errand errand = Errand.of("ada@example.org");

        new SmtpMailer(settings, "the script", new LetterEncoder(DkimSigner.none())).send(errand);

        assertThat(errand.results().get(0)).isInstanceOfSatisfying(SendResult.NoServer.class, none -> {
            assertThat(none.kind()).isEqualTo(SendResult.Trouble.UNREACHABLE);
            assertThat(none.reason()).startsWith("the connection to the script cannot be made private: ");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "S: 535 5.7.8 wrong, LOGIN, the script refused the login (535 5.7.8 wrong)",
        "S: 454 4.7.0 later, BUSY, the script answered 454 4.7.0 later",
        "S: 421 4.7.0 too many, BUSY, the script answered 421 4.7.0 too many",
        "CUT, BUSY, the connection to the script broke during the login"
    })
    void aRefusedLoginIsToldFromAServerThatIsBusy(String reply, SendResult.Trouble kind, String reason)
            throws Exception {
        SendResult result = send(Tls.NONE, HELLO + "C: AUTH PLAIN\n" + reply + "\n");

        assertThat(result).isInstanceOfSatisfying(SendResult.NoServer.class, none -> {
            assertThat(none.kind()).isEqualTo(kind);
            assertThat(none.reason()).isEqualTo(reason);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "S: 554 5.7.1 blocked, POLICY, the script answered 554 5.7.1 blocked",
        "S: 421 4.7.0 too many connections, BUSY, the script answered 421 4.7.0 too many connections",
        "S: HTTP/1.1 400 Bad Request, BUSY, "
                + "the connection to the script broke while it was opened: Got bad greeting from SMTP host:"
    })
    void aGreetingMayBeARefusal(String greeting, SendResult.Trouble kind, String reason) throws Exception {
        SendResult result = send(Tls.NONE, greeting + "\nHANG\n");

        assertThat(result).isInstanceOfSatisfying(SendResult.NoServer.class, none -> {
            assertThat(none.kind()).isEqualTo(kind);
            assertThat(none.reason()).startsWith(reason);
        });
    }

    private SendResult send(Tls tls, String script) throws IOException {
        server = new SmtpScript(OWN, script);
        Errand errand = Errand.of("ada@example.org");
        try (SmtpMailer mailer = new SmtpMailer(
                settings(tls), "the script", new LetterEncoder(DkimSigner.none()), new Interruptions(), () -> OWN)) {
            mailer.send(errand);
        }
        return errand.results().get(0);
    }

    private MailSettings settings(Tls tls) {
        return new MailSettings("127.0.0.1", server.port(), "ada", "secret", tls, Duration.ofSeconds(10), "");
    }

    private static SSLSocketFactory own() {
        try (InputStream in = SmtpOpeningTests.class.getResourceAsStream("here.p12")) {
            char[] password = "standfirst".toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("mail", store.getCertificate("mail"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
