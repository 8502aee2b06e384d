package dev.standfirst.subscriber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.standfirst.TestDatabase;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.SubscriberCsv.Skipped;
import dev.standfirst.subscriber.Subscription.Status;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscriberCsvTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-12T10:00:00Z"), ZoneOffset.UTC);
    private static final EmailAddress ADA = new EmailAddress("ada@example.org");

    private final TestDatabase database = new TestDatabase();
    private final People people = new People(database.jdbc(), CLOCK);
    private final Subscriptions subscriptions = people.subscriptions;
    private final SubscriberCsv csv = new SubscriberCsv(people.lists, subscriptions);

    @TempDir
    private Path folder;

    @Test
    void whoLeftIsNotBroughtBackByAnImport() throws IOException {
        subscriptions.add("brief", ADA, "Ada", Reason.of("by hand"));
        subscriptions.leave(subscriptions.find("brief", ADA).orElseThrow().id(), Reason.of("by the link in a mail"));

        assertThat(csv.apply(file("email\nada@example.org\n", StandardCharsets.UTF_8), "brief", "imported")
                        .skipped())
                .containsExactly(new Skipped(2, "ada@example.org", "left on 12 Nov 2026; import never adds back"));
        assertThat(subscriptions.find("brief", ADA))
                .get()
                .extracting(Subscription::status)
                .isEqualTo(Status.UNSUBSCRIBED);
    }

    @Test
    void aCheckTellsEveryRowAndChangesNothing() throws IOException {
        subscriptions.add("brief", ADA, "", Reason.of("by hand"));
        Path file = file("""
                Name;E-Mail
                Ada;ada@example.org
                Bo;bo@example.org
                Bo again;BO@example.org
                Jonas;jonas(at)example.org
                Nobody;
                """, StandardCharsets.UTF_8);

        assertThat(csv.check(file, "brief")).satisfies(report -> {
            assertThat(report.rows()).isEqualTo(5);
            assertThat(report.added()).isEqualTo(1);
            assertThat(report.renamed()).isEqualTo(1);
            assertThat(report.skipped())
                    .containsExactly(
                            new Skipped(4, "BO@example.org", "same address as line 3"),
                            new Skipped(5, "jonas(at)example.org", "there is no @ in it"),
                            new Skipped(6, "(empty)", "no email in this row"));
        });
        assertThat(subscriptions.reach(List.of("brief"))).isEqualTo(1);
    }

    @Test
    void whoLeftAnotherProgramsListIsNotPutOnOurs() throws IOException {
        Path file =
                file("email,status\nada@example.org,Unsubscribed\nbo@example.org,subscribed\n", StandardCharsets.UTF_8);

        assertThat(csv.apply(file, "brief", "imported").skipped())
                .containsExactly(new Skipped(2, "ada@example.org", "is marked \"unsubscribed\" in the file"));
        assertThat(subscriptions.page("brief", 0, 10))
                .extracting(s -> s.address().value())
                .containsExactly("bo@example.org");
    }

    @Test
    void aNameIsOneLineOfBearableLength() throws IOException {
        csv.apply(
                file("email,name\nada@example.org,\"A\nda" + "x".repeat(900) + "\"\n", StandardCharsets.UTF_8),
                "brief",
                "imported");

        assertThat(subscriptions.find("brief", ADA).orElseThrow().name())
                .startsWith("A da")
                .hasSize(500);
    }

    @Test
    void oldEncodingsAndFilesWithoutAHeaderAreRead() throws IOException {
        csv.apply(file("zoe@example.org,Zoë\n", Charset.forName("windows-1252")), "brief", "imported");
        csv.apply(file("\uFEFFemail\tname\nbo@example.org\tBö\n", StandardCharsets.UTF_16LE), "brief", "imported");

        assertThat(subscriptions.page("brief", 0, 10))
                .extracting(Subscription::name)
                .containsExactly("Zoë", "Bö");
    }

    @Test
    void aSpreadsheetIsRefusedInASentence() throws IOException {
        Path file = Files.write(folder.resolve("people.xlsx"), new byte[] {'P', 'K', 3, 4, 0});

        assertThatThrownBy(() -> csv.check(file, "brief"))
                .hasMessage(
                        "people.xlsx is a spreadsheet, not a text file. Save it as CSV (UTF-8) and import that file.");
    }

    @Test
    void anExportIsSafeForSpreadsheetsAndComesBackTheSame() throws IOException {
        subscriptions.add("brief", ADA, "=1+1", Reason.of("by hand"));
        StringBuilder out = new StringBuilder();

        assertThat(csv.export("brief", out)).isEqualTo(1);
        assertThat(out.toString()).isEqualTo("email,name,since\r\nada@example.org,'=1+1,2026-11-12T10:00:00Z\r\n");
        csv.apply(file(out.toString(), StandardCharsets.UTF_8), "other", "imported");
        assertThat(subscriptions.find("other", ADA))
                .get()
                .extracting(Subscription::name)
                .isEqualTo("=1+1");
    }

    private Path file(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("people.csv"), text.getBytes(charset));
    }
}
