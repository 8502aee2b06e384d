package dev.standfirst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.account.Role;
import dev.standfirst.delivery.Ledger;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Preferences.Choice;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscriptions;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class EditingPageTests {

    private static final String PLACE = "/editions/press/2026-11-18";
    private static final Pattern STORY = Pattern.compile("name=\"story\" value=\"(\\d+)\"");

    private DeskSite site;
    private DeskSite.Browser editor;

    @BeforeEach
    void open(@TempDir Path home) throws Exception {
        site = new DeskSite(home);
        editor = site.signedIn("ines", Role.EDITOR, "press");
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void whatIsSavedIsWhatTheEditionTells() throws Exception {
        List<String> order = stories(editor.get(PLACE + "/change").body());
        assertThat(order).hasSizeGreaterThan(3);
        List<String> wanted = new ArrayList<>(order.subList(1, order.size()));
        Collections.reverse(wanted);
        String first = headline(wanted.get(0));
        String taken = headline(order.get(0));

        HttpResponse<String> answer =
                save(wanted, "&subject=Reef%20special&preheader=" + "Only%20today%20%3Cb%3E&based=0");

        assertThat(answer.headers().firstValue("Location")).contains(PLACE + "?said=edition.changed");
        StoredEdition edition = edition();
        assertThat(edition.subject()).isEqualTo("Reef special");
        assertThat(edition.preheader()).isEqualTo("Only today <b>");
        assertThat(edition.stories()).isEqualTo(order.size() - 1);
        assertThat(edition.text()).contains(first).doesNotContain(taken);
        assertThat(edition.html()).contains("Only today &lt;b&gt;");
        String page = editor.get(PLACE).body();
        assertThat(page)
                .containsPattern("<li value=\"1\"><a href=\"[^\"]+\">" + Pattern.quote(first))
                .contains("ines took it out")
                .contains("changed, ines");
        assertThat(stories(editor.get(PLACE + "/change").body())).isEqualTo(wanted);
        assertThat(site.bean(Ledger.class).counts(edition.id()).audience()).isEqualTo(3);
    }

    @Test
    void whatIsLeftOutCanBeToldAgainAndNothingIsLost() throws Exception {
        StoredEdition before = edition();
        List<String> order = stories(editor.get(PLACE + "/change").body());
        save(order.subList(1, order.size()), "&based=0");
        save(order, "&based=1");

        assertThat(edition().html()).isEqualTo(before.html());
        assertThat(edition().text()).isEqualTo(before.text());
        assertThat(edition().subject()).isEqualTo(before.subject());
        assertThat(used()).isEqualTo(before.articles());
    }

    @Test
    void aStoryThatWasTakenOutIsNotToldByTheNextEdition() throws Exception {
        int used = used();
        List<String> order = stories(editor.get(PLACE + "/change").body());
        save(order.subList(1, order.size()), "&based=0");

        assertThat(used()).isEqualTo(used);
    }

    @Test
    void whatPeopleChoseIsMadeAnewOfWhatIsLeft() throws Exception {
        Subscriptions subscriptions = site.bean(Subscriptions.class);
        EmailAddress ada = new EmailAddress("ada@example.org");
        List<String> order = stories(editor.get(PLACE + "/change").body());
        String word = headline(order.get(0)).split(" ")[0].replaceAll("\\W", "");
        Preferences one = new Preferences(
                Preferences.Cadence.EACH,
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Choice.ALL,
                new Choice(List.of(word), List.of()),
                false,
                false,
                Optional.empty());
        subscriptions.choose(subscriptions.find("all", ada).orElseThrow().id(), one, Reason.of("test"));

        save(order, "&subject=Own&based=0");
        assertThat(variants()).isEqualTo(1);
        assertThat(site.bean(Ledger.class).counts(edition().id()).audience()).isEqualTo(3);

        save(order.subList(order.size() - 1, order.size()), "&based=1");
        assertThat(variants()).isZero();
        assertThat(site.bean(Ledger.class).counts(edition().id()).audience()).isEqualTo(2);
    }

    @Test
    void ofTwoWhoChangeItTheSecondIsToldAndChangesNothing() throws Exception {
        List<String> order = stories(editor.get(PLACE + "/change").body());
        save(order, "&subject=First&based=0");

        HttpResponse<String> second = save(order.subList(1, order.size()), "&subject=Second&based=0");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Somebody else changed").contains("value=\"Second\"");
        assertThat(edition().subject()).isEqualTo("First");
        assertThat(site.bean(Ledger.class).counts(edition().id()).audience()).isEqualTo(3);
    }

    @Test
    void onlyAnEditionThatWaitsIsChanged() throws Exception {
        List<String> order = stories(editor.get(PLACE + "/change").body());
        editor.post(PLACE + "/skip", Map.of());

        assertThat(editor.get(PLACE + "/change").statusCode()).isEqualTo(409);
        assertThat(save(order.subList(1, order.size()), "&based=0").statusCode())
                .isEqualTo(409);
        assertThat(edition().stories()).isEqualTo(order.size());
    }

    @Test
    void buttonsMoveStoriesAndSaveNothing() throws Exception {
        List<String> order = stories(editor.get(PLACE + "/change").body());
        String form = fields(order) + "&subject=%22x%22&based=0&do=out:" + order.get(0);

        String page = send(form).body();

        assertThat(stories(page)).isEqualTo(order.subList(1, order.size()));
        assertThat(page).contains("value=\"in:" + order.get(0) + "\"").contains("value=\"&quot;x&quot;\"");
        assertThat(edition().stories()).isEqualTo(order.size());
    }

    @Test
    void mistakesAreToldBesideTheirFields() throws Exception {
        List<String> order = stories(editor.get(PLACE + "/change").body());
        HttpResponse<String> tooLong = save(order, "&based=0&subject=" + "x".repeat(201));
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(tooLong.body()).contains("At most 200 characters.").contains("aria-invalid=\"true\"");

        assertThat(save(List.of(), "&based=0").body()).contains("An edition tells one story at least.");
        assertThat(save(List.of("999999"), "&based=0").body()).contains("not among those that the edition can tell");
        HttpResponse<String> twoLines = save(order, "&based=0&subject=a%0D%0ABcc:%20eve@example.org");
        assertThat(twoLines.statusCode()).isEqualTo(303);
        assertThat(edition().subject()).isEqualTo("a Bcc: eve@example.org");
    }

    @Test
    void anEditorOfAnotherDigestIsRefused() throws Exception {
        DeskSite.Browser other = site.signedIn("otto", Role.EDITOR, "brief");

        assertThat(other.get(PLACE + "/change").statusCode()).isEqualTo(403);
        assertThat(other.post(PLACE + "/change", Map.of("do", "save")).statusCode())
                .isEqualTo(403);
    }

    private StoredEdition edition() {
        return site.bean(Editions.class).find("press", DeskSite.DATE).orElseThrow();
    }

    private int used() {
        return count("select count(*) from edition_article where edition_id = ?");
    }

    private int variants() {
        return count("select count(*) from edition_variant where edition_id = ?");
    }

    private int count(String sql) {
        return site.bean(JdbcClient.class)
                .sql(sql)
                .param(edition().id())
                .query(Integer.class)
                .single();
    }

    private String headline(String story) throws Exception {
        return site.bean(JdbcClient.class)
                .sql("select title from article where id = ?")
                .param(Long.parseLong(story))
                .query(String.class)
                .single();
    }

    private HttpResponse<String> save(List<String> order, String more) throws Exception {
        return send(fields(order) + more + "&do=save");
    }

    private static String fields(List<String> order) {
        return String.join("&", order.stream().map(story -> "story=" + story).toList());
    }

    private HttpResponse<String> send(String form) throws Exception {
        String body = form + "&_csrf=" + editor.encodedToken();
        return editor.postRaw(PLACE + "/change", "application/x-www-form-urlencoded", body);
    }

    private static List<String> stories(String page) {
        return STORY.matcher(page).results().map(found -> found.group(1)).toList();
    }
}
