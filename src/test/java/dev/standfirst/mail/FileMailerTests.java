package dev.standfirst.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMailerTests {

    @TempDir
    private Path data;

    @Test
    void everyMailIsAFileOfTheBytesThatAServerWouldGet() throws IOException {
        Errand errand = Errand.of("ada@example.org", "bo@example.org");

        mailer(data).send(errand);

        assertThat(errand.told()).containsExactly("handing 1", "done 1 Accepted", "handing 2", "done 2 Accepted");
        assertThat(data.resolve("20261118T060000.000Z-0002-bo@example.org.eml"))
                .hasBinaryContent(Errand.mail(2, "bounce@standfirst.example", "bo@example.org")
                        .bytes());
    }

    @Test
    void afterAFolderThatCannotBeWrittenNoMoreAreTaken() throws IOException {
        Path file = Files.createFile(data.resolve("taken"));
        Errand errand = Errand.of("ada@example.org", "bo@example.org");

        mailer(file).send(errand);

        assertThat(errand.told()).containsExactly("handing 1", "done 1 NoServer UNREACHABLE");
        assertThat(errand.next()).isNotNull();
    }

    private static FileMailer mailer(Path folder) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-18T06:00:00Z"), ZoneOffset.UTC);
        return new FileMailer(folder, clock, new LetterEncoder(DkimSigner.none()));
    }
}
