package dev.standfirst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.account.Role;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.subscriber.Suppressions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyPageTests {

    private static final String PLACE = "/editions/brief/2026-11-18";
    private static final Pattern TOLD = Pattern.compile("<li value=\"1\"><a href=\"([^\"]+)\">([^<]+)</a>");

    @TempDir
    static Path home;

    private static DeskSite site;

    @BeforeAll
    static void open() throws Exception {
        site = new DeskSite(home);
        site.clock().move(Duration.ofMinutes(1));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void aHeadlineOfAnEditionLeadsToWhyItIsTold() throws Exception {
        DeskSite.Browser reader = site.signedIn("rita", Role.READER);
        Matcher first = TOLD.matcher(reader.get(PLACE).body());
        assertThat(first.find()).isTrue();

        String page = reader.get(first.group(1)).body();

        assertThat(page)
                .contains("<h1>" + first.group(2) + "</h1>")
                .contains("It is told in this edition, as number 1.")
                .contains("What its rank is made of")
                .contains("Freshness");
    }

    @Test
    void anArticleIsFoundByWordsOfItsHeadline() throws Exception {
        DeskSite.Browser reader = site.signedIn("rita", Role.READER);
        Matcher first = TOLD.matcher(reader.get(PLACE).body());
        assertThat(first.find()).isTrue();

        String words = first.group(2).replaceAll("[^A-Za-z ]", "").replace(" ", "%20");

        assertThat(reader.get(PLACE + "/why/article?q=" + words).body()).contains("as number 1.");
        assertThat(reader.get(PLACE + "/why/article?q=%3Cscript%3Exyzzy").body())
                .contains("No article like that is known")
                .contains("value=\"&lt;script&gt;xyzzy\"");
        assertThat(reader.get(PLACE + "/why/article").body()).contains("No article like that is known");
    }

    @Test
    void whoGotItIsToldWithTheAnswerOfTheServer() throws Exception {
        assertThat(why("ADA@example.org"))
                .contains("The mail server took this mail on")
                .contains("tried once")
                .contains("All about this person");
    }

    @Test
    void whoDidNotGetItIsToldWhy() throws Exception {
        Subscriptions subscriptions = site.bean(Subscriptions.class);
        subscriptions.add("all", new EmailAddress("late@example.org"), "", Reason.of("test"));
        subscriptions.add("other", new EmailAddress("elsewhere@example.org"), "", Reason.of("test"));
        subscriptions.add("all", new EmailAddress("gone@example.net"), "", Reason.of("test"));
        Subscription gone =
                subscriptions.find("all", new EmailAddress("gone@example.net")).orElseThrow();
        subscriptions.leave(gone.id(), Reason.of("by the link"));
        subscriptions.add("all", new EmailAddress("never@example.org"), "", Reason.of("test"));
        site.bean(Suppressions.class)
                .add(new EmailAddress("never@example.org"), Suppressions.Cause.OPERATOR, Reason.of("asked for it"));

        assertThat(why("late@example.org"))
                .contains("This edition is not for this person.")
                .contains("all: joined after it was composed.");
        assertThat(why("never@example.org")).contains("all: is never mailed.");
        assertThat(why("gone@example.net")).contains("all: left on");
        assertThat(why("elsewhere@example.org")).contains("This person is on none of the lists of this digest.");
        assertThat(why("nobody@example.org")).contains("Nobody with this address is known here.");
        assertThat(why("no%20address%22%3E")).contains("Nobody with this address is known here.");
    }

    @Test
    void aPersonsPageLeadsToTheEditionsThatDidNotCome() throws Exception {
        Subscriptions subscriptions = site.bean(Subscriptions.class);
        subscriptions.add("all", new EmailAddress("new+one@example.org"), "", Reason.of("test"));
        long person = subscriptions
                .find("all", new EmailAddress("new+one@example.org"))
                .orElseThrow()
                .subscriberId();
        DeskSite.Browser editor = site.signedIn("ines", Role.EDITOR, "brief");

        assertThat(editor.get("/people/" + person).body())
                .contains("href=\"" + PLACE + "/why/person?q=new%2Bone%40example.org\"")
                .doesNotContain("/editions/press/");
        assertThat(why("new%2Bone@example.org")).contains("joined after it was composed");
    }

    @Test
    void onlyAnEditorOfTheDigestAsksForPeople() throws Exception {
        String path = PLACE + "/why/person?q=ada@example.org";

        assertThat(site.signedIn("rita", Role.READER).get(path).statusCode()).isEqualTo(403);
        assertThat(site.signedIn("paul", Role.EDITOR, "press").get(path).statusCode())
                .isEqualTo(403);
        assertThat(site.signedIn("rita", Role.READER).get(PLACE).body()).doesNotContain("why/person");
    }

    private static String why(String address) throws Exception {
        return site.signedIn("ines", Role.EDITOR, "brief")
                .get(PLACE + "/why/person?q=" + address)
                .body();
    }
}
