package dev.standfirst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.account.Accounts;
import dev.standfirst.account.Role;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsPageTests {

    @TempDir
    private static Path home;

    private static DeskSite site;
    private static DeskSite.Browser owner;

    @BeforeAll
    static void start() throws Exception {
        site = new DeskSite(
                home,
                "--standfirst.mail.host=127.0.0.1",
                "--standfirst.mail.port=9",
                "--standfirst.mail.per-second=20",
                "--standfirst.mail.per-hour=1000");
        owner = site.signedIn("ines", Role.OWNER);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void aNameThatCannotBeOneIsToldBesideItsFieldAndKept() throws Exception {
        HttpResponse<String> answer = owner.post("/settings/accounts", Map.of("name", "<omar>", "role", "EDITOR"));
        assertThat(answer.statusCode()).isEqualTo(400);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#f-name[aria-invalid=true]").attr("value")).isEqualTo("<omar>");
        assertThat(page.select("#h-name[role=alert]").text()).startsWith("A name is a letter or digit");
        assertThat(page.select("form[action=/settings/accounts] option[selected]")
                        .val())
                .isEqualTo("EDITOR");
        assertThat(site.bean(Accounts.class).all()).hasSize(1);
    }

    @Test
    void aNameThatIsTakenIsToldBesideItsField() throws Exception {
        HttpResponse<String> answer = owner.post("/settings/accounts", Map.of("name", "ines", "role", "READER"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(answer.body()).select("#h-name[role=alert]").text())
                .isEqualTo("There is an account called ines. Nothing was changed.");
    }

    @Test
    void aRoleThatThereIsNotChangesNobody() throws Exception {
        HttpResponse<String> answer = owner.post("/settings/accounts/ines/change", Map.of("role", "KING"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(site.bean(Accounts.class).find("ines").orElseThrow().role()).isEqualTo(Role.OWNER);
    }

    @Test
    void aPasswordThatIsTooShortIsToldBesideItsField() throws Exception {
        HttpResponse<String> answer = owner.post("/settings/me/password", Map.of("password", "short"));
        assertThat(answer.statusCode()).isEqualTo(400);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("#password[aria-invalid=true]").attr("value")).isEmpty();
        assertThat(page.select("#h-password[role=alert]").text()).contains("10 characters");
    }

    /** The three mails of the site's edition came from a block of twenty. */
    @Test
    void aMailServerIsShownWithItsLimitsAndWhatTheLastHourHad() throws Exception {
        assertThat(Jsoup.parse(owner.get("/settings").body())
                        .select("dl.kv .sub")
                        .eachText())
                .containsExactly("4 connections", "20 a second", "1,000 an hour", "20 of 1,000 mails in the last hour");
    }
}
