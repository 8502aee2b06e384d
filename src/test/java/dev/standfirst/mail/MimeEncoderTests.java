package dev.standfirst.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.Golden;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeEncoderTests {

    @Test
    void aMessageIsEncodedAsItStandsInTheGoldenFile() throws Exception {
        Golden.check(
                MimeEncoderTests.class,
                "message.eml.golden",
                encode(Messages.to("reader@example.org")).replace("\r\n", "\n"));
    }

    @Test
    void aMessageWithoutHtmlIsItsTextAlone() throws Exception {
        Message both = Messages.to("reader@example.org");
        String mime = encode(new Message(
                both.from(),
                both.fromName(),
                both.to(),
                both.replyTo(),
                both.subject(),
                both.messageId(),
                both.date(),
                both.text(),
                "",
                both.headers()));

        assertThat(mime).contains("Content-Type: text/plain; charset=UTF-8\r\n").doesNotContain("multipart", "<p>");
    }

    @Test
    void everyTryHasTheSameBytes() throws Exception {
        assertThat(encode(Messages.to("reader@example.org"))).isEqualTo(encode(Messages.to("reader@example.org")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tides\r\nBcc: victim@example.org",
                "Tides\nX: y",
                "Tides\r\n\r\nBody",
                "Tides\u2028X: y",
                "Tides\u0000",
                "Tides\u760d\u760aX: y"
            })
    void aSubjectNeverBecomesAHeader(String subject) throws Exception {
        String mime = encode(Messages.of("reader@example.org", subject));
        ReceivedMail mail = read(mime);

        assertThat(mail.headers()).extracting(Message.Header::name).doesNotContain("Bcc", "X");
        assertThat(mail.to()).isEqualTo("reader@example.org");
        assertThat(mail.html()).contains("Größe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tides",
                "Tides, \"quays\" and (more) <b>",
                "Tides <嘍嘊Bcc: eve@example.org>",
                "=?utf-8?Q?=0D=0ABcc:_eve@example.org?=",
                "Größe =?utf-8?B?DQo=?=",
                "\\ back\\slash \"",
                "🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀",
                "a.b@c, d: e; [f]",
                "\u202Eright to left",
                "Tides<"
            })
    void aNameIsReadBackAsItWasGiven(String name) throws Exception {
        ReceivedMail mail = read(encode(Messages.named(name)));

        assertThat(mail.fromName()).isEqualTo(name);
        assertThat(mail.subject()).isEqualTo(name);
        assertThat(mail.from()).isEqualTo("brief@standfirst.example");
        assertThat(mail.words("List-Id")).endsWith(" <sample.standfirst.example>");
        assertThat(mail.headers()).extracting(Message.Header::name).doesNotContain("Bcc", "X");
    }

    @Test
    void aWordThatNoLineHoldsIsEncoded() throws Exception {
        String mime = encode(Messages.named("x".repeat(3_000)));

        assertThat(mime.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
        assertThat(read(mime).subject()).isEqualTo("x".repeat(3_000));
        assertThat(read(mime).fromName()).isEqualTo("x".repeat(3_000));
    }

    @Test
    void anAddressOfTheWebIsAsciiOnTheWay() throws Exception {
        Message.Header header =
                new Message.Header("List-Archive", "<https://standfirst.example/e/küste\u760d\u760aX: y>");

        assertThat(HeaderText.value(header))
                .isEqualTo("<https://standfirst.example/e/k%C3%BCste%E7%98%8D%E7%98%8AX:\r\n y>");
    }

    @Test
    void noLineIsLongerThanMailAllows() throws Exception {
        String mime = encode(Messages.of("reader@example.org", "Größe und Gezeiten ".repeat(40)));

        assertThat(mime.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
    }

    @Test
    void whatIsSentCanBeRead() throws Exception {
        ReceivedMail mail = read(encode(Messages.to("reader@example.org")));

        assertThat(mail.fromName()).isEqualTo("Morning Brief – Küste");
        assertThat(mail.subject()).isEqualTo("Tides, and 2 more");
        assertThat(mail.text().replace("\r\n", "\n")).isEqualTo("“The tide came in.” Größe\n.\nFrom here\n");
        assertThat(mail.html().replace("\r\n", "\n")).isEqualTo("<p>“The tide came in.” Größe</p>\n");
    }

    private static ReceivedMail read(String mime) throws Exception {
        return ReceivedMail.read(new ByteArrayInputStream(mime.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encode(Message message) {
        return new String(MimeEncoder.ready(message).bytes(), StandardCharsets.US_ASCII);
    }
}
