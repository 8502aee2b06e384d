package dev.standfirst.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.standfirst.TestDatabase;
import dev.standfirst.bounce.Outcome.Kind;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.LinkToken;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriber;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Suppressions;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mailbox on a real server, and one in a folder. */
class BounceMailboxTests {

    private static final String ANNA = "anna@lake.example";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3)
    });
    private GreenMailUser user;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        server.start();
        user = server.setUser("bounces@post.example", "bounces", "secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void eachMailIsReadOnceAndTakenOut(String protocol) {
        House house = house(protocol, Map.of());
        Subscriber anna = house.person(ANNA);
        arrive(house.returned("postfix-unknown.eml", house.sent(anna)));
        arrive(house.returned("absence-english.eml", house.sent(anna)));

        BounceMailbox.Pass pass = house.mailbox().read();

        assertThat(pass.trouble()).isEmpty();
        assertThat(pass.outcomes())
                .containsExactly(
                        new Outcome(Kind.HARD, ANNA, "there is no such mailbox (5.1.1); no more mail goes there"),
                        new Outcome(Kind.AUTOMATIC, "", "a machine answered: ABSENCE"));
        assertThat(house.isSuppressed(ANNA)).isTrue();
        assertThat(inbox()).isZero();
        assertThat(house.mailbox().read().mails()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void mailsThatAreKeptAreNotReadAgain(String protocol) {
        House house = house(protocol, Map.of("keep", "true"));
        arrive(house.returned("postfix-full.eml", house.sent(house.person(ANNA))));

        assertThat(house.mailbox().read().mails()).isEqualTo(1);
        assertThat(house.mailbox().read().mails()).isZero();
        assertThat(inbox()).isEqualTo(1);
    }

    @Test
    void aMailThatWasReadBeforeTheProgramDiedIsNotCountedTwice() {
        House house = house("imap", Map.of("keep", "true"));
        arrive(house.returned("postfix-full.eml", house.sent(house.person(ANNA))));
        house.mailbox().read();

        House again = new House(house.database, settings("imap", Map.of()));
        assertThat(again.mailbox().read().mails()).isZero();
        assertThat(inbox()).isZero();
        assertThat(again.bounces.of(new EmailAddress(ANNA))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"imap", "pop3"})
    void hugeAndBrokenMailsHoldUpNothing(String protocol) {
        House house = house(protocol, Map.of());
        String huge = "From: big@lake.example\nSubject: big\n\n" + "0123456789 0123456789 0123456789\n".repeat(150_000);
        arrive(huge.getBytes(StandardCharsets.US_ASCII));
        arrive(Corpus.mail("binary-noise.eml"));
        arrive(house.returned("postfix-unknown.eml", house.sent(house.person(ANNA))));

        BounceMailbox.Pass pass = house.mailbox().read();

        assertThat(pass.outcomes())
                .extracting(Outcome::kind)
                .containsExactly(Kind.UNRECOGNISED, Kind.UNRECOGNISED, Kind.HARD);
        assertThat(inbox()).isZero();
    }

    @Test
    void onePassReadsNoMoreThanItMay() {
        House house = house("imap", Map.of("most", "2"));
        for (int i = 0; i < 5; i++) {
            arrive(Corpus.mail("person-asks.eml"));
        }

        assertThat(house.mailbox().read().mails()).isEqualTo(2);
        assertThat(inbox()).isEqualTo(3);
    }

    @Test
    void aProgramThatEndsFinishesTheMailInHandAndLeavesTheOthers() throws IOException {
        House house = house("imap", Map.of());
        for (int mail = 1; mail <= 3; mail++) {
            arrive(Corpus.mail("person-asks.eml"));
            put("mail" + mail, Corpus.mail("person-asks.eml"));
        }

        assertThat(house.mailbox().read(endingAfterOne(house)).mails()).isEqualTo(1);
        assertThat(inbox()).isEqualTo(2);

        house.jdbc.sql("delete from bounce_seen").update();
        assertThat(house.maildir(folder).read(endingAfterOne(house)).mails()).isEqualTo(1);
        assertThat(folder.resolve("new")).isDirectoryNotContaining("glob:**/mail1");
        assertThat(folder.resolve("new")).isDirectoryContaining("glob:**/mail2");
    }

    private static BooleanSupplier endingAfterOne(House house) {
        return () -> house.jdbc
                        .sql("select count(*) from bounce_seen")
                        .query((row, number) -> row.getLong(1))
                        .single()
                > 0;
    }

    @Test
    void aRefusedLoginIsToldAndChangesNothing() {
        House house = house("imap", Map.of("password", "wrong"));

        assertThat(house.mailbox().read().trouble())
                .hasValueSatisfying(trouble -> assertThat(trouble)
                        .startsWith("the mailbox bounces at 127.0.0.1 cannot be read")
                        .contains("check standfirst.bounces.username and standfirst.bounces.password"));
    }

    @Test
    void aMailThatProvesNothingChangesNothing() throws IOException {
        House house = house("imap", Map.of());
        house.sent(house.person(ANNA));

        BounceMailbox.Pass pass = read(house, house.returned("postfix-unknown.eml", "bounces@post.example"));

        assertThat(pass.outcomes()).extracting(Outcome::kind).containsExactly(Kind.UNPROVEN);
        assertThat(house.isSuppressed(ANNA)).isFalse();
        assertThat(house.bounces.latest(10)).hasSize(1);
    }

    @Test
    void aFailureWithNothingButTheLinkOfAForwardedMailCountsAgainstNobody() throws IOException {
        House house = house("imap", Map.of());
        Subscriber anna = house.person(ANNA);
        house.sent(anna);

        BounceMailbox.Pass pass = read(house, withLink(house, "exim-unknown.eml", anna));

        assertThat(pass.outcomes()).extracting(Outcome::kind).containsExactly(Kind.UNPROVEN);
        assertThat(house.isSuppressed(ANNA)).isFalse();
        assertThat(house.bounces.score(new EmailAddress(ANNA))).isZero();
        assertThat(house.people.subscriptions.of(anna.id()).get(0).status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void aComplaintWithNothingButTheLinkOfAForwardedMailEndsItsOnePlaceAlone() throws IOException {
        House house = house("imap", Map.of());
        Subscriber anna = house.person(ANNA);
        house.sent(anna);
        house.people.subscriptions.add("weekly", new EmailAddress(ANNA), "", Reason.of("for a test"));

        BounceMailbox.Pass pass = read(house, withLink(house, "arf-abuse.eml", anna));

        assertThat(pass.outcomes()).containsExactly(new Outcome(Kind.LEFT, ANNA, "left by mail"));
        assertThat(house.isSuppressed(ANNA)).isFalse();
        assertThat(house.people.subscriptions.of(anna.id()))
                .extracting(Subscription::list, Subscription::status)
                .containsExactly(tuple(House.LIST, Status.UNSUBSCRIBED), tuple("weekly", Status.CONFIRMED));
    }

    /** A report that somebody made by hand who was forwarded a mail: it came to no address of ours. */
    private static byte[] withLink(House house, String name, Subscriber person) {
        long place = house.people.subscriptions.of(person.id()).get(0).id();
        String token = house.people.links.of(LinkToken.Purpose.LEAVE, place);
        return new String(house.returned(name, "bounces@post.example"), StandardCharsets.UTF_8)
                .replace("abcdefghijklmnopqrstuvwxyz012345", token)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aComplaintEndsAllMail() throws IOException {
        House house = house("imap", Map.of());

        BounceMailbox.Pass pass = read(house, house.returned("arf-redacted.eml", house.sent(house.person(ANNA))));

        assertThat(pass.count(Kind.COMPLAINT)).isEqualTo(1);
        assertThat(house.people.suppressions.find(new EmailAddress(ANNA)))
                .hasValueSatisfying(entry -> assertThat(entry.cause()).isEqualTo(Suppressions.Cause.COMPLAINT));
    }

    @Test
    void aMailToTheAddressToLeaveEndsTheSubscription() throws IOException {
        House house = house("imap", Map.of());
        Subscriber anna = house.person(ANNA);
        long subscription = house.people.subscriptions.of(anna.id()).get(0).id();
        String mail = new String(Corpus.mail("leave-by-address.eml"), StandardCharsets.UTF_8)
                .replaceAll(
                        "bounces\\+leave-\\w+@post.example",
                        house.paths
                                .toLeave(house.people.links.bytes(LinkToken.Purpose.LEAVE, subscription))
                                .orElseThrow()
                                .value());

        BounceMailbox.Pass pass = read(house, mail.getBytes(StandardCharsets.UTF_8));

        assertThat(pass.outcomes()).containsExactly(new Outcome(Kind.LEFT, ANNA, "left by mail"));
        assertThat(house.people.subscriptions.find(subscription).orElseThrow().status())
                .isEqualTo(Status.UNSUBSCRIBED);
        assertThat(house.people.history.of(anna.id()))
                .last()
                .extracting(line -> line.reason().origin())
                .as("not the name that the mail gives its sender")
                .isEqualTo("mail");
    }

    @Test
    void aForgedMailToLeaveEndsNothing() throws IOException {
        House house = house("imap", Map.of());
        long subscription = house.people
                .subscriptions
                .of(house.person("toni@lake.example").id())
                .get(0)
                .id();

        BounceMailbox.Pass pass = read(house, Corpus.mail("leave-by-address.eml"));

        assertThat(pass.outcomes()).extracting(Outcome::kind).containsExactly(Kind.UNPROVEN);
        assertThat(house.people.subscriptions.find(subscription).orElseThrow().status())
                .isEqualTo(Status.CONFIRMED);
    }

    @Test
    void mailsOfAFolderAreGoneWhenTheyWereRead() throws IOException {
        House house = house("imap", Map.of());

        read(house, house.returned("postfix-delayed.eml", house.sent(house.person(ANNA))));

        assertThat(folder.resolve("cur")).isEmptyDirectory();
        assertThat(folder.resolve("new")).isEmptyDirectory();
        assertThat(house.bounces.latest(10)).extracting(Bounces.Line::kind).containsExactly(Kind.DELAYED);
    }

    @Test
    void mailsOfAFolderThatAreKeptMoveWhenTheyWereRead() throws IOException {
        House house = house("imap", Map.of());
        put("1762.M1.mx", house.returned("postfix-delayed.eml", house.sent(house.person(ANNA))));

        house.maildir(folder, true).read();

        try (Stream<Path> files = Files.list(folder.resolve("cur"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("1762.M1.mx:2,S");
        }
        assertThat(folder.resolve("new")).isEmptyDirectory();
        assertThat(house.bounces.latest(10)).extracting(Bounces.Line::kind).containsExactly(Kind.DELAYED);
    }

    @Test
    void aFolderThatIsNotThereIsToldInASentence() {
        BounceMailbox.Pass pass =
                house("imap", Map.of()).maildir(folder.resolve("nowhere")).read();

        assertThat(pass.trouble())
                .hasValueSatisfying(trouble -> assertThat(trouble).contains("Check standfirst.bounces.maildir"));
    }

    private BounceMailbox.Pass read(House house, byte[] mail) throws IOException {
        put("1762.M1.mx", mail);
        return house.maildir(folder).read();
    }

    private void put(String name, byte[] mail) throws IOException {
        Files.createDirectories(folder.resolve("new"));
        Files.write(folder.resolve("new").resolve(name), mail);
    }

    private House house(String protocol, Map<String, String> settings) {
        return new House(new TestDatabase(), settings(protocol, settings));
    }

    private Map<String, String> settings(String protocol, Map<String, String> more) {
        int port = protocol.equals("imap")
                ? server.getImap().getPort()
                : server.getPop3().getPort();
        Map<String, String> settings = new HashMap<>(Map.of(
                "protocol", protocol,
                "host", "127.0.0.1",
                "port", Integer.toString(port),
                "username", "bounces",
                "password", "secret",
                "tls", "none"));
        settings.putAll(more);
        return settings;
    }

    private void arrive(byte[] mail) {
        try {
            user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private long inbox() {
        return List.of(server.getReceivedMessages()).stream()
                .filter(mail -> {
                    try {
                        return !mail.isSet(Flags.Flag.DELETED);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .count();
    }
}
