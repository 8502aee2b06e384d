package dev.standfirst.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.bounce.Hooks.Answer;
import dev.standfirst.fetch.FetchResult;
import dev.standfirst.fetch.Page;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Subscriber;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Suppressions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Messages of mail providers: signed rightly, wrongly, late, and twice. */
class HooksTests {

    private static final String ANNA = "anna@lake.example";
    private static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:bounces";
    private static final String CERTIFICATE = "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123.pem";

    private final House house = new House(new TestDatabase(), Map.of());
    private final Subscriber anna = house.person(ANNA);

    @TempDir
    private Path folder;

    HooksTests() {
        house.sent(anna);
    }

    @Test
    void aProviderIsOffUntilItsSecretIsSet() {
        Hooks hooks = hooks(settings("", "", "", "", ""), List.of());

        for (String provider : List.of("mailgun", "postmark", "sendgrid", "ses", "other")) {
            assertThat(hooks.receive(provider, Map.of(), "{}")).isEqualTo(Answer.OFF);
        }
    }

    @Test
    void mailgunSaysThatAMailboxIsUnknown() {
        Hooks hooks = mailgun();
        String body = mailgunBody(now(), "t1", """
                {"event":"failed","severity":"permanent","reason":"bounce","recipient":"anna@lake.example",
                 "delivery-status":{"code":550,"message":"5.1.1 user unknown"}}""");

        assertThat(hooks.receive("mailgun", Map.of(), body)).isEqualTo(Answer.TAKEN);
        assertThat(hooks.receive("mailgun", Map.of(), body)).isEqualTo(Answer.TAKEN);

        assertThat(house.isSuppressed(ANNA)).isTrue();
        assertThat(house.bounces.latest(10)).hasSize(1);
    }

    @Test
    void aWrongSignatureStoresNothing() {
        Hooks hooks = mailgun();
        String complaint = "{\"event\":\"complained\",\"recipient\":\"anna@lake.example\"}";

        assertThat(hooks.receive(
                        "mailgun", Map.of(), mailgunBody(now(), "t1", complaint).replace("t1", "t2")))
                .isEqualTo(Answer.FORBIDDEN);
        assertThat(hooks.receive("mailgun", Map.of(), "{\"event-data\":" + complaint + "}"))
                .isEqualTo(Answer.FORBIDDEN);
        assertThat(hooks.receive("mailgun", Map.of(), "not json")).isEqualTo(Answer.FORBIDDEN);
        assertThat(hooks.receive("mailgun", Map.of(), "[".repeat(100_000))).isEqualTo(Answer.FORBIDDEN);
        assertThat(rows()).isZero();
    }

    @Test
    void anOldMessageIsRefusedHoweverWellItIsSigned() {
        String complaint = "{\"event\":\"complained\",\"recipient\":\"anna@lake.example\"}";

        assertThat(mailgun().receive("mailgun", Map.of(), mailgunBody(now() - 601, "t1", complaint)))
                .isEqualTo(Answer.FORBIDDEN);
        assertThat(mailgun().receive("mailgun", Map.of(), mailgunBody(now() + 601, "t2", complaint)))
                .isEqualTo(Answer.FORBIDDEN);
        assertThat(mailgun().receive("mailgun", Map.of(), mailgunBody(now() - 599, "t3", complaint)))
                .isEqualTo(Answer.TAKEN);
        assertThat(house.people.suppressions.find(new EmailAddress(ANNA)))
                .hasValueSatisfying(entry -> assertThat(entry.cause()).isEqualTo(Suppressions.Cause.COMPLAINT));
    }

    @Test
    void mailgunsUnsubscribeEndsTheSubscriptions() {
        mailgun()
                .receive(
                        "mailgun",
                        Map.of(),
                        mailgunBody(now(), "t1", "{\"event\":\"unsubscribed\",\"recipient\":\"ANNA@lake.example\"}"));

        assertThat(house.people.subscriptions.of(anna.id()).get(0).status()).isEqualTo(Status.UNSUBSCRIBED);
    }

    @Test
    void postmarkIsToldApartByItsLogin() {
        HookSettings settings = settings("", "hook", "secret", "", "");
        Hooks hooks = hooks(settings, List.of(new PostmarkHook(settings)));
        String body = """
                {"RecordType":"Bounce","ID":42,"Type":"SoftBounce","Email":"anna@lake.example",
                 "Details":"smtp;452 4.2.2 mailbox full"}""";

        assertThat(hooks.receive("postmark", Map.of("authorization", basic("hook:wrong")), body))
                .isEqualTo(Answer.FORBIDDEN);
        assertThat(hooks.receive("postmark", Map.of("authorization", basic("hook:secret")), "<html>"))
                .isEqualTo(Answer.UNREADABLE);
        assertThat(hooks.receive("postmark", Map.of("authorization", basic("hook:secret")), body))
                .isEqualTo(Answer.TAKEN);
        assertThat(house.bounces.score(new EmailAddress(ANNA))).isEqualTo(1);
    }

    @Test
    void sendgridSignsTimeAndBody() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair pair = generator.generateKeyPair();
        String key = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        HookSettings settings = settings("", "", "", key, "");
        Hooks hooks = hooks(settings, List.of(new SendgridHook(settings, house.clock)));
        String body = """
                [{"event":"delivered","email":"anna@lake.example"},
                 {"event":"bounce","type":"bounce","email":"anna@lake.example","status":"5.1.1",
                  "reason":"550 5.1.1 The email account that you tried to reach does not exist"}]""";
        String time = Long.toString(now());
        Map<String, String> headers = Map.of(
                "x-twilio-email-event-webhook-signature",
                sign(pair.getPrivate(), "SHA256withECDSA", time + body),
                "x-twilio-email-event-webhook-timestamp",
                time);

        assertThat(hooks.receive("sendgrid", headers, body.replace("anna", "bert")))
                .isEqualTo(Answer.FORBIDDEN);
        assertThat(hooks.receive("sendgrid", headers, body)).isEqualTo(Answer.TAKEN);
        assertThat(house.isSuppressed(ANNA)).isTrue();
    }

    @Test
    void sesSignsThroughSnsWithACertificateOfAmazon() throws GeneralSecurityException, IOException {
        KeyStore keys = keys();
        Hooks hooks = ses(keys);
        String told = """
                {"notificationType":"Bounce","bounce":{"bounceType":"Transient","bounceSubType":"MailboxFull",
                 "bouncedRecipients":[{"emailAddress":"anna@lake.example","status":"5.2.2",
                 "diagnosticCode":"smtp; 552 5.2.2 over quota"}]}}""";
        Map<String, String> message = sns(keys, told, TOPIC, CERTIFICATE);

        assertThat(hooks.receive("ses", Map.of(), json(changed(message, "Message", told.replace("anna", "bert")))))
                .isEqualTo(Answer.FORBIDDEN);
        assertThat(hooks.receive("ses", Map.of(), json(sns(keys, told, TOPIC + "-other", CERTIFICATE))))
                .isEqualTo(Answer.FORBIDDEN);
        for (String address : List.of(
                "https://sns.eu-west-1.amazonaws.com/x.pem",
                CERTIFICATE.replace("0123", "../0123"),
                CERTIFICATE.replace(".com/", ".com.evil.example/"),
                CERTIFICATE.replace("https:", "http:"),
                CERTIFICATE.replace("sns.eu-west-1.amazonaws.com", "evil.example"),
                CERTIFICATE.replace(".com/", ".com@evil.example/"),
                CERTIFICATE.replace("sns.eu-west-1", "bucket.s3"))) {
            assertThat(hooks.receive("ses", Map.of(), json(sns(keys, told, TOPIC, address))))
                    .isEqualTo(Answer.FORBIDDEN);
        }
        assertThat(rows()).isZero();

        assertThat(hooks.receive("ses", Map.of(), json(message))).isEqualTo(Answer.TAKEN);
        assertThat(house.bounces.score(new EmailAddress(ANNA))).isEqualTo(1);
    }

    @Test
    void aCertificateThatCannotBeHadIsAskedForOnceAMinute() throws GeneralSecurityException, IOException {
        HookSettings settings = settings("", "", "", "", TOPIC);
        AtomicInteger fetches = new AtomicInteger();
        SnsCertificates certificates = new SnsCertificates(
                request -> {
                    fetches.incrementAndGet();
                    return new FetchResult.Fetched(
                            new Page(URI.create(CERTIFICATE), Map.of(), new byte[] {0}, house.clock.instant()), null);
                },
                house.clock);
        Hooks hooks = hooks(settings, List.of(new SesHook(settings, certificates, house.clock)));
        String message = json(sns(keys(), "{}", TOPIC, CERTIFICATE));

        assertThat(hooks.receive("ses", Map.of(), message)).isEqualTo(Answer.LATER);
        assertThat(hooks.receive("ses", Map.of(), message)).isEqualTo(Answer.LATER);
        assertThat(fetches).hasValue(1);

        house.clock.move(Duration.ofMinutes(1));
        assertThat(hooks.receive("ses", Map.of(), message)).isEqualTo(Answer.LATER);
        assertThat(fetches).hasValue(2);
    }

    @Test
    void refusedMessagesAreCountedAndToldOnceAMinute() {
        Refusals refusals = new Refusals(house.clock);

        assertThat(refusals.add("ses", "it is too old")).isPresent();
        assertThat(refusals.add("ses", "it is too old")).isEmpty();
        assertThat(refusals.add("ses", "it is too old")).isEmpty();
        house.clock.move(Duration.ofMinutes(1));
        assertThat(refusals.add("mailgun", "the signature is wrong"))
                .contains("messages that were refused since the last such line: 3; the last of them to"
                        + " /hooks/mailgun: the signature is wrong");
    }

    @Test
    void settingsThatCannotWorkAreToldByName() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> settings("", "hook", "", "", "")))
                .hasMessageContaining("standfirst.hooks.postmark-user and postmark-password belong together");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> settings("", "", "", "AAAA", "")))
                .hasMessageContaining("standfirst.hooks.sendgrid-key is no public key");
    }

    private Hooks mailgun() {
        HookSettings settings = settings("key-1", "", "", "", "");
        return hooks(settings, List.of(new MailgunHook(settings, house.clock)));
    }

    private Hooks ses(KeyStore keys) {
        HookSettings settings = settings("", "", "", "", TOPIC);
        SnsCertificates certificates = new SnsCertificates(
                request -> new FetchResult.Fetched(
                        new Page(URI.create(CERTIFICATE), Map.of(), encoded(keys), house.clock.instant()), null),
                Clock.fixed(Instant.now(), ZoneOffset.UTC));
        return hooks(settings, List.of(new SesHook(settings, certificates, house.clock)));
    }

    private Hooks hooks(HookSettings settings, List<Hook> on) {
        List<Hook> hooks = on.isEmpty()
                ? List.of(
                        new MailgunHook(settings, house.clock),
                        new PostmarkHook(settings),
                        new SendgridHook(settings, house.clock))
                : on;
        return new Hooks(
                hooks,
                house.bounces,
                house.records,
                house.people.subscriptions,
                house.database.transactions(),
                house.clock);
    }

    private static HookSettings settings(String mailgun, String user, String password, String sendgrid, String topic) {
        return new HookSettings(mailgun, user, password, sendgrid, topic, Duration.ofMinutes(10));
    }

    private long now() {
        return house.clock.instant().getEpochSecond();
    }

    private long rows() {
        return house.jdbc
                .sql("select (select count(*) from bounce) + (select count(*) from bounce_seen)")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private static String mailgunBody(long time, String token, String event) {
        return "{\"signature\":{\"timestamp\":\"%d\",\"token\":\"%s\",\"signature\":\"%s\"},\"event-data\":%s}"
                .formatted(time, token, Signed.hmac("key-1", time + token), event);
    }

    private static String basic(String login) {
        return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> sns(KeyStore keys, String told, String topic, String certificate)
            throws GeneralSecurityException {
        String time = house.clock.instant().toString();
        String canonical = "Message\n%s\nMessageId\nm-1\nTimestamp\n%s\nTopicArn\n%s\nType\nNotification\n"
                .formatted(told, time, topic);
        PrivateKey key = (PrivateKey) keys.getKey("sns", "secret".toCharArray());
        return Map.of(
                "Type",
                "Notification",
                "MessageId",
                "m-1",
                "TopicArn",
                topic,
                "Message",
                told,
                "Timestamp",
                time,
                "SignatureVersion",
                "2",
                "Signature",
                sign(key, "SHA256withRSA", canonical),
                "SigningCertURL",
                certificate);
    }

    private static Map<String, String> changed(Map<String, String> message, String name, String value) {
        Map<String, String> changed = new HashMap<>(message);
        changed.put(name, value);
        return changed;
    }

    private static String json(Map<String, String> message) {
        return JsonMapper.shared().writeValueAsString(message);
    }

    private static String sign(PrivateKey key, String algorithm, String text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    /** A key and a certificate, made by the tool that comes with every JDK. */
    private KeyStore keys() throws GeneralSecurityException, IOException {
        Path file = folder.resolve("keys.p12");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "sns",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=sns.amazonaws.com",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "secret",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        try (InputStream out = tool.getInputStream()) {
            out.readAllBytes();
            assertThat(tool.waitFor()).isZero();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, "secret".toCharArray());
        }
        return keys;
    }

    private static byte[] encoded(KeyStore keys) {
        try {
            return keys.getCertificate("sns").getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
