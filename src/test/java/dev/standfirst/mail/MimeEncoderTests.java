package dev.standfirst.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.Golden;
import jakarta.mail.Session;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
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
        ReceivedMail mail = ReceivedMail.read(new ByteArrayInputStream(mime.getBytes(StandardCharsets.US_ASCII)));

        assertThat(mail.headers()).extracting(Message.Header::name).doesNotContain("Bcc", "X");
        assertThat(mail.to()).isEqualTo("reader@example.org");
        assertThat(mail.html()).contains("Größe");
    }

    @Test
    void noLineIsLongerThanMailAllows() throws Exception {
        String mime = encode(Messages.of("reader@example.org", "Größe und Gezeiten ".repeat(40)));

        assertThat(mime.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
    }

    @Test
    void whatIsSentCanBeRead() throws Exception {
        ReceivedMail mail = ReceivedMail.read(new ByteArrayInputStream(
                encode(Messages.to("reader@example.org")).getBytes(StandardCharsets.US_ASCII)));

        assertThat(mail.fromName()).isEqualTo("Morning Brief – Küste");
        assertThat(mail.subject()).isEqualTo("Tides, and 2 more");
        assertThat(mail.text().replace("\r\n", "\n")).isEqualTo("“The tide came in.” Größe\n.\nFrom here\n");
        assertThat(mail.html().replace("\r\n", "\n")).isEqualTo("<p>“The tide came in.” Größe</p>\n");
    }

    private static String encode(Message message) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new MimeEncoder(Session.getInstance(new Properties())).encode(message).writeTo(out);
        return out.toString(StandardCharsets.US_ASCII);
    }
}
