package dev.standfirst.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailboxTests {

    @TempDir
    private Path data;

    @Test
    void everyMailIsAFileOnceItIsAccepted() throws IOException {
        Mailbox mailbox = mailbox();
        try (MailboxMailer mailer = new MailboxMailer(mailbox.open())) {
            assertThat(mailer.send(Messages.to("ada@example.org"))).isInstanceOf(SendResult.Accepted.class);
            assertThat(mailer.send(Messages.to("bo@example.org"))).isInstanceOf(SendResult.Accepted.class);

            assertThat(mailbox.latest(10))
                    .containsExactly(
                            "20261118T060000.000Z-0002-bo@example.org.eml",
                            "20261118T060000.000Z-0001-ada@example.org.eml");
        }
        ReceivedMail mail = ReceivedMail.read(
                mailbox.find("20261118T060000.000Z-0001-ada@example.org.eml").orElseThrow());
        assertThat(mail.to()).isEqualTo("ada@example.org");
        assertThat(mail.html()).contains("Größe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../standfirst.mv.db", "..\\x.eml", "a/b.eml", "/etc/passwd", "missing.eml"})
    void onlyItsOwnMailsAreFound(String name) {
        assertThat(mailbox().find(name)).isEmpty();
    }

    private Mailbox mailbox() {
        return new Mailbox(data, Clock.fixed(Instant.parse("2026-11-18T06:00:00Z"), ZoneOffset.UTC));
    }
}
