package dev.standfirst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.desk.BulkOrder.Act;
import dev.standfirst.desk.BulkOrder.Moment;
import dev.standfirst.desk.BulkWork.State;
import dev.standfirst.desk.BulkWork.Stretch;
import dev.standfirst.desk.PeopleSearch.Wanted;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Addition;
import dev.standfirst.subscriber.CrowdChange;
import dev.standfirst.subscriber.CrowdForesight;
import dev.standfirst.subscriber.Fate;
import dev.standfirst.subscriber.History;
import dev.standfirst.subscriber.History.Event;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.PlacesOfList;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.subscriber.Suppressions;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The same done with several people at once, over real HTTP. */
class BulkPageTests {

    private static final Pattern FIELD = Pattern.compile("type=\"hidden\" name=\"([A-Za-z]+)\" value=\"([^\"]*)\"");
    private static final Reason TEST = Reason.of("test");

    @TempDir
    private static Path home;

    private static DeskSite site;
    private static DeskSite.Browser owner;
    private static DeskSite.Browser editor;

    @BeforeAll
    static void start() throws Exception {
        // A page that has no time at all does one part of 500 people, and then asks to go on.
        site = new DeskSite(home, "--standfirst.people.patience=0s");
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
    void thePageOfPeopleOffersEveryPersonByAddressAndAllWhoMatchByNumber() throws Exception {
        join("offer", "o1@example.org");
        join("offer", "o2@example.org");
        String page = owner.get("/people?list=offer&q=o").body();
        assertThat(page)
                .contains("aria-label=\"Choose o1@example.org\"", "<option value=\"ALL\">All 2 that match</option>");
        assertThat(owner.get("/people?list=offer", "Accept-Language", "de").body())
                .contains("aria-label=\"o1@example.org auswählen\"", "Alle 2, die passen");
    }

    @Test
    void nothingChosenIsToldBesideTheFormAndChangesNothing() throws Exception {
        join("none", "n1@example.org");
        String asked = "/people/bulk?list=none&act=LEAVE&which=CHOSEN";
        for (String address : List.of(asked, asked + "&place=x", asked + "&place=-1", asked + "&place=%00")) {
            HttpResponse<String> page = owner.get(address);
            assertThat(page.statusCode()).as(address).isEqualTo(400);
            assertThat(page.body()).contains("<em id=\"h-bulk\" class=\"wrong\" role=\"alert\">Nobody is chosen");
        }
        assertThat(owner.get("/people/bulk?list=none&act=PUT&which=ALL").body())
                .contains("Choose another list that they are put on.");
        assertThat(status("none", "n1@example.org")).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void aPageSaysWhatWillHappenToHowManyBeforeItHappens() throws Exception {
        IntStream.rangeClosed(1, 12).forEach(i -> join("said", "s%02d@example.org".formatted(i)));
        site.bean(Subscriptions.class).leave(join("said", "s00@example.org").id(), TEST);
        String page = owner.get("/people/bulk?list=said&act=LEAVE&which=ALL").body();
        assertThat(text(page))
                .contains("Nothing has changed yet.", "12 will be taken off said", "1 left before", "The first 10 of")
                .contains("Take 12 people off said", "Mail that waits for them is not sent", "parts of 500");
        assertThat(page).contains("s01@example.org").doesNotContain("s11@example.org");
        assertThat(text(owner.get(
                                "/people/bulk?list=said&act=LEAVE&which=ALL&state=CONFIRMED&q=s01",
                                "Accept-Language",
                                "de")
                        .body()))
                .contains("1 Person von said nehmen", "Noch ist nichts geändert.");
        assertThat(lists("said")).containsEntry(Status.CONFIRMED, 12L);
        assertThat(audit("people.left")).noneMatch(about -> about.startsWith("said"));
    }

    @Test
    void whoIsChosenIsTakenOffAndTheHistorySaysByWhom() throws Exception {
        Subscription one = join("off", "off1@example.org");
        join("off", "off2@example.org");
        Map<String, String> form = asked(owner, "list=off&act=LEAVE&which=CHOSEN&place=" + one.id());
        HttpResponse<String> done = finish(owner, form);
        assertThat(text(owner.get(place(done)).body())).contains("1 person was taken off off");
        assertThat(status("off", "off1@example.org")).isEqualTo(Status.UNSUBSCRIBED);
        assertThat(status("off", "off2@example.org")).isEqualTo(Status.CONFIRMED);
        assertThat(site.bean(History.class).of(one.subscriberId()))
                .filteredOn(line -> line.event() == Event.LEFT)
                .extracting(line -> line.reason().cause() + "/" + line.reason().actor())
                .containsExactly("taken off by ines/ines");
        assertThat(owner.get("/people/" + one.subscriberId()).body())
                .contains("taken off by ines")
                .doesNotContain("by ines, by ines");
        assertThat(audit("people.left")).contains("off, 1");
        assertThat(site.bean(Subscriptions.class).add("off", one.address(), "", TEST))
                .as("another import does not bring them back")
                .isInstanceOf(Addition.Left.class);
    }

    @Test
    void twiceIsAsGoodAsOnce() throws Exception {
        Subscription one = join("twice", "t1@example.org");
        Map<String, String> form = asked(owner, "list=twice&act=LEAVE&which=ALL");
        finish(owner, form);
        Instant left =
                site.bean(Subscriptions.class).find(one.id()).orElseThrow().changedAt();
        site.clock().set(site.clock().instant().plusSeconds(60));
        HttpResponse<String> again = finish(owner, form);
        assertThat(text(owner.get(place(again)).body())).contains("Nobody was taken off twice", "1 left before");
        assertThat(site.bean(Subscriptions.class).find(one.id()).orElseThrow().changedAt())
                .isEqualTo(left);
        assertThat(audit("people.left")).filteredOn("twice, 1"::equals).hasSize(1);
        assertThat(text(owner.get("/people/bulk?list=twice&act=LEAVE&which=ALL").body()))
                .contains("Nothing would change.");
    }

    @Test
    void whoJoinedOrCameBackAfterTheCheckIsNotTouched() throws Exception {
        join("late", "early@example.org");
        Subscription back = join("late", "back@example.org");
        Map<String, String> form = asked(owner, "list=late&act=LEAVE&which=ALL");
        assertThat(form).containsEntry("expected", "2");
        join("late", "new@example.org");
        site.clock().set(site.clock().instant().plusSeconds(60));
        site.bean(Subscriptions.class).leave(back.id(), TEST);
        site.bean(Subscriptions.class).bringBack(back.id(), TEST);
        HttpResponse<String> done = finish(owner, form);
        assertThat(text(owner.get(place(done)).body()))
                .contains("1 person was taken off late", "1 changed since you looked");
        assertThat(status("late", "early@example.org")).isEqualTo(Status.UNSUBSCRIBED);
        assertThat(status("late", "new@example.org")).isEqualTo(Status.CONFIRMED);
        assertThat(status("late", "back@example.org")).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void whoLeftTheOtherListOrIsNeverMailedStaysOffItAndIsCounted() throws Exception {
        for (String name : List.of("fresh", "there", "gone", "never", "asked")) {
            join("from", name + "@put.example");
        }
        join("target", "there@put.example");
        site.bean(Subscriptions.class).leave(join("target", "gone@put.example").id(), TEST);
        stop("never@put.example");
        site.bean(Subscriptions.class)
                .ask(site.bean(Lists.class).require("target"), new EmailAddress("asked@put.example"), TEST);
        String query = "list=from&act=PUT&to=target&which=ALL";
        assertThat(text(owner.get("/people/bulk?" + query).body()))
                .contains("2 will be put on target", "1 on target already", "1 left target before", "1 never mailed")
                .contains("Put 2 people on target", "How these people agreed");
        Map<String, String> form = asked(owner, query);
        form.put("consent", " ");
        HttpResponse<String> unsaid = owner.post("/people/bulk", form);
        assertThat(unsaid.statusCode()).isEqualTo(400);
        assertThat(unsaid.body()).contains("Say how the person agreed.", "aria-describedby=\"h-consent\"");

        form.put("consent", "asked at the fair");
        assertThat(text(owner.get(place(finish(owner, form))).body()))
                .contains("2 people were put on target", "1 on target already", "1 left target", "1 never mailed");
        assertThat(status("target", "fresh@put.example")).isEqualTo(Status.CONFIRMED);
        assertThat(status("target", "asked@put.example")).isEqualTo(Status.CONFIRMED);
        assertThat(status("target", "gone@put.example")).isEqualTo(Status.UNSUBSCRIBED);
        assertThat(find("target", "never@put.example")).isEmpty();
        assertThat(site.bean(History.class)
                        .of(find("target", "fresh@put.example").orElseThrow().subscriberId()))
                .anyMatch(line -> line.event() == Event.ADDED
                        && line.reason().equals(new Reason("added by hand", "ines", "", "asked at the fair")));
        assertThat(audit("people.put")).contains("from, target, 2");
    }

    @Test
    void whoLeftOrNeverConfirmedThisListIsToldBeforeTheyArePutOnAnother() throws Exception {
        site.bean(Subscriptions.class).leave(join("warn", "w1@example.org").id(), TEST);
        site.bean(Subscriptions.class)
                .ask(site.bean(Lists.class).require("warn"), new EmailAddress("w2@example.org"), TEST);
        assertThat(text(owner.get("/people/bulk?list=warn&act=PUT&to=all&which=ALL")
                        .body()))
                .contains("1 of them has not confirmed warn", "1 of them left warn");
    }

    @Test
    void whoIsNeverMailedAgainKeepsTheFirstReason() throws Exception {
        join("stop", "st1@example.org");
        join("stop", "st2@example.org");
        stop("st2@example.org");
        Map<String, String> form = asked(owner, "list=stop&act=STOP&which=ALL");
        form.put("because", "they wrote");
        assertThat(text(owner.get(place(finish(owner, form))).body()))
                .contains("1 person was stopped from being mailed", "1 never mailed already");
        Suppressions suppressions = site.bean(Suppressions.class);
        assertThat(suppressions.find("st1@example.org").orElseThrow().words()).isEqualTo("they wrote");
        assertThat(suppressions.find("st2@example.org").orElseThrow().words()).isEqualTo("test");
        assertThat(status("stop", "st1@example.org")).isEqualTo(Status.CONFIRMED);
        assertThat(audit("people.stopped")).contains("stop, 1");
    }

    @Test
    void whoIsChosenIsHandedOutAndCounted() throws Exception {
        Subscription one = join("csv", "c1@example.org");
        join("csv", "c2@example.org");
        Subscription other = join("csv-other", "c3@example.org");
        String query = "list=csv&act=EXPORT&which=CHOSEN&place=%d&place=%d".formatted(one.id(), other.id());
        String page = owner.get("/people/bulk?" + query).body();
        assertThat(text(page)).contains("1 will be in the file", "Export 1 person as CSV");
        assertThat(page).contains("action=\"/people/export\"");
        HttpResponse<String> csv = owner.post(
                "/people/export?place=" + one.id() + "&place=" + other.id(), Map.of("list", "csv", "which", "CHOSEN"));
        assertThat(csv.body().lines()).hasSize(2).last().asString().startsWith("c1@example.org,");
        assertThat(audit("people.exported")).contains("csv, 1");
        assertThat(owner.post("/people/export", Map.of("list", "csv", "which", "CHOSEN"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPlaceOfAnotherListIsNotChanged() throws Exception {
        Subscription mine = join("harbour", "mine@example.org");
        Subscription theirs = join("all", "theirs@example.org");
        Map<String, String> form = asked(
                editor, "list=harbour&act=LEAVE&which=CHOSEN&place=%d&place=%d".formatted(mine.id(), theirs.id()));
        assertThat(form).containsEntry("expected", "1");
        form.remove("place");
        editor.post("/people/bulk?place=" + mine.id() + "&place=" + theirs.id(), form);
        assertThat(status("harbour", "mine@example.org")).isEqualTo(Status.UNSUBSCRIBED);
        assertThat(status("all", "theirs@example.org")).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void anEditorTouchesNobodyOnListsOfOthers() throws Exception {
        Subscription theirs = join("all", "kept@example.org");
        join("harbour", "moved@example.org");
        assertThat(editor.get("/people/bulk?list=all&act=LEAVE&which=ALL").statusCode())
                .isEqualTo(404);
        Map<String, String> form = asked(owner, "list=all&act=LEAVE&which=CHOSEN&place=" + theirs.id());
        assertThat(editor.post("/people/bulk", form).statusCode()).isEqualTo(404);
        assertThat(editor.get("/people/bulk?list=harbour&act=PUT&to=all&which=ALL")
                        .statusCode())
                .isEqualTo(400);
        assertThat(editor.get("/people/bulk/done?list=harbour&act=PUT&to=all").statusCode())
                .isEqualTo(404);
        form = asked(owner, "list=harbour&act=PUT&to=all&which=ALL");
        form.put("consent", "asked");
        assertThat(editor.post("/people/bulk", form).statusCode()).isEqualTo(400);
        assertThat(find("all", "moved@example.org")).isEmpty();
        assertThat(status("all", "kept@example.org")).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void aFormWithoutItsTokenDoesNothing() throws Exception {
        join("token", "k1@example.org");
        Map<String, String> form = asked(owner, "list=token&act=LEAVE&which=ALL");
        assertThat(owner.postWithout("/people/bulk", form).statusCode()).isEqualTo(403);
        assertThat(status("token", "k1@example.org")).isEqualTo(Status.CONFIRMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/people/bulk",
                "/people/bulk?list=all",
                "/people/bulk?list=all&act=ERASE",
                "/people/bulk?list=all&act=LEAVE&which=SOME",
                "/people/bulk?list=all&act=LEAVE&which=ALL&q=(",
                "/people/bulk?list=all&act=PUT&to=%00&which=ALL",
                "/people/bulk?list=all&act=PUT&to=all&which=ALL",
                "/people/bulk?list=nowhere&act=LEAVE&which=ALL",
                "/people/bulk?list=all&act=LEAVE&place=999999999999999999",
                "/people/bulk?list=all&act=LEAVE&place=99999999999999999999999",
                "/people/bulk?list=all&act=LEAVE&after=x&which=PAGE&shown=%27",
                "/people/bulk/done?act=LEAVE&DONE=-1&SAME=x",
                "/people/bulk/done",
            })
    void strangeAddressesAreNeverAnErrorOfOurs(String path) throws Exception {
        assertThat(owner.get(path).statusCode()).isLessThan(500);
        int status = owner.post(path, Map.of()).statusCode();
        assertThat(status).isBetween(400, 499);
        status = owner.post(path, Map.of("last", "999999999999999999", "moment", "999999999999999999"))
                .statusCode();
        assertThat(status).isLessThan(500);
        assertThat(status("all", "ada@example.org")).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void moreThanAPageMayTakeIsDonePartByPartAndSaysHowFarItIs() throws Exception {
        site.bean(Lists.class).require("large");
        fill("large", 1_100);
        Map<String, String> form = asked(owner, "list=large&act=LEAVE&which=ALL");
        assertThat(form).containsEntry("expected", "1100");
        HttpResponse<String> first = owner.post("/people/bulk", form);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(text(first.body()))
                .contains("500 people were taken off large", "What is counted here is done", "Go on with the rest");
        assertThat(lists("large")).containsEntry(Status.UNSUBSCRIBED, 500L);

        HttpResponse<String> second = owner.post("/people/bulk", fields(first.body()));
        assertThat(text(second.body())).contains("1,000 people were taken off large");
        assertThat(text(owner.get(place(finish(owner, fields(second.body())))).body()))
                .contains("1,100 people were taken off large");
        assertThat(lists("large")).containsEntry(Status.UNSUBSCRIBED, 1_100L);
        assertThat(audit("people.left.begun")).contains("large, 1100");
        assertThat(audit("people.left")).contains("large, 500", "large, 100");
    }

    @Test
    void whatStoppedInTheMiddleIsFinishedByDoingItAgain() throws Exception {
        site.bean(Lists.class).require("again");
        fill("again", 700);
        owner.post("/people/bulk", asked(owner, "list=again&act=LEAVE&which=ALL"));
        Map<String, String> form = asked(owner, "list=again&act=LEAVE&which=ALL");
        assertThat(form).containsEntry("expected", "200");
        finish(owner, form);
        assertThat(lists("again")).containsEntry(Status.UNSUBSCRIBED, 700L);
    }

    @Test
    void partsMeetEverybodyOnceInEveryOrder() {
        List<String> addresses = IntStream.range(0, 47)
                .mapToObj(i -> "q%02d@parts.example".formatted(i * 31 % 47))
                .toList();
        addresses.forEach(address -> join("parts", address));
        for (String text : List.of("", "q", "domain:parts.example")) {
            Wanted wanted = new Wanted("parts", Optional.empty(), text);
            BulkOrder order = new BulkOrder(Act.LEAVE, wanted, Optional.empty(), "");
            Moment moment = site.bean(PeopleSearch.class).now(site.clock().instant());
            BulkWork work = new BulkWork(site.bean(PeopleSearch.class), site.bean(CrowdChange.class), 3, Duration.ZERO);
            List<Stretch> stretches = new ArrayList<>();
            long after = 0;
            do {
                stretches.add(work.go(order, moment, TEST, after));
                after = stretches.get(stretches.size() - 1).after();
            } while (stretches.get(stretches.size() - 1).state() == State.MORE);
            assertThat(stretches).as(text).hasSize(17);
            assertThat(stretches.stream()
                            .mapToLong(one -> one.fates().getOrDefault(text.isEmpty() ? Fate.DONE : Fate.SAME, 0L))
                            .sum())
                    .as(text)
                    .isEqualTo(47);
        }
    }

    @Test
    void aDatabaseThatFailsInTheMiddleLeavesWhatWasDoneAndSaysSo() {
        IntStream.range(0, 4).forEach(i -> join("fails", "f%d@example.org".formatted(i)));
        BulkOrder order = new BulkOrder(Act.LEAVE, new Wanted("fails", Optional.empty(), ""), Optional.empty(), "");
        Moment moment = site.bean(PeopleSearch.class).now(site.clock().instant());
        List<Subscription> two = site.bean(PeopleSearch.class).next(order, 0, 2);
        PeopleSearch failing =
                new PeopleSearch(
                        site.bean(PlacesOfList.class),
                        site.bean(CrowdForesight.class),
                        site.bean(PlatformTransactionManager.class)) {
                    @Override
                    List<Subscription> next(BulkOrder asked, long after, int rows) {
                        if (after > 0) {
                            throw new QueryTimeoutException("the database is gone");
                        }
                        return two;
                    }
                };
        Stretch stretch =
                new BulkWork(failing, site.bean(CrowdChange.class), 2, Duration.ofDays(1)).go(order, moment, TEST, 0);
        assertThat(stretch)
                .isEqualTo(new Stretch(
                        State.BROKEN, Map.of(Fate.DONE, 2L), two.get(1).id()));
        assertThat(lists("fails")).containsEntry(Status.UNSUBSCRIBED, 2L);
    }

    /** The fields of the form that a check leads to. */
    private static Map<String, String> asked(DeskSite.Browser browser, String query) throws Exception {
        HttpResponse<String> page = browser.get("/people/bulk?" + query);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return fields(page.body());
    }

    /** The fields of the form of a page. */
    static Map<String, String> fields(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(page.substring(page.indexOf("action=\"/people/bulk\"")));
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        fields.remove("_csrf");
        return fields;
    }

    /** Goes on until it is done, as somebody does who presses the button of each page. */
    private static HttpResponse<String> finish(DeskSite.Browser browser, Map<String, String> form) throws Exception {
        HttpResponse<String> answer = browser.post("/people/bulk", form);
        while (answer.statusCode() == 200) {
            answer = browser.post("/people/bulk", fields(answer.body()));
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer;
    }

    private static String place(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String text(String page) {
        return page.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private static Subscription join(String list, String address) {
        site.bean(Subscriptions.class).add(list, new EmailAddress(address), "", TEST);
        return find(list, address).orElseThrow();
    }

    private static void fill(String list, int people) {
        JdbcClient jdbc = site.bean(JdbcClient.class);
        jdbc.sql("""
                insert into subscriber (address, normal, domain, created_at, changed_at)
                select a, a, 'example.org', ?, ? from (select ? || x || '@example.org' as a from system_range(1, ?)) n
                """).params(now(), now(), list, people).update();
        jdbc.sql("""
                insert into subscription (list_id, subscriber_id, status, since, changed_at, cause)
                select l.id, u.id, 'CONFIRMED', ?, ?, '' from subscriber u join list l on l.name = ?
                where u.normal like ?
                """).params(now(), now(), list, list + "%").update();
    }

    private static OffsetDateTime now() {
        return site.clock().instant().atOffset(ZoneOffset.UTC);
    }

    private static void stop(String address) {
        site.bean(Suppressions.class).add(new EmailAddress(address), Suppressions.Cause.OPERATOR, TEST);
    }

    private static Optional<Subscription> find(String list, String address) {
        return site.bean(Subscriptions.class).find(list, new EmailAddress(address));
    }

    private static Status status(String list, String address) {
        return find(list, address).orElseThrow().status();
    }

    private static Map<Status, Long> lists(String list) {
        return site.bean(Lists.class).counts(list);
    }

    private static List<String> audit(String act) {
        return site.bean(Audit.class).latest(Long.MAX_VALUE, 1_000).stream()
                .filter(entry -> entry.act().equals(act))
                .map(Audit.Entry::about)
                .collect(Collectors.toList());
    }
}
