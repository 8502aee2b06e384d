package dev.standfirst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.account.Role;
import dev.standfirst.edition.Editions;
import dev.standfirst.job.Runs;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.subscriber.Suppressions;
import dev.standfirst.text.Fact;
import dev.standfirst.watch.Trouble;
import dev.standfirst.watch.TroubleKind;
import dev.standfirst.watch.Troubles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages in German say in German, too, what comes from below them. */
class GermanFactsTests {

    private static final String BRIEF = "/editions/brief/2026-11-18";
    private static final String PRESS = "/editions/press/2026-11-18";

    private DeskSite site;
    private DeskSite.Browser owner;

    @BeforeEach
    void open(@TempDir Path home) throws Exception {
        site = new DeskSite(home);
        owner = site.signedIn("olga", Role.OWNER);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whySomebodyIsLeftOut() throws Exception {
        site.clock().move(Duration.ofMinutes(1));
        Subscriptions subscriptions = site.bean(Subscriptions.class);
        subscriptions.add("all", new EmailAddress("late@example.org"), "", Reason.of("test"));
        subscriptions.add("all", new EmailAddress("never@example.org"), "", Reason.of("test"));
        site.bean(Suppressions.class)
                .add(new EmailAddress("never@example.org"), Suppressions.Cause.OPERATOR, Reason.of("asked for it"));

        assertThat(german(BRIEF + "/why/person?q=late@example.org"))
                .contains("all: kam erst dazu, als sie schon gesetzt war.")
                .doesNotContain("joined after");
        assertThat(german(BRIEF + "/why/person?q=never@example.org"))
                .contains("all: bekommt nie Mails.")
                .doesNotContain("never mailed");
    }

    @Test
    void howItStandsWithAnEditionAndWhatWasDecided() throws Exception {
        assertThat(german(BRIEF))
                .contains("Diese Ausgabe braucht keine Freigabe.")
                .doesNotContain("needs no");
        assertThat(german(PRESS))
                .contains("Diese Ausgabe wartet bis")
                .contains("auf Freigabe und entfällt sonst.")
                .doesNotContain("waits for approval");

        owner.post(PRESS + "/skip", Map.of());

        assertThat(german(PRESS))
                .contains("Diese Ausgabe entfällt, entschieden von: olga, 06:30.", "entfallen, olga")
                .doesNotContain("skipped by", "skipped, olga");
        assertThat(owner.get(PRESS).body()).contains("This edition was skipped by olga at 06:30.", "skipped, olga");
    }

    @Test
    void whatIsCheckedOfAnEdition() throws Exception {
        assertThat(german(BRIEF))
                .contains("höchstens 80.000 (Gmail schneidet größere Mails ab)")
                .contains(
                        "Bytes HTML",
                        "keine Steuerzeichen",
                        "Links, alle ins Web",
                        "HTML und reiner Text sagen dasselbe")
                .doesNotContain("bytes of HTML", "no control", "links, all", "plain text");
    }

    @Test
    void whyAnArticleIsLeftOut() throws Exception {
        long edition = site.bean(Editions.class)
                .find("brief", DeskSite.DATE)
                .orElseThrow()
                .id();
        reason(edition, "=fact.source.limit\t#2\t'First Paper\t#2");

        assertThat(german(BRIEF))
                .contains("2 Meldungen von First Paper stehen darin, und der Digest nimmt 2 aus einer Quelle")
                .doesNotContain("of First Paper are");

        reason(edition, "2 stories of First Paper are told, and the digest takes 2 of one source");

        assertThat(german(BRIEF)).contains("2 stories of First Paper are told, and the digest takes 2 of one source");
    }

    @Test
    void whyAnArticleWasNotLookedAt() throws Exception {
        String first = german(PRESS + "/change").replaceAll("(?s).*?name=\"story\" value=\"(\\d+)\".*", "$1");
        site.bean(JdbcClient.class)
                .sql("delete from edition_candidate where article_id = ?")
                .param(Long.valueOf(first))
                .update();

        assertThat(german(PRESS + "/why/article?q=" + first))
                .contains(
                        "Diese Ausgabe hat ihn nicht angesehen, denn: er war noch nicht so weit, als die Ausgabe gesetzt")
                .doesNotContain("not ready");
    }

    @Test
    void whoTookAnArticleOut() throws Exception {
        String page = german(PRESS + "/change");
        String first = page.replaceAll("(?s).*?name=\"story\" value=\"(\\d+)\".*", "$1");
        String second =
                page.replaceAll("(?s).*?name=\"story\" value=\"\\d+\".*?name=\"story\" value=\"(\\d+)\".*", "$1");

        owner.post(
                PRESS + "/change",
                Map.of("story", second, "subject", "One", "preheader", "", "based", "0", "do", "save"));

        assertThat(german(PRESS))
                .contains("herausgenommen von olga", "geändert, olga")
                .doesNotContain("took it out");
        assertThat(german(PRESS + "/change"))
                .contains("herausgenommen von olga")
                .doesNotContain("took it out");
        assertThat(german(PRESS + "/why/article?q=" + first))
                .contains("Er ist weggelassen: herausgenommen von olga.")
                .doesNotContain("took it out");
    }

    @Test
    void whatTheStepsOfARunDid() throws Exception {
        long run = site.bean(Runs.class).page("brief", Long.MAX_VALUE, 1).get(0).id();

        assertThat(german(RunPage.path(run)))
                .contains(
                        "1 von 1 Quellen, ",
                        " gesehen, ",
                        " Kernsätze aus ",
                        "alle in ihrer Quelle gefunden",
                        "3 verschickt")
                .doesNotContain(" seen, ", " in full", "key sentence", "each found", "3 sent");

        site.bean(JdbcClient.class)
                .sql("update run_step set facts = '7 in full, as it was told before' where step = 'extract'")
                .update();

        assertThat(german(RunPage.path(run))).contains("7 in full, as it was told before");
    }

    @Test
    void whatSomebodyHasToKnowOf() throws Exception {
        site.bean(Troubles.class)
                .begin(new Trouble(
                        TroubleKind.MANY_REFUSED,
                        "brief",
                        Fact.of("fact.trouble.refused", 1200L, 3000L, "brief 2026-11-18"),
                        Fact.of("fact.trouble.refused.safe"),
                        Fact.of("fact.trouble.refused.remedy", "brief", "2026-11-18")));
        site.bean(Troubles.class)
                .begin(new Trouble(
                        TroubleKind.RELAY_HALTED,
                        "x",
                        Fact.words("Told before."),
                        Fact.words("It is safe."),
                        Fact.words("Do it.")));
        site.bean(JdbcClient.class).sql("update node set machine = 'elsewhere'").update();

        assertThat(german("/"))
                .contains("1.200 von 3.000 Adressen lehnten die Mail von brief 2026-11-18 ab.")
                .contains("Wer es ist und was die Server sagten: standfirst who brief 2026-11-18 --failed")
                .contains("Told before.", "Do it.")
                .contains(
                        "der Datenordner kam von einem anderen Rechner",
                        "Von hier wird nichts verschickt, damit niemand")
                .contains("wird nichts verschickt: der Datenordner", "bestätigen Sie es: standfirst nodes confirm")
                .doesNotContain("refused the mail", "See who", "the data folder", "is mailed from", "If mails");
    }

    private void reason(long edition, String kept) {
        site.bean(JdbcClient.class)
                .sql("update edition_story set reason = ?, verdict = 'SOURCE_FULL' where edition_id = ? and place = 1")
                .params(kept, edition)
                .update();
    }

    private String german(String path) throws Exception {
        return owner.get(path, "Accept-Language", "de").body();
    }
}
