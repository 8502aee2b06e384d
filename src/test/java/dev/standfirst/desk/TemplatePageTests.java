package dev.standfirst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.edition.Editions;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates in a browser, over real HTTP. */
class TemplatePageTests {

    private static final Pattern FRAME = Pattern.compile("<iframe[^>]* src=\"([^\"]+)\"");

    @TempDir
    private static Path home;

    private static DeskSite site;
    private static DeskSite.Browser owner;

    @BeforeAll
    static void start() throws Exception {
        site = new DeskSite(home);
        owner = site.signedIn("ines", Role.OWNER);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @AfterEach
    void back() throws Exception {
        for (String name : List.of("edition", "mail")) {
            owner.post("/templates/" + name + "/reset", Map.of("hash", resetHash(name)));
        }
    }

    @Test
    void theTemplatesAreShownWithTheirDigests() throws Exception {
        String list = owner.get("/templates").body();

        assertThat(list)
                .contains("/templates/edition", "Morning Brief", "Press Club", "/templates/mail", "my-templates")
                .doesNotContain("/templates/confirm\"");
        assertThat(owner.get("/templates/edition").body())
                .contains(
                        "&lt;#import &quot;mail.ftlh&quot; as mail&gt;", "Editions that are composed stay as they are");
    }

    @Test
    void theLastEditionIsShownWithWhatIsTypedAndNothingIsSaved() throws Exception {
        Map<String, String> typed = fields("edition");
        typed.put("html", typed.get("html") + "<!-- typed -->");
        String page = owner.post("/templates/edition/preview", typed).body();
        HttpResponse<String> mail = owner.get(frame(page));

        assertThat(page).contains("the last edition", "&lt;!-- typed --&gt;");
        assertThat(mail.body()).contains("<!-- typed -->", "Morning Brief").doesNotContain("\uE000");
        assertThat(mail.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "sandbox");
        assertThat(owner.get("/templates/edition").body()).doesNotContain("&lt;!-- typed --&gt;");
        assertThat(home.resolve("my-templates")).doesNotExist();
    }

    @Test
    void whatIsTypedIsSavedIntoOnesOwnAndTakenBack() throws Exception {
        String before = site.bean(Editions.class)
                .find("brief", DeskSite.DATE)
                .orElseThrow()
                .html();
        Map<String, String> typed = fields("edition");
        typed.put("html", typed.get("html").replace("\n", "\r\n") + "<!-- mine -->");

        assertThat(place(owner.post("/templates/edition/save", typed)))
                .isEqualTo("303 /templates/edition?said=template.saved");
        assertThat(Files.readString(home.resolve("my-templates/edition.html.ftlh")))
                .endsWith("<!-- mine -->")
                .doesNotContain("\r");
        assertThat(home.resolve("my-templates/edition.txt.ftl")).doesNotExist();
        assertThat(site.bean(Editions.class)
                        .find("brief", DeskSite.DATE)
                        .orElseThrow()
                        .html())
                .isEqualTo(before);
        assertThat(owner.get("/templates").body()).contains("your copy");

        assertThat(owner.get("/templates/edition/reset").body()).contains("&lt;!-- mine --&gt;");
        assertThat(place(owner.post("/templates/edition/reset", Map.of("hash", "0"))))
                .isEqualTo("409 ");
        assertThat(place(owner.post("/templates/edition/reset", Map.of("hash", resetHash("edition")))))
                .isEqualTo("303 /templates?said=template.reset");
        assertThat(home.resolve("my-templates/edition.html.ftlh")).doesNotExist();
        assertThat(site.bean(Audit.class).latest(Long.MAX_VALUE, 10))
                .extracting(entry -> entry.act() + " " + entry.about())
                .contains("template.saved edition", "template.reset edition");
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsShownAndNothingIsLost() throws Exception {
        Map<String, String> mine = fields("edition");
        mine.put("html", mine.get("html") + "<!-- mine -->");
        Map<String, String> theirs = fields("edition");
        theirs.put("html", theirs.get("html") + "<!-- theirs -->");
        owner.post("/templates/edition/save", theirs);

        HttpResponse<String> answer = owner.post("/templates/edition/save", mine);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("Somebody else changed it meanwhile", "&lt;!-- mine --&gt;", "&lt;!-- theirs --&gt;");
        mine.put("hash", hash(answer.body()));
        assertThat(owner.post("/templates/edition/save", mine).statusCode()).isEqualTo(303);
    }

    @Test
    void aMistakeIsToldBesideItsFieldWithItsPlace() throws Exception {
        Map<String, String> typed = fields("edition");
        typed.put("text", "Hello\n ${titel}\n");
        HttpResponse<String> answer = owner.post("/templates/edition/save", typed);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.body()).select("#text-error-0").text())
                .startsWith("edition.txt.ftl, line 2, column 4: there is no value \"titel\". Check how it is written");
        assertThat(Jsoup.parse(answer.body()).select("#text").attr("aria-describedby"))
                .isEqualTo("text-error-0");
        assertThat(home.resolve("my-templates/edition.txt.ftl")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<#list 1.. as i></#list>",
                "<#list 1..1000000000 as i>xxxxxxxxxxxxxxxx</#list>",
                "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
                "<#assign t = \"<#list\"?interpret>",
                "<#include \"/../../etc/passwd\">",
                "<#import \"mail\" + \".ftlh\" as m>",
                "${title?no_esc}",
                "no way to leave",
                "<a href=\"javascript:alert(1)\">x</a>",
                "\uE000ANYTHING\uE001",
                "\uE000",
                "<#macro m><@m/></#macro><@m/>"
            })
    void whatDoesNotWorkIsNotSaved(String html) throws Exception {
        Map<String, String> typed = fields("edition");
        typed.put("html", html);
        HttpResponse<String> answer = owner.post("/templates/edition/save", typed);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).containsAnyOf("Not saved.", "edition.html.ftlh");
        assertThat(owner.post("/templates/edition/preview", typed).statusCode()).isEqualTo(200);
        assertThat(home.resolve("my-templates/edition.html.ftlh")).doesNotExist();
    }

    @Test
    void textThatBecomesMarkupIsNotSaved() throws Exception {
        Map<String, String> typed = fields("mail");
        typed.put("shared", typed.get("shared").replace("${s.headline}", "${s.headline?no_esc}"));

        assertThat(owner.post("/templates/mail/save", typed).body()).contains("text of an article became markup");
        typed.put("shared", typed.get("shared").replace("?no_esc", "").replace("<#macro section", "<#macro sektion"));
        assertThat(owner.post("/templates/mail/save", typed).statusCode()).isEqualTo(400);
    }

    @Test
    void aNewTemplateIsBegunChangedAndRemoved() throws Exception {
        for (String name : new String[] {"", "../x", "A", "a/b", "a.b", "x".repeat(61), "-a"}) {
            assertThat(owner.post("/templates", Map.of("name", name)).statusCode())
                    .isEqualTo(400);
        }
        assertThat(owner.post("/templates", Map.of("name", "confirm")).statusCode())
                .isEqualTo(409);
        assertThat(place(owner.post("/templates", Map.of("name", "weekend"))))
                .isEqualTo("303 /templates/weekend?said=template.made");
        assertThat(owner.get("/templates/weekend").body()).contains("No digest uses it.", "/templates/weekend/drafts/");
        assertThat(place(owner.post("/templates/weekend/reset", Map.of("hash", resetHash("weekend")))))
                .isEqualTo("303 /templates?said=template.reset");
        assertThat(owner.get("/templates/weekend").statusCode()).isEqualTo(404);
        try (Stream<Path> left = Files.list(home.resolve("my-templates"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void strangeFormsAreRefused() throws Exception {
        Map<String, String> typed = fields("edition");
        typed.remove("text");
        assertThat(owner.post("/templates/edition/save", typed).statusCode()).isEqualTo(400);
        typed.put("text", "x".repeat(45_000));
        assertThat(owner.post("/templates/edition/save", typed).body()).contains("at most 40,000 characters");
        typed.put("text", "<".repeat(45_000));
        assertThat(owner.post("/templates/edition/save", typed).statusCode()).isBetween(400, 499);
        typed.put("text", "x");
        typed.put("case", "NONE");
        assertThat(owner.post("/templates/edition/preview", typed).statusCode()).isEqualTo(400);
        assertThat(owner.get("/templates/confirm").statusCode()).isEqualTo(404);
        assertThat(owner.get("/templates/edition/drafts/nothing").statusCode()).isEqualTo(404);
        assertThat(owner.get("/templates/edition/reset").statusCode()).isEqualTo(404);
    }

    /** The fields of the page of a template, as it was loaded. */
    private static Map<String, String> fields(String name) throws Exception {
        Document page = Jsoup.parse(owner.get("/templates/" + name).body());
        Map<String, String> fields = new HashMap<>();
        for (Element area : page.select("textarea")) {
            fields.put(area.attr("name"), area.wholeText().replaceFirst("^\n", ""));
        }
        fields.put("hash", page.select("input[name=hash]").attr("value"));
        return fields;
    }

    private static String hash(String page) {
        return Jsoup.parse(page).select("input[name=hash]").attr("value");
    }

    private static String resetHash(String name) throws Exception {
        return hash(owner.get("/templates/" + name + "/reset").body());
    }

    private static String frame(String page) {
        Matcher frame = FRAME.matcher(page);
        return frame.find() ? frame.group(1) : "";
    }

    private static String place(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse("");
    }
}
