package dev.standfirst.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.bounce.Returns;
import dev.standfirst.edition.Imprint;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.Message;
import dev.standfirst.mail.Message.Header;
import dev.standfirst.subscriber.LinkToken.Purpose;
import dev.standfirst.subscriber.People;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionMessagesTests {

    private static final Instant NOW = Instant.parse("2026-11-18T06:00:00Z");

    private final TestDatabase database = new TestDatabase();
    private final People people = new People(database.jdbc(), Clock.systemUTC());

    @Test
    void theMailLeadsToThePersonsOwnChoices() {
        Message message = messages("Morning Brief").to(row(false, "on Friday at 18:00, Asia/Tokyo time"));
        String choose = "https://brief.example/p/" + people.links.of(Purpose.CHOOSE, 5);

        assertThat(message.html()).isEqualTo("<p>on Friday at 18:00, Asia/Tokyo time</p><a href=\"" + choose + "\">");
        assertThat(message.text()).isEqualTo("on Friday at 18:00, Asia/Tokyo time " + choose);
        assertThat(people.links.verify(Purpose.LEAVE, choose.substring(choose.lastIndexOf('/') + 1)))
                .as("who can choose by this link cannot leave by it")
                .isEmpty();
    }

    @Test
    void whoChoseNothingReadsWhenItComesToAll() {
        assertThat(messages("Morning Brief").to(row(false, "")).text()).startsWith("daily at 07:00, UTC time ");
    }

    @Test
    void plainTextAloneHasNoHtml() {
        assertThat(messages("Morning Brief").to(row(true, "")).html()).isEmpty();
    }

    @Test
    void mailProgramsKnowTheListAndWhatItsReadersCanDo() {
        List<Header> headers = messages("Morning Brief").to(row(false, "")).headers();
        String byMail = Returns.at("bounces@brief.example", people.links)
                .toLeave(5)
                .orElseThrow()
                .value();
        String leave = "<https://brief.example/u/%s>, <mailto:%s?subject=unsubscribe>"
                .formatted(people.links.of(Purpose.LEAVE, 5), byMail);
        String choose = "<https://brief.example/p/" + people.links.of(Purpose.CHOOSE, 5) + ">";

        assertThat(headers)
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
    void aTitleCannotBreakTheListId(String title, String phrase) {
        assertThat(messages(title).to(row(false, "")).headers().get(0).value())
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
                dev.standfirst.digest.SendWindow.ALWAYS,
                dev.standfirst.digest.Delivery.USUAL);
        return new EditionMessages(
                new MailParts(edition, imprint, dev.standfirst.edition.SampleEdition.variants(database.jdbc())),
                URI.create("https://brief.example"),
                people.key,
                people.links,
                Returns.at("bounces@brief.example", people.links));
    }

    private static Claim row(boolean plain, String comes) {
        return new Claim(
                9, 5, new EmailAddress("ada@example.org"), NOW, ZoneId.of("UTC"), OptionalLong.empty(), plain, comes);
    }
}
