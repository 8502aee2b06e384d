package dev.standfirst.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.bounce.Returns;
import dev.standfirst.digest.Delivery;
import dev.standfirst.digest.SendWindow;
import dev.standfirst.edition.Imprint;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.mail.DkimSigner;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.Message.Header;
import dev.standfirst.mail.ReadyMessage;
import dev.standfirst.mail.ReceivedMail;
import dev.standfirst.subscriber.LinkToken.Purpose;
import dev.standfirst.subscriber.People;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionMessagesTests {

    private static final Instant NOW = Instant.parse("2026-11-18T06:00:00Z");

    private final TestDatabase database = new TestDatabase();
    private final People people = new People(database.jdbc(), Clock.systemUTC());

    @Test
    void theMailLeadsToThePersonsOwnChoices() throws IOException {
        ReceivedMail mail = read(messages("Morning Brief").to(row(false, "on Friday at 18:00, Asia/Tokyo time")));
        String choose = "https://brief.example/p/" + people.links.of(Purpose.CHOOSE, 5);

        assertThat(mail.html()).isEqualTo("<p>on Friday at 18:00, Asia/Tokyo time</p><a href=\"" + choose + "\">");
        assertThat(mail.text()).isEqualTo("on Friday at 18:00, Asia/Tokyo time " + choose);
        assertThat(people.links.verify(Purpose.LEAVE, choose.substring(choose.lastIndexOf('/') + 1)))
                .as("who can choose by this link cannot leave by it")
                .isEmpty();
    }

    @Test
    void everyTryHasTheSameBytes() {
        Claim row = row(false, "");
        ReadyMessage first = messages("Morning Brief").to(row);

        assertThat(messages("Morning Brief").to(row).bytes()).isEqualTo(first.bytes());
        assertThat(new String(first.bytes(), StandardCharsets.US_ASCII))
                .contains("\r\nMessage-ID: <morning.2026-11-18.%s@brief.example>\r\n"
                        .formatted(people.key.sign("message-id", "7 ada@example.org")));
    }

    @Test
    void aMailComesBackToAnAddressOfItsOwn() {
        ReadyMessage ready = messages("Morning Brief").to(row(false, ""));

        assertThat(ready.id()).isEqualTo(9);
        assertThat(ready.recipient()).isEqualTo(new EmailAddress("ada@example.org"));
        assertThat(ready.sender())
                .isEqualTo(
                        Returns.at("bounces@brief.example", people.links).of(9).orElseThrow());
    }

    @Test
    void whoChoseNothingReadsWhenItComesToAll() throws IOException {
        assertThat(read(messages("Morning Brief").to(row(false, ""))).text()).startsWith("daily at 07:00, UTC time ");
    }

    @Test
    void plainTextAloneHasNoHtml() throws IOException {
        EditionMessages messages = messages("Morning Brief");

        assertThat(read(messages.to(row(true, ""))).html()).isEmpty();
        assertThat(read(messages.to(row(false, ""))).html()).isNotEmpty();
    }

    @Test
    void mailProgramsKnowTheListAndWhatItsReadersCanDo() throws IOException {
        ReceivedMail mail = read(messages("Morning Brief").to(row(false, "")));
        String byMail = Returns.at("bounces@brief.example", people.links)
                .toLeave(people.links.bytes(Purpose.LEAVE, 5))
                .orElseThrow()
                .value();
        String leave = "<https://brief.example/u/%s>, <mailto:%s?subject=unsubscribe>"
                .formatted(people.links.of(Purpose.LEAVE, 5), byMail);
        String choose = "<https://brief.example/p/" + people.links.of(Purpose.CHOOSE, 5) + ">";

        assertThat(mail.headers().stream()
                        .map(Header::name)
                        .dropWhile(name -> !name.equals("List-Id"))
                        .map(name -> new Header(name, mail.words(name))))
                .containsExactly(
                        new Header("List-Id", "Morning Brief <morning.brief.example>"),
                        new Header("List-Unsubscribe", leave),
                        new Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
                        new Header("List-Help", choose),
                        new Header("List-Owner", "<mailto:desk@brief.example>"),
                        new Header("List-Archive", "<https://brief.example/archive/morning>"),
                        new Header("List-Post", "NO"),
                        new Header("Auto-Submitted", "auto-generated"),
                        new Header("Precedence", "bulk"),
                        new Header("X-Auto-Response-Suppress", "OOF, AutoReply"),
                        new Header("Feedback-ID", "2026-11-18:readers:morning:briefexample"));
    }

    @Test
    void manyThreadsAtOnceGiveEveryPersonTheirOwnLinks() throws InterruptedException, ExecutionException {
        EditionMessages messages = messages("Morning Brief");
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Integer>> wrong = workers.invokeAll(Stream.<Callable<Integer>>of(
                            () -> wrong(messages, 0),
                            () -> wrong(messages, 1),
                            () -> wrong(messages, 0),
                            () -> wrong(messages, 1))
                    .toList());
            for (Future<Integer> one : wrong) {
                assertThat(one.get()).isZero();
            }
        } finally {
            workers.shutdown();
        }
    }

    /** How many of many mails do not hold exactly the person's own tokens, each where it belongs. */
    private int wrong(EditionMessages messages, int first) {
        int wrong = 0;
        for (int id = first; id < 8_000; id += 2) {
            Claim row = new Claim(
                    id,
                    100_000 + id,
                    new EmailAddress("p" + id + "@example.org"),
                    NOW,
                    ZoneId.of("UTC"),
                    OptionalLong.empty(),
                    id % 3 == 0,
                    "");
            String mail = new String(messages.to(row).bytes(), StandardCharsets.US_ASCII).replace("=\r\n", "");
            Set<String> leave = tokens(mail, "/u/");
            Set<String> choose = tokens(mail, "/p/");
            boolean own = leave.size() == 1
                    && choose.size() == 1
                    && people.links
                            .verify(Purpose.LEAVE, leave.iterator().next())
                            .equals(OptionalLong.of(100_000 + id))
                    && people.links
                            .verify(Purpose.CHOOSE, choose.iterator().next())
                            .equals(OptionalLong.of(100_000 + id))
                    && mail.contains("\r\nTo: p" + id + "@example.org\r\n");
            wrong += own ? 0 : 1;
        }
        return wrong;
    }

    private static Set<String> tokens(String mail, String path) {
        Set<String> tokens = new HashSet<>();
        String begins = "https://brief.example" + path;
        for (int at = mail.indexOf(begins); at >= 0; at = mail.indexOf(begins, at + 1)) {
            tokens.add(mail.substring(at + begins.length(), at + begins.length() + 32));
        }
        return tokens;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Morning Brief|Morning Brief",
                "Fish & Chips, daily|\"Fish & Chips, daily\"",
                "The <b>bold</b> one|The b bold /b one",
                "Küstenbrief|Küstenbrief",
                "Dr. No|\"Dr. No\"",
                "a title that is so long that no reader of mail would ever show all of it to anybody"
                        + "|a title that is so long that no reader of mail would ever sh",
            })
    void aTitleCannotBreakTheListId(String title, String phrase) throws IOException {
        assertThat(read(messages(title).to(row(false, ""))).words("List-Id"))
                .isEqualTo(phrase + " <morning.brief.example>");
    }

    private EditionMessages messages(String title) {
        StoredEdition edition = new StoredEdition(
                7,
                "morning",
                LocalDate.of(2026, 11, 18),
                NOW,
                title,
                "A reef",
                "",
                1,
                1,
                "<p>\uE000COMES\uE001</p><a href=\"\uE000CHOOSE\uE001\">",
                "\uE000COMES\uE001 \uE000CHOOSE\uE001",
                "",
                Optional.empty());
        Imprint imprint = new Imprint(
                Locale.ENGLISH,
                ZoneId.of("UTC"),
                title,
                "brief@brief.example",
                Optional.of("desk@brief.example"),
                "readers",
                "daily at 07:00, UTC time",
                true,
                SendWindow.ALWAYS,
                Delivery.USUAL);
        return new EditionMessages(
                edition,
                imprint,
                dev.standfirst.edition.SampleEdition.variants(database.jdbc()),
                new EditionMessages.Links(
                        URI.create("https://brief.example"),
                        people.key,
                        people.links,
                        Returns.at("bounces@brief.example", people.links)),
                DkimSigner.none());
    }

    private static ReceivedMail read(ReadyMessage ready) throws IOException {
        return ReceivedMail.read(new ByteArrayInputStream(ready.bytes()));
    }

    private static Claim row(boolean plain, String comes) {
        return new Claim(
                9, 5, new EmailAddress("ada@example.org"), NOW, ZoneId.of("UTC"), OptionalLong.empty(), plain, comes);
    }
}
