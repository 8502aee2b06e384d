package dev.standfirst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.History;
import dev.standfirst.subscriber.History.Event;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscribers;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.subscriber.Suppressions;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages about people, over real HTTP. */
class PeoplePageTests {

    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]+)\">Next 50");

    @TempDir
    private static Path home;

    private static DeskSite site;
    private static DeskSite.Browser owner;
    private static DeskSite.Browser editor;

    @BeforeAll
    static void start() throws Exception {
        site = new DeskSite(home);
        Files.writeString(
                home.resolve("jobs/harbour.yaml"),
                Files.readString(home.resolve("jobs/brief.yaml")).replace("{list: all}", "{list: harbour}"));
        owner = site.signedIn("ines", Role.OWNER);
        editor = site.signedIn("omar", Role.EDITOR, "harbour");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void aBeginningOfAnAddressOrAFilterFindsPeople() throws Exception {
        join("search", "Anna.Berg@example.org", "Anna Berg");
        join("search", "annika@example.net", "");
        join("search", "joanna@example.org", "Berg");
        assertThat(found("search", ""))
                .containsExactly("Anna.Berg@example.org", "annika@example.net", "joanna@example.org");
        assertThat(found("search", "ANN")).containsExactly("Anna.Berg@example.org", "annika@example.net");
        assertThat(found("search", "annika@example.net")).containsExactly("annika@example.net");
        assertThat(found("search", "name:berg domain:example.org"))
                .containsExactly("Anna.Berg@example.org", "joanna@example.org");
        assertThat(found("search", "annika or joanna")).containsExactly("annika@example.net", "joanna@example.org");
        assertThat(owner.get("/people?list=search&q=zz").body()).contains("Nobody here is like that.");
    }

    @Test
    void aFilterFindsNobodyOnAnotherList() throws Exception {
        join("harbour", "mia@example.org", "");
        join("secret", "spy@example.org", "");
        assertThat(found("harbour", "list:secret or address:spy*")).isEmpty();
        assertThat(editor.get("/people?q=spy%20or%20list:secret").body()).doesNotContain("spy@example.org");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status:gone     | This filter cannot be read: at character 1 status is never &quot;gone&quot;",
                "(name:ada       | at character 1 a parenthesis is opened and not closed",
                "nam:ada         | Did you mean &quot;name&quot;?",
                "since>yesterday | &quot;yesterday&quot; is no day",
            })
    void aFilterThatIsWrongIsToldBesideItsField(String filter, String told) throws Exception {
        HttpResponse<String> page = owner.get("/people?list=all&q=" + encoded(filter));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("aria-invalid=\"true\" aria-describedby=\"h-q\"", told);
        assertThat(page.body()).as("nobody is shown").doesNotContain("ada@example.org");
    }

    @Test
    void statesAreCountedAndChosen() throws Exception {
        join("states", "in@example.org", "");
        long gone = join("states", "gone@example.org", "").id();
        site.bean(Subscriptions.class).leave(gone, Reason.of("test"));
        assertThat(owner.get("/people?list=states").body().replaceAll("<[^>]+>", ""))
                .contains("All 2", "Gets mail 1", "Not confirmed 0", "Left 1");
        assertThat(addresses(owner.get("/people?list=states&state=UNSUBSCRIBED").body()))
                .containsExactly("gone@example.org");
        assertThat(owner.get("/people?list=states&state=UNCONFIRMED").body()).contains("Nobody here is like that.");
    }

    @Test
    void pagesHaveFiftyPeopleAndTheNextOneBeginsBehindThem() throws Exception {
        IntStream.rangeClosed(1, 101).forEach(i -> join("many", "p%03d@example.org".formatted(i), ""));
        String first = owner.get("/people?list=many&q=p").body();
        assertThat(addresses(first)).hasSize(50).startsWith("p001@example.org").endsWith("p050@example.org");
        assertThat(next(first)).contains("list=many", "q=p", "after=");
        String second = owner.get(next(first)).body();
        assertThat(addresses(second)).hasSize(50).startsWith("p051@example.org");
        String third = owner.get(next(second)).body();
        assertThat(addresses(third)).containsExactly("p101@example.org");
        assertThat(next(third)).isEmpty();
        assertThat(third).contains("From the start");
    }

    @Test
    void rhythmsAreToldInWords() throws Exception {
        long place = join("rhythm", "slow@example.org", "").id();
        site.bean(Subscriptions.class).choose(place, Preferences.NONE.weeklyOn(DayOfWeek.FRIDAY), Reason.of("test"));
        assertThat(owner.get("/people?list=rhythm").body()).contains("weekly, on Friday");
        assertThat(owner.get("/people?list=rhythm", "Accept-Language", "de").body())
                .contains("wöchentlich, am Freitag", "Bekommt Mail");
    }

    @ParameterizedTest
    @CsvSource({
        "jonas(at)example.org, there is no @ in it",
        "a@b@example.org, there is more than one @ in it",
        "lena@localhost, the part after the @ has no dot",
        "'', there is no @ in it",
        "'x\u0000y@example.org', there is a space in it",
    })
    void anAddressThatCannotBeIsToldBesideItsFieldAndWhatWasTypedStays(String address, String told) throws Exception {
        HttpResponse<String> page = owner.post(
                "/people", Map.of("list", "wrong", "address", address, "name", "<i>Lena", "consent", "by telephone"));
        assertThat(page.statusCode()).isEqualTo(404);
        page = owner.post(
                "/people", Map.of("list", "all", "address", address, "name", "<i>Lena", "consent", "by telephone"));
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains(told, "value=\"&lt;i&gt;Lena\"", "value=\"by telephone\"")
                .contains("aria-describedby=\"h-address\"");
    }

    @Test
    void whoIsAddedByHandIsKeptWithHowThePersonAgreed() throws Exception {
        Map<String, String> form =
                Map.of("list", "harbour", "address", "new@example.org", "name", "New", "consent", "signed at the desk");
        assertThat(owner.post("/people", Map.of("list", "harbour", "address", "new@example.org"))
                        .body())
                .contains("Say how the person agreed.");
        HttpResponse<String> answer = owner.post("/people", form);
        String page = path("new@example.org");
        assertThat(place(answer)).isEqualTo(page + "?said=person.added");
        assertThat(owner.get(page).body()).contains("Put on the list", "by ines", "signed at the desk");
        assertThat(place(owner.post("/people", form))).isEqualTo(page + "?said=person.there");
        assertThat(noted("person.added " + number("new@example.org") + ", harbour"))
                .as("a second time is no change")
                .isEqualTo(1);
    }

    @Test
    void whoLeftOrIsNeverMailedIsNotAddedByHand() throws Exception {
        long place = join("harbour", "left@example.org", "").id();
        site.bean(Subscriptions.class).leave(place, Reason.of("test"));
        Map<String, String> form = Map.of("list", "harbour", "address", "left@example.org", "consent", "she said so");
        assertThat(owner.post("/people", form).body())
                .contains("This person left the list on 18 Nov 2026", path("left@example.org"));
        assertThat(status("harbour", "left@example.org")).isEqualTo(Status.UNSUBSCRIBED);

        owner.post("/suppressed", Map.of("entry", "never.example", "because", "they asked"));
        assertThat(owner.post(
                                "/people",
                                Map.of("list", "harbour", "address", "x@never.example", "consent", "she said so"))
                        .body())
                .contains("This address is never mailed: they asked.");
    }

    @Test
    void whoIsTakenOffAListComesBackWithWordsAlone() throws Exception {
        long place = join("harbour", "ren@example.org", "").id();
        String page = path("ren@example.org");
        String one = page + "/places/" + place;
        assertThat(place(owner.post(one + "/leave", Map.of()))).isEqualTo(page + "?said=person.left");
        assertThat(place(owner.post(one + "/leave", Map.of()))).isEqualTo(page + "?said=person.same");
        assertThat(status("harbour", "ren@example.org")).isEqualTo(Status.UNSUBSCRIBED);

        HttpResponse<String> unsaid = owner.post(one + "/back", Map.of("consent", " "));
        assertThat(unsaid.statusCode()).isEqualTo(400);
        assertThat(unsaid.body()).contains("Say how the person agreed.");
        assertThat(place(owner.post(one + "/back", Map.of("consent", "wrote a letter"))))
                .isEqualTo(page + "?said=person.back");
        assertThat(status("harbour", "ren@example.org")).isEqualTo(Status.CONFIRMED);
        assertThat(site.bean(History.class).of(number("ren@example.org")))
                .filteredOn(line -> line.event() == Event.LEFT || line.event() == Event.CAME_BACK)
                .extracting(line -> line.reason().actor() + ": " + line.reason().words())
                .containsExactly("ines: ", "ines: wrote a letter");
        assertThat(noted("person.left " + number("ren@example.org") + ", harbour"))
                .isEqualTo(1);
        assertThat(owner.post(path("ada@example.org") + "/places/" + place + "/leave", Map.of())
                        .statusCode())
                .as("another person's place")
                .isEqualTo(404);
    }

    @Test
    void everyMailIsShownWithItsAnswerAndLeadsToWhyItCame() throws Exception {
        assertThat(owner.get(path("ada@example.org")).body())
                .contains(
                        "brief of 18 Nov 2026",
                        "href=\"/editions/brief/2026-11-18/why/person?q=ada%40example.org\"",
                        "Why this person got it");
    }

    @Test
    void allMailIsStoppedAndAnOwnerAloneAllowsItAgain() throws Exception {
        join("harbour", "stop@example.org", "");
        String page = path("stop@example.org");
        assertThat(place(editor.post(page + "/stop", Map.of("because", "asked by <telephone>"))))
                .isEqualTo(page + "?said=person.suppressed");
        assertThat(editor.get(page).body())
                .contains("Never mailed:", "asked by &lt;telephone&gt;")
                .doesNotContain("Allow mail again");
        assertThat(addresses(owner.get("/people?list=harbour&q=stop").body())).containsExactly("stop@example.org");
        assertThat(owner.get("/people?list=harbour&q=stop").body()).contains("Never mailed</span>");

        long entry = site.bean(Suppressions.class)
                .find("stop@example.org")
                .orElseThrow()
                .id();
        assertThat(editor.post("/suppressed/" + entry + "/remove", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(place(owner.post(
                        "/suppressed/" + entry + "/remove",
                        Map.of("person", Long.toString(number("stop@example.org"))))))
                .isEqualTo(page + "?said=suppressed.removed");
        assertThat(site.bean(Suppressions.class).find("stop@example.org")).isEmpty();
    }

    @Test
    void anEditorSeesNobodyButThoseOnListsOfTheOwnDigests() throws Exception {
        long hidden = join("all", "both@example.org", "").id();
        join("harbour", "both@example.org", "");
        assertThat(editor.get("/people").body()).contains("both@example.org").doesNotContain("ben@example.org");
        assertThat(editor.get("/people?list=all").statusCode()).isEqualTo(404);
        assertThat(editor.post("/people", Map.of("list", "all", "address", "e@example.org", "consent", "x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(editor.post("/people/export", Map.of("list", "all")).statusCode())
                .isEqualTo(404);
        assertThat(editor.get(path("ben@example.org")).statusCode()).isEqualTo(404);
        assertThat(editor.post(path("ben@example.org") + "/stop", Map.of()).statusCode())
                .isEqualTo(404);

        String page = path("both@example.org");
        assertThat(editor.get(page).body()).contains("<b>harbour</b>").doesNotContain("<b>all</b>", ", all<br>");
        assertThat(editor.post(page + "/places/" + hidden + "/leave", Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(status("all", "both@example.org")).isEqualTo(Status.CONFIRMED);
        assertThat(editor.get("/suppressed").statusCode()).isEqualTo(403);
    }

    @Test
    void aReaderSeesNoPeopleAndNoWayToThem() throws Exception {
        DeskSite.Browser reader = site.signedIn("rita", Role.READER);
        assertThat(reader.get("/people").statusCode()).isEqualTo(403);
        assertThat(reader.get(path("ada@example.org")).statusCode()).isEqualTo(403);
        assertThat(reader.get("/").body()).doesNotContain("href=\"/people\"");
        assertThat(editor.get("/").body()).contains("href=\"/people\"");
    }

    @Test
    void everythingIsErasedInASecondStepThatIsSure() throws Exception {
        join("harbour", "gone.for.ever@example.org", "");
        String page = path("gone.for.ever@example.org");
        long number = number("gone.for.ever@example.org");
        assertThat(editor.get(page + "/erase").statusCode()).isEqualTo(403);
        assertThat(editor.post(page + "/erase", Map.of("sure", "on")).statusCode())
                .isEqualTo(403);
        assertThat(owner.get(page + "/erase").body()).contains("a salted hash of the address", "Erase for ever");
        HttpResponse<String> unsure = owner.post(page + "/erase", Map.of());
        assertThat(unsure.statusCode()).isEqualTo(400);
        assertThat(unsure.body()).contains("Tick the box if you are sure.");
        assertThat(owner.get(page).statusCode()).isEqualTo(200);

        assertThat(place(owner.post(page + "/erase", Map.of("sure", "on")))).isEqualTo("/people?said=person.erased");
        assertThat(owner.get(page).statusCode()).isEqualTo(404);
        assertThat(owner.post(page + "/erase", Map.of("sure", "on")).statusCode())
                .isEqualTo(404);
        assertThat(noted("person.erased " + number)).isEqualTo(1);
        assertThat(site.bean(Audit.class).latest(Long.MAX_VALUE, 1000))
                .as("no note tells an address")
                .noneMatch(entry -> entry.about().contains("@"));

        String hash = site.bean(Suppressions.class).fingerprint(new EmailAddress("gone.for.ever@example.org"));
        long entry = site.bean(Suppressions.class).find(hash).orElseThrow().id();
        assertThat(owner.post("/suppressed/" + entry + "/remove", Map.of()).statusCode())
                .isEqualTo(409);
    }

    @Test
    void whoIsNeverMailedIsListedFoundAddedAndRemoved() throws Exception {
        for (int i = 0; i < 51; i++) {
            owner.post("/suppressed", Map.of("entry", "s%02d@example.com".formatted(i), "because", "<b>told"));
        }
        String first = owner.get("/suppressed").body();
        assertThat(first).contains("&lt;b&gt;told").doesNotContain("<b>told");
        assertThat(owner.get(next(first)).body()).contains("From the start");
        assertThat(owner.get("/suppressed?q=S07@Example.com").body())
                .contains("s07@example.com")
                .doesNotContain("s08@example.com");
        assertThat(owner.get("/suppressed?q=nobody@example.com").body()).contains("No entry stops mail there.");
        assertThat(owner.get("/suppressed?q=n%20o").statusCode()).isEqualTo(400);
        assertThat(place(owner.post("/suppressed", Map.of("entry", "s07@example.com"))))
                .isEqualTo("/suppressed?said=suppressed.there");
        assertThat(owner.post("/suppressed", Map.of("entry", "a@b@example.com")).body())
                .contains("there is more than one @ in it");
        assertThat(owner.post("/suppressed", Map.of("entry", "hash:AAAAAAAAAAAAAAAAAAAAAA"))
                        .body())
                .contains("This is neither an address nor a domain.");

        owner.post("/suppressed", Map.of("entry", "Straße.example"));
        assertThat(noted("suppressed.added xn--strae-oqa.example")).isEqualTo(1);
    }

    @Test
    void whatIsFilteredIsHandedOutAndNoted() throws Exception {
        join("out", "=cmd@example.org", "=1+1");
        join("out", "plain@example.org", "Plain");
        HttpResponse<String> csv = owner.post("/people/export", Map.of("list", "out", "q", "plain"));
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(csv.body().lines()).hasSize(2).last().asString().startsWith("plain@example.org,Plain,confirmed");
        assertThat(owner.post("/people/export", Map.of("list", "out")).body().lines())
                .hasSize(3);
        assertThat(owner.post("/people/export", Map.of("list", "out", "q", "(")).statusCode())
                .isEqualTo(400);
        assertThat(noted("people.exported out")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "{{7*7}} ${7*7} <#list 1..9 as x>",
                "\u202Egpj.exe <b>",
            })
    void hostileNamesAreShownAndNotObeyed(String name) throws Exception {
        String address = "h" + Integer.toHexString(name.hashCode()) + "@example.org";
        join("hostile", address, name);
        for (String path : List.of("/people?list=hostile&q=" + encoded(name), "/people?list=hostile", path(address))) {
            assertThat(owner.get(path).body())
                    .doesNotContain("<script>alert", "<img src=x", "onmouseover='alert", ">49<", "<b>\"");
        }
        assertThat(owner.get("/people?list=hostile").body()).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/people/x",
                "/people/-1",
                "/people/99999999999999999999",
                "/people?list=%00&q=%00",
                "/people?list=all&list=all",
                "/people?state=ALL",
                "/people?q=%27%3B--&after=-1",
                "/people?list=all&q=%F0%9F%90%88%E2%80%8B*",
                "/suppressed?after=x&q=%00",
                "/suppressed?q=hash:",
                "/people/1;x=1",
            })
    void strangeAddressesAreNeverAnErrorOfOurs(String path) throws Exception {
        assertThat(owner.get(path).statusCode()).isLessThan(500);
    }

    private static Subscription join(String list, String address, String name) {
        Subscriptions subscriptions = site.bean(Subscriptions.class);
        subscriptions.add(list, new EmailAddress(address), name, Reason.of("test"));
        return subscriptions.find(list, new EmailAddress(address)).orElseThrow();
    }

    private static Status status(String list, String address) {
        return site.bean(Subscriptions.class)
                .find(list, new EmailAddress(address))
                .orElseThrow()
                .status();
    }

    private static long number(String address) {
        return site.bean(Subscribers.class)
                .find(new EmailAddress(address))
                .orElseThrow()
                .id();
    }

    private static String path(String address) {
        return "/people/" + number(address);
    }

    private static List<String> found(String list, String text) throws Exception {
        return addresses(
                owner.get("/people?list=" + list + "&q=" + encoded(text)).body());
    }

    private static List<String> addresses(String page) {
        return Pattern.compile("<a class=\"b\" href=\"/people/[0-9]+\">([^<]+)")
                .matcher(page)
                .results()
                .map(hit -> hit.group(1))
                .toList();
    }

    private static String next(String page) {
        Matcher next = NEXT.matcher(page);
        return next.find() ? next.group(1).replace("&amp;", "&") : "";
    }

    private static long noted(String line) {
        return site.bean(Audit.class).latest(Long.MAX_VALUE, 1000).stream()
                .filter(entry -> (entry.act() + " " + entry.about()).equals(line))
                .count();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("" + answer.statusCode());
    }
}
