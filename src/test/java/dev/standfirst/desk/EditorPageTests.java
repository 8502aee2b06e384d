package dev.standfirst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.edition.Editions;
import dev.standfirst.job.RunResult;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Digests made and changed in a browser without script, over real HTTP. */
class EditorPageTests {

    private static final String FILE = """
            # For the harbour.
            title: Harbour News   # as readers see it
            sources:
              - {name: First Paper, feed: seeds/northwind-news/feed.xml, topic: "Coast"}
            schedule: {time: "07:00", zone: UTC}   # early
            audience: {list: all}
            sender: {address: brief@standfirst.example}
            """;

    @TempDir
    private static Path home;

    private static DeskSite site;
    private static final Map<String, String> PAGES = new ConcurrentHashMap<>();

    private static DeskSite.Browser owner;
    private static HttpServer server;

    @BeforeAll
    static void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body =
                    PAGES.getOrDefault(exchange.getRequestURI().getPath(), "").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String allowed = "127.0.0.1:" + server.getAddress().getPort();
        site = new DeskSite(home, "--standfirst.fetch.allowed-hosts=" + allowed, "--standfirst.fetch.gap=0s");
        owner = site.signedIn("ines", Role.OWNER);
        Path feed = home.resolve("seeds/northwind-news");
        Files.createDirectories(feed);
        try (var files = Files.list(Path.of("seeds/northwind-news"))) {
            for (Path file : files.toList()) {
                Files.copy(file, feed.resolve(file.getFileName().toString()));
            }
        }
    }

    @AfterAll
    static void stop() {
        site.close();
        server.stop(0);
    }

    @Test
    void aDigestIsMadeAndRun() throws Exception {
        Map<String, String> form = fields(owner.get("/digests/new").body());
        form.putAll(Map.of(
                "name", "evening",
                "title", "Evening: the news",
                "source.0.name", "Northwind",
                "source.0.address", "seeds/northwind-news/feed.xml",
                "sender.address", "evening@standfirst.example",
                "audience.lists", "all"));
        Document diff = page(owner.post("/digests/new", act(form, "check")));
        assertThat(diff.select("ins").eachText()).contains("title: \"Evening: the news\"", "- name: Northwind");
        assertThat(diff.select("del")).isEmpty();
        assertThat(home.resolve("jobs/evening.yaml")).doesNotExist();

        assertThat(place(owner.post("/digests/new", act(fields(diff.html()), "save"))))
                .isEqualTo("303 /digests/evening?said=digest.made");
        assertThat(owner.get("/digests/evening?said=digest.made").body())
                .contains("The digest is there now.", "/digests/evening/edit");
        assertThat(site.run("evening")).isInstanceOf(RunResult.Sent.class);
        assertThat(site.bean(Editions.class).find("evening", DeskSite.DATE)).isPresent();
        assertThat(site.bean(Audit.class).latest(Long.MAX_VALUE, 30))
                .extracting(entry -> entry.act() + " " + entry.about())
                .contains("digest.made evening");
        assertThat(owner.post("/digests/new", act(form, "check")).body())
                .containsPattern("id=\"name-error\">.*There is a digest called evening");
    }

    @Test
    void oneSettingChangesItsOwnLineAlone() throws Exception {
        write("one", FILE);
        assertThat(changed("one", Map.of("schedule.time", "06:15"))).isEqualTo("303 /digests/one?said=digest.changed");
        assertThat(read("one")).isEqualTo(FILE.replace("07:00", "06:15"));
        write("one", FILE.replace("\n", "\r\n"));
        assertThat(changed("one", Map.of("schedule.time", "06:15"))).startsWith("303");
        assertThat(read("one")).isEqualTo(FILE.replace("07:00", "06:15").replace("\n", "\r\n"));
        assertThat(home.resolve("jobs/.one.yaml.new")).doesNotExist();
        Document same = page(owner.post("/digests/one/edit", act(open("one"), "check")));
        assertThat(same.text()).contains("Nothing is different.");
        assertThat(same.select("button[value=save]")).isEmpty();
    }

    @Test
    void aFileIsChangedAsATextToo() throws Exception {
        write("text", FILE.replace("\n", "\r\n"));
        Map<String, String> form =
                fields(owner.get("/digests/text/edit?as=text").body());
        assertThat(form.get("text")).isEqualTo(FILE);
        form.put("text", FILE.replace("Harbour", "Port").replace("\n", "\r\n"));
        Document diff = page(owner.post("/digests/text/edit", act(form, "check")));
        assertThat(diff.select("del").eachText()).containsExactly("title: Harbour News # as readers see it");
        Document back = page(owner.post("/digests/text/edit", act(fields(diff.html()), "back")));
        assertThat(back.select("textarea[name=text]")).isNotEmpty();
        assertThat(place(owner.post("/digests/text/edit", act(fields(diff.html()), "save"))))
                .startsWith("303");
        assertThat(read("text")).isEqualTo(FILE.replace("Harbour", "Port").replace("\n", "\r\n"));

        form = fields(owner.get("/digests/text/edit?as=text").body());
        form.put("text", "title: [\n");
        HttpResponse<String> wrong = owner.post("/digests/text/edit", act(form, "check"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Line ", "this is not YAML");
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() throws Exception {
        write("both", FILE);
        Map<String, String> form = open("both");
        form.put("title", "Mine");
        Document diff = page(owner.post("/digests/both/edit", act(form, "check")));
        String theirs = FILE.replace("07:00", "05:00");
        write("both", theirs);

        HttpResponse<String> answer = owner.post("/digests/both/edit", act(fields(diff.html()), "save"));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(read("both")).isEqualTo(theirs);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.text()).contains("The file was changed meanwhile.");
        assertThat(page.select(".diff ins").text()).contains("05:00");
        assertThat(page.select("#title").val()).isEqualTo("Mine");

        Document next = page(owner.post("/digests/both/edit", act(fields(answer.body()), "check")));
        assertThat(place(owner.post("/digests/both/edit", act(fields(next.html()), "save"))))
                .startsWith("303");
        assertThat(read("both")).isEqualTo(theirs.replace("Harbour News", "Mine"));
    }

    @Test
    void mistakesAreToldBesideTheirFields() throws Exception {
        write("wrong", FILE);
        Map<String, String> form = open("wrong");
        form.putAll(Map.of(
                "title", "",
                "schedule.zone", "Europe/Berln",
                "source.0.address", "https://",
                "words", "reef\n***",
                "length.stories", "99",
                "sender.address", "nobody"));
        HttpResponse<String> answer = owner.post("/digests/wrong/edit", act(form, "check"));
        assertThat(answer.statusCode()).isEqualTo(400);
        Document page = Jsoup.parse(answer.body());
        for (String field :
                new String[] {"title", "schedule.zone", "source.0.address", "words", "length.stories", "sender.address"
                }) {
            Element input = page.getElementById(field);
            assertThat(input.attr("aria-invalid")).as(field).isEqualTo("true");
            assertThat(input.attr("aria-describedby")).contains(field + "-error");
            assertThat(page.getElementById(field + "-error").text()).isNotEmpty();
        }
        assertThat(page.getElementById("schedule.zone").val()).isEqualTo("Europe/Berln");
        assertThat(read("wrong")).isEqualTo(FILE);
    }

    @Test
    void rowsComeAndGoByPlainButtons() throws Exception {
        write("rows", FILE);
        Document page = page(owner.post("/digests/rows/edit", act(open("rows"), "add.source")));
        assertThat(page.select("[id=source.1.name]")).isNotEmpty();
        Map<String, String> form = fields(page.html());
        form.putAll(Map.of("source.1.name", "Second", "source.1.address", "https://second.example/feed"));
        form = fields(
                page(owner.post("/digests/rows/edit", act(form, "add.topic"))).html());
        form.putAll(Map.of("topic.0.name", "Coast", "topic.0.words", "ferr*\r\ntidal barrage"));
        form = fields(
                page(owner.post("/digests/rows/edit", act(form, "up.source.1"))).html());
        assertThat(form).containsEntry("source.0.name", "Second").containsEntry("source.1.name", "First Paper");
        form.put(
                "opml",
                "<opml><body><outline text='Sea'><outline text='Third' xmlUrl='https://third.example/f'/></outline></body></opml>");
        form = fields(page(owner.post("/digests/rows/edit", act(form, "opml"))).html());
        assertThat(form).containsEntry("source.2.name", "Third").containsEntry("source.2.topic", "Sea");
        form = fields(page(owner.post("/digests/rows/edit", act(form, "drop.source.1")))
                .html());
        Document diff = page(owner.post("/digests/rows/edit", act(form, "check")));
        assertThat(place(owner.post("/digests/rows/edit", act(fields(diff.html()), "save"))))
                .startsWith("303");
        assertThat(read("rows"))
                .contains("  - {name: Second, feed: https://second.example/feed}\n")
                .contains("  - {name: Third, feed: https://third.example/f, topic: Sea}\n")
                .contains("topics:\n  - name: Coast\n    words: [")
                .doesNotContain("First Paper");
    }

    @Test
    void aPreviewShowsTheMailAndLeavesEverythingAsItIs() throws Exception {
        write(
                "look",
                FILE.replace(
                        "seeds/northwind-news/feed.xml",
                        Path.of("seeds/harbour-times/feed.xml").toAbsolutePath().toString()));
        Map<String, String> form = open("look");
        form.put("title", "A look at <b>it</b>");
        Document page = page(owner.post("/digests/look/edit", act(form, "preview")));
        String frame = page.select("iframe").attr("src");
        HttpResponse<String> mail = owner.get(frame);
        assertThat(mail.body()).contains("A look at &lt;b&gt;it&lt;/b&gt;");
        assertThat(mail.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        assertThat(site.signedIn("other", Role.OWNER).get(frame).statusCode()).isEqualTo(404);
        assertThat(site.bean(Editions.class).find("look", DeskSite.DATE)).isEmpty();
        assertThat(read("look")).contains("Harbour News");
        Document text = page(owner.post("/digests/look/edit", act(fields(page.html()), "preview.text")));
        assertThat(text.select("pre").text()).contains("A look at");
        Document back = page(owner.post("/digests/look/edit", act(fields(text.html()), "back")));
        assertThat(back.select("#title").val()).isEqualTo("A look at <b>it</b>");
        write("new-source", FILE.replace("seeds/northwind-news/feed.xml", "https://unread.example/feed"));
        assertThat(page(owner.post("/digests/new-source/edit", act(open("new-source"), "preview")))
                        .text())
                .contains("There would be no edition now", "Not read yet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\nsources: []",
                "x: y",
                "x # y",
                "\"",
                "'",
                "<script>alert(1)</script>",
                "&a *b !c",
                "{[",
                "- x",
                "%"
            })
    void aTitleIsNothingButATitle(String title) throws Exception {
        write("title", FILE);
        assertThat(changed("title", Map.of("title", title))).startsWith("303");
        String line = title.replaceAll("\\s+", " ");
        assertThat(open("title")).containsEntry("title", line);
        assertThat(read("title").replaceFirst("(?m)^title: .*$", "T"))
                .isEqualTo(FILE.replaceFirst("(?m)^title: .*$", "T"));
        assertThat(owner.get("/digests/title").body()).doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/b", "..", ".hidden", "A", "new", "a.yaml", "", "brief"})
    void noFileIsWrittenUnderAStrangeName(String name) throws Exception {
        Map<String, String> form = fields(owner.get("/digests/new").body());
        form.putAll(
                Map.of("name", name, "title", "T", "source.0.name", "N", "source.0.address", "https://n.example/f"));
        form.putAll(Map.of("sender.address", "a@example.org"));
        HttpResponse<String> answer = owner.post("/digests/new", act(form, "check"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("id=\"name-error\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc", "../../etc", "data", "data/mailbox", ".", "seeds/../data"})
    void noFileOfTheMachineIsReadThatTheProgramDoesNotOwn(String folder) throws Exception {
        write("bounds", FILE);
        Map<String, String> form = open("bounds");
        form.putAll(Map.of("source.0.kind", "folder", "source.0.address", folder));
        assertThat(owner.post("/digests/bounds/edit", act(form, "check")).body())
                .containsPattern("id=\"source.0.address-error\">.*below the home folder");
        form = fields(owner.get("/digests/bounds/edit?as=text").body());
        form.put("text", FILE.replace("list: all", "list: all, seed: \"" + folder + "\""));
        assertThat(owner.post("/digests/bounds/edit", act(form, "check")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPageOnAPrivateNetworkIsNotAsked() throws Exception {
        write("find", FILE);
        for (String page : new String[] {
            "http://127.0.0.1:" + site.base().replaceAll(".*:", "") + "/",
            "http://10.0.0.1/",
            "file:///etc/passwd",
            "x y",
            ""
        }) {
            Map<String, String> form = open("find");
            form.put("page", page);
            Document answer = page(owner.post("/digests/find/edit", act(form, "find")));
            assertThat(answer.select("[id=page-error]").text()).as(page).isNotEmpty();
            assertThat(answer.select("[id=source.1.name]")).isEmpty();
        }
    }

    @Test
    void theFeedOfAPageIsFoundAndWhereThereAreSeveralTheyAreOffered() throws Exception {
        write("found", FILE);
        PAGES.put("/one", "<link rel=alternate type=application/rss+xml title='The <b>One</b>' href=/feed>");
        PAGES.put("/two", "<a href=/a.rss>First</a><a href=/b.rss>Second</a>");
        PAGES.put("/none", "<p>nothing");
        Map<String, String> form = open("found", Map.of("page", address("/one")));
        form = fields(page(owner.post("/digests/found/edit", act(form, "find"))).html());
        assertThat(form).containsEntry("source.1.name", "The <b>One</b>");
        assertThat(form).containsEntry("source.1.address", address("/feed"));
        form.put("page", address("/two"));
        form = fields(page(owner.post("/digests/found/edit", act(form, "find"))).html());
        form = fields(
                page(owner.post("/digests/found/edit", act(form, "take.1"))).html());
        assertThat(form).containsEntry("source.2.address", address("/b.rss"));
        form.put("page", address("/none"));
        assertThat(owner.post("/digests/found/edit", act(form, "find")).body())
                .containsPattern("id=\"page-error\">.*names no feed");
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Test
    void anEditorChangesTheOwnDigestAloneAndGivesItNoOtherPeople() throws Exception {
        write("mine", FILE);
        DeskSite.Browser editor = site.signedIn("ed", Role.EDITOR, "mine");
        assertThat(editor.get("/digests/mine/edit").statusCode()).isEqualTo(200);
        assertThat(editor.get("/digests/brief/edit").statusCode()).isEqualTo(403);
        assertThat(editor.get("/digests/new").statusCode()).isEqualTo(403);
        assertThat(editor.post("/digests/brief/edit", Map.of("act", "save")).statusCode())
                .isEqualTo(403);
        Map<String, String> form = fields(editor.get("/digests/mine/edit").body());
        form.put("audience.lists", "all\nsecret");
        assertThat(editor.post("/digests/mine/edit", act(form, "check")).body())
                .containsPattern("id=\"audience.lists-error\">.*Only an owner");
        assertThat(editor.get("/digests/brief").body()).doesNotContain("/digests/brief/edit");
    }

    @Test
    void aFileThatIsNotPlainIsShownAsATextAndAListOfNobodyIsSaid() throws Exception {
        write("anchor", FILE.replace("title: Harbour News", "title: &a Harbour News"));
        assertThat(owner.get("/digests/anchor/edit").body()).contains("This file has no form", "anchors, aliases");
        write("nobody", FILE.replace("list: all", "list: nobody-yet").replace("07:00", "06:40"));
        Map<String, String> form = open("nobody");
        form.put("title", "T");
        assertThat(owner.post("/digests/nobody/edit", act(form, "check")).body())
                .contains("Nobody is on its list yet (nobody-yet).", "It is due at 06:40 (UTC)");
        form.put("onto", "nonsense");
        assertThat(owner.post("/digests/nobody/edit", act(form, "check")).statusCode())
                .isEqualTo(400);
        assertThat(owner.post("/digests/nobody/edit", act(open("nobody", Map.of("title", "x".repeat(40_000))), "check"))
                        .statusCode())
                .isEqualTo(400);
    }

    private static void write(String name, String text) throws Exception {
        Files.writeString(home.resolve("jobs").resolve(name + ".yaml"), text);
    }

    private static String read(String name) throws Exception {
        return Files.readString(home.resolve("jobs").resolve(name + ".yaml"));
    }

    private static Map<String, String> open(String name) throws Exception {
        return fields(owner.get("/digests/" + name + "/edit").body());
    }

    private static Map<String, String> open(String name, Map<String, String> other) throws Exception {
        Map<String, String> form = open(name);
        form.putAll(other);
        return form;
    }

    /** Both steps: the difference, then saving it. */
    private static String changed(String name, Map<String, String> values) throws Exception {
        String path = "/digests/" + name + "/edit";
        Document diff = page(owner.post(path, act(open(name, values), "check")));
        return place(owner.post(path, act(fields(diff.html()), "save")));
    }

    private static Map<String, String> act(Map<String, String> form, String act) {
        Map<String, String> all = new HashMap<>(form);
        all.put("act", act);
        return all;
    }

    private static Document page(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    private static String place(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse("");
    }

    /** What a browser sends of the form of a page that somebody left as it was. */
    private static Map<String, String> fields(String html) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : Jsoup.parse(html).select("main form [name]")) {
            boolean box = field.attr("type").equals("checkbox");
            if (field.tagName().equals("select")) {
                fields.put(field.attr("name"), field.select("option[selected]").val());
            } else if (field.tagName().equals("textarea")) {
                fields.put(field.attr("name"), field.wholeText().replaceFirst("^\n", ""));
            } else if (!field.tagName().equals("button") && (!box || field.hasAttr("checked"))) {
                fields.put(field.attr("name"), field.val());
            }
        }
        fields.remove("_csrf");
        return fields;
    }
}
