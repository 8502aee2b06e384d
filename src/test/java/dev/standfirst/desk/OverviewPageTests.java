package dev.standfirst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.account.Role;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriptions;
import java.nio.file.Path;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class OverviewPageTests {

    private DeskSite site;
    private DeskSite.Browser reader;

    @BeforeEach
    void open(@TempDir Path home) throws Exception {
        site = new DeskSite(home);
        reader = site.signedIn("rita", Role.READER);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theLastSevenDaysAreToldInNumbers() throws Exception {
        Subscriptions subscriptions = site.bean(Subscriptions.class);
        subscriptions.leave(
                subscriptions
                        .find("all", new EmailAddress("cy@example.org"))
                        .orElseThrow()
                        .id(),
                Reason.of("by the link in a mail"));
        Document page = page();
        assertThat(page.select(".week dt").eachText()).containsExactly("People", "Mails", "Articles read");
        assertThat(page.select(".week dd").eachText())
                .startsWith("3 joined, 1 left", "100.0% of 3 arrived at their servers");
        assertThat(page.select(".week .bars rect")).hasSize(7);

        site.clock().move(Duration.ofDays(8));
        reader = site.signedIn("rita", Role.READER);
        assertThat(page().select(".week dd").eachText()).containsExactly("0 joined, 0 left", "None", "0");
    }

    @Test
    void sourcesThatFailNeedSomebody() throws Exception {
        assertThat(page().text()).doesNotContain("sources fail");
        site.bean(JdbcClient.class)
                .sql("update source set failing_since = current_timestamp, failures = 3 where id = 1")
                .update();
        assertThat(page().select(".row:has(a[href=/sources])").text())
                .isEqualTo("1 of 2 sources fails They are asked again by themselves, less often each time."
                        + " The others are read as ever. See sources");
    }

    @Test
    void mailsWithLinksThatActForTheirReadersAreOwnersAlone() throws Exception {
        assertThat(page().select("a[href=/mailbox]")).isEmpty();
        assertThat(reader.get("/mailbox").statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(site.signedIn("ines", Role.OWNER).get("/").body())
                        .select("main a[href=/mailbox]")
                        .text())
                .isEqualTo("Look at the mails");
    }

    private Document page() throws Exception {
        return Jsoup.parse(reader.get("/").body());
    }
}
