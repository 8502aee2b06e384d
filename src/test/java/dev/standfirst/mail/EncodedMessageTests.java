package dev.standfirst.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedMessageTests {

    private static final EmailAddress SENDER = new EmailAddress("brief@standfirst.example");
    private static final EmailAddress ADA = new EmailAddress("Ada.Lovelace@example.org");

    private static final List<Slot> SLOTS = List.of(Slot.values());

    private static final String ENGLISH = "The tide came in, and the ferry stayed. ".repeat(20);
    private static final String GERMAN = "Größe und Gezeiten: die Fähre blieb über Nacht.\n".repeat(20);
    private static final String CHINESE = "潮水涌来，渡船停航。\n".repeat(30);
    private static final String CYRILLIC = "Прилив пришёл, паром остался у причала. ".repeat(20);

    private static final List<String> HOSTILE = List.of(
            "",
            ".",
            "..",
            ".\r\n.\r\n",
            "From here",
            "=",
            "a=20b=",
            "=?UTF-8?B?QUJD?=",
            "Ada\r\nBcc: eve@example.org",
            "Ada\r\n\r\n--=_sf-0_=\r\n<script>",
            "\u0000\u0001\u001b[31m\u007f\u0085",
            "\u2028line\u2029",
            "<b onclick=\"x\">'&amp;</b>",
            "🚀".repeat(40),
            "\u202Eright to left \u05d0\u05d1",
            "José  Núñez   ",
            "王".repeat(300),
            "x".repeat(900),
            "a b ".repeat(500),
            "\ud800 half a letter",
            Slot.ADDRESS.mark() + " forged",
            "https://brief.example/u/abc?x=1&y=2#z");

    private static final List<String> NAMES = List.of(
            "Date",
            "From",
            "To",
            "Message-ID",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "List-Unsubscribe",
            "List-Unsubscribe-Post");

    @ParameterizedTest
    @ValueSource(strings = {"english", "german", "chinese", "cyrillic"})
    void whatIsReadBackIsTheFilledTextWhateverTheValue(String language) throws IOException {
        String around = around(language);
        String text = around + Slot.COMES.mark() + "\n" + Slot.CHOOSE.mark() + around + Slot.SINCE.mark();
        String html = "<p>" + around + "</p>\n<a href=\"" + Slot.CHOOSE.mark() + "\">" + Slot.COMES.mark() + "</a>\n";
        EncodedMessage message = EncodedMessage.of(form(text, html));

        for (String value : HOSTILE) {
            Map<Slot, String> values =
                    Map.of(Slot.COMES, value, Slot.CHOOSE, value, Slot.SINCE, value, Slot.UNSUBSCRIBE, value);
            byte[] bytes = message.fill(1, SENDER, ADA, values).bytes();

            assertThat(MailLines.faults(bytes)).as(value).isEmpty();
            ReceivedMail mail = read(bytes);
            assertThat(mail.text()).isEqualTo(lines(Slots.fillText(text, values)));
            assertThat(mail.html()).isEqualTo(lines(Slots.fillHtml(html, values)));
            assertThat(mail.headers()).extracting(Message.Header::name).containsExactlyElementsOf(NAMES);
            assertThat(mail.to()).isEqualTo(ADA.value());
        }
    }

    @Test
    void eachPartIsEncodedTheShorterWay() {
        assertThat(encodings(ENGLISH)).containsExactly("quoted-printable", "quoted-printable");
        assertThat(encodings(GERMAN)).containsExactly("quoted-printable", "quoted-printable");
        assertThat(encodings(CHINESE)).containsExactly("base64", "base64");
        assertThat(encodings(CYRILLIC)).containsExactly("base64", "base64");
    }

    @Test
    void linesHoldWhereverSlotsStandAndWhateverIsInThem() throws IOException {
        Random random = new Random(20261118);
        for (int i = 0; i < 3_000; i++) {
            String text = randomText(random);
            Map<Slot, String> values = new EnumMap<>(Slot.class);
            for (Slot slot : Slot.values()) {
                values.put(slot, randomValue(random));
            }
            values.remove(Slot.ADDRESS);
            byte[] bytes = EncodedMessage.of(form(text, i % 5 == 0 ? "" : text))
                    .fill(i, SENDER, ADA, values)
                    .bytes();

            assertThat(MailLines.faults(bytes)).as("round " + i).isEmpty();
            values.put(Slot.ADDRESS, ADA.value());
            values.put(Slot.TO, ADA.wire());
            ReceivedMail mail = read(bytes);
            assertThat(mail.text()).as("round " + i).isEqualTo(lines(Slots.fillText(text, values)));
            assertThat(mail.html()).isEqualTo(i % 5 == 0 ? "" : lines(Slots.fillHtml(text, values)));
        }
    }

    @Test
    void anAddressOfTheWebIsWholeHoweverLongItIs() throws IOException {
        for (int length : new int[] {1, 20, 21, 22, 60, 61, 900, 3_000}) {
            String leave = "https://brief.example/u/" + "k".repeat(length);
            byte[] bytes = EncodedMessage.of(form("text\n", ""))
                    .fill(1, SENDER, ADA, Map.of(Slot.UNSUBSCRIBE, leave, Slot.LEAVE_BY_MAIL, "leave@brief.example"))
                    .bytes();

            assertThat(MailLines.faults(bytes)).isEmpty();
            assertThat(read(bytes).words("List-Unsubscribe").replaceAll("\\s", ""))
                    .isEqualTo("<" + leave + ">,<mailto:leave@brief.example?subject=unsubscribe>");
        }
    }

    @Test
    void theEnvelopeSaysWhomTheMailIsToAndNothingElseDoes() throws IOException {
        ReadyMessage ready = EncodedMessage.of(form(Slot.ADDRESS.mark(), ""))
                .fill(7, SENDER, ADA, Map.of(Slot.ADDRESS, "eve@example.org", Slot.TO, "eve@example.org"));

        assertThat(ready.id()).isEqualTo(7);
        assertThat(ready.recipient()).isEqualTo(ADA);
        assertThat(ready.sender()).isEqualTo(SENDER);
        assertThat(read(ready.bytes()).to()).isEqualTo(ADA.value());
        assertThat(read(ready.bytes()).text()).isEqualTo(ADA.value());
    }

    @Test
    void anAddressBeyondAsciiIsWrittenAsItIsAndNeedsAServerThatKnowsThat() throws IOException {
        EmailAddress zoe = new EmailAddress("zoë@bücher.example");
        ReadyMessage ready = EncodedMessage.of(form("text\n", "")).fill(1, SENDER, zoe, Map.of());

        assertThat(new String(ready.bytes(), StandardCharsets.UTF_8)).contains("\r\nTo: zoë@xn--bcher-kva.example\r\n");
        assertThat(ready.needsSmtpUtf8()).isTrue();
        assertThat(EncodedMessage.of(form("Größe\n", ""))
                        .fill(1, SENDER, ADA, Map.of())
                        .needsSmtpUtf8())
                .isFalse();
    }

    @Test
    void aMessageToOnePersonHoldsNoSlots() throws IOException {
        Message message = Messages.of("reader@example.org", "Tides " + Slot.ADDRESS.mark());

        assertThat(read(MimeEncoder.ready(message).bytes()).subject()).isEqualTo("Tides " + Slot.ADDRESS.mark());
    }

    static MessageForm form(String text, String html) {
        return new MessageForm(
                SENDER,
                "Morning Brief",
                Optional.empty(),
                "Tides",
                Instant.parse("2026-11-18T06:00:00Z"),
                text,
                html,
                List.of(
                        new Message.Header(
                                "List-Unsubscribe",
                                "<" + Slot.UNSUBSCRIBE.mark() + ">, <mailto:" + Slot.LEAVE_BY_MAIL.mark()
                                        + "?subject=unsubscribe>"),
                        new Message.Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")));
    }

    private static String around(String language) {
        return switch (language) {
            case "german" -> GERMAN;
            case "chinese" -> CHINESE;
            case "cyrillic" -> CYRILLIC;
            default -> ENGLISH;
        };
    }

    private static List<String> encodings(String around) {
        byte[] bytes = EncodedMessage.of(form(around + Slot.SINCE.mark(), around))
                .fill(1, SENDER, ADA, Map.of())
                .bytes();
        return new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("Content-Transfer-Encoding: "))
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(12);
        for (int i = 0; i < pieces; i++) {
            String piece = List.of(ENGLISH, GERMAN, CHINESE, CYRILLIC, "=.=.=.\n..\n. \nFrom me \t\n ", "\n", "   ")
                    .get(random.nextInt(7));
            text.append(piece, 0, random.nextInt(piece.length() + 1));
            if (random.nextInt(3) > 0) {
                text.append(SLOTS.get(random.nextInt(SLOTS.size())).mark());
            }
        }
        return text.toString();
    }

    private static String randomValue(Random random) {
        String value = HOSTILE.get(random.nextInt(HOSTILE.size()));
        return random.nextInt(4) == 0 ? value : value.substring(0, random.nextInt(value.length() + 1));
    }

    private static String lines(String text) {
        return text.replace("\n", "\r\n");
    }

    private static ReceivedMail read(byte[] bytes) throws IOException {
        return ReceivedMail.read(new ByteArrayInputStream(bytes));
    }
}
