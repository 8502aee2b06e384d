package dev.standfirst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.account.Role;
import dev.standfirst.job.Runs;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class RunPageTests {

    private DeskSite site;
    private JdbcClient jdbc;

    @BeforeEach
    void open(@TempDir Path home) throws Exception {
        site = new DeskSite(home);
        jdbc = site.bean(JdbcClient.class);
        jdbc.sql("update BATCH_JOB_EXECUTION set STATUS = 'FAILED' where JOB_EXECUTION_ID = 1")
                .update();
        jdbc.sql("insert into run_problem (run_id, number, step, problem) values (1, 7, 'deliver', 'no answer')")
                .update();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void theTableTellsHowManyProblemsARunHadAndOffersWhatCanBeDoneWithIt() throws Exception {
        Document page = Jsoup.parse(
                site.signedIn("ines", Role.EDITOR, "brief").get("/runs").body());
        assertThat(page.select("tr:has(a[href=/runs/1]) td").eachText()).endsWith("Failed", "1", "Go on");
        assertThat(page.select("tr:has(a[href=/runs/1]) form").attr("action")).isEqualTo("/digests/brief/runs/1/go-on");
        assertThat(page.select("tr:has(a[href=/runs/2]) form")).isEmpty();
        assertThat(Jsoup.parse(site.signedIn("rita", Role.READER).get("/runs").body())
                        .select("main form"))
                .isEmpty();
    }

    @Test
    void aRunOfYesterdayGoesOnWithItsOwnEdition() throws Exception {
        site.clock().move(Duration.ofDays(1));
        HttpResponse<String> answer =
                site.signedIn("ines", Role.EDITOR, "brief").post("/digests/brief/runs/1/go-on", Map.of());
        assertThat(answer.headers().firstValue("Location")).contains("/digests/brief?said=run.sent");
        assertThat(site.bean(Runs.class).latest(10))
                .extracting(run -> run.key().date())
                .containsOnly(DeskSite.DATE);
    }

    @Test
    void aRunOfAnotherDigestIsNotGoneOnWith() throws Exception {
        DeskSite.Browser editor = site.signedIn("omar", Role.EDITOR, "press");
        assertThat(editor.post("/digests/press/runs/1/go-on", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(editor.post("/digests/brief/runs/1/go-on", Map.of()).statusCode())
                .isEqualTo(403);
    }
}
