package dev.standfirst.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.account.Accounts;
import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.transfer.ImportAnswer;
import dev.standfirst.transfer.ImportDesk;
import dev.standfirst.transfer.Imports;
import dev.standfirst.transfer.Imports.Entry;
import dev.standfirst.transfer.Imports.State;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of people in a browser, over real HTTP: handed in, looked at, applied. */
class ImportPageTests {

    private static final Map<String, String> AGREED = Map.of("consent", "signed up at the harbour fair");

    /** Rows that nobody can be mailed by, each for a reason of its own or one that is there already. */
    private static final String NINE_BAD = """
            jonas(at)example.org,Jonas
            ,Nobody
            two@@example.org,Two
            tom@good.example,Tom again
            =cmd@,Formula
            @sum,Formula
            +1@,Formula
            left@good.example,Left
            plain,Plain
            """;

    @TempDir
    private static Path home;

    private static DeskSite site;
    private static DeskSite.Browser owner;

    @BeforeAll
    static void start() throws Exception {
        site = new DeskSite(home);
        owner = site.signedIn("ines", Role.OWNER);
        for (String list : new String[] {"good", "nine", "agree", "twice", "known", "api", "part", "odd"}) {
            site.bean(Lists.class).require(list);
        }
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void aGoodFileIsCheckedThenAppliedAndCounted() throws Exception {
        String place = send("good", "email;name\nada@good.example;Ada\nbea@good.example;Bea\n");
        String checked = atRest(place);

        assertThat(checked).contains("Import of people.csv", "2 rows read, all of them checked", "Add 2 people");
        assertThat(people("good")).isZero();

        assertThat(place(owner.post(place + "/apply", AGREED))).isEqualTo("303 " + place);
        assertThat(atRest(place)).contains("What happened", "were added", "signed up at the harbour fair");
        assertThat(people("good")).isEqualTo(2);
        assertThat(site.bean(Audit.class).latest(Long.MAX_VALUE, 20))
                .extracting(entry -> entry.who() + " " + entry.act() + " " + entry.about())
                .contains("ines import.checked people.csv, good", "ines import.applied people.csv, good");
        assertThat(owner.get("/imports").body()).contains("href=\"" + place + "\"");
        assertThat(owner.get("/settings").body()).contains("brought people in: people.csv, good");
    }

    @Test
    void everyBadRowIsToldWithItsLineItsValueAndWhy() throws Exception {
        leave("nine", "left@good.example");
        String rows = IntStream.range(0, 40)
                .mapToObj(i -> "p%d@good.example,P\n".formatted(i))
                .collect(Collectors.joining());
        String page = atRest(send("nine", "email,name\ntom@good.example,Tom\n" + rows + NINE_BAD));

        assertThat(page).contains("Add 41 people", "50 rows read");
        assertThat(page).contains("jonas(at)example.org", "Not an address", "Same address as an earlier line");
        assertThat(page).contains("</span>43</td>").contains("</span>49</td>");
        assertThat(page).contains("8</dt><dd>will be skipped, see below", "1</dt><dd>left before and stays away");
    }

    @Test
    void skippedRowsComeAsATableThatNoSpreadsheetTakesForAFormula() throws Exception {
        String place = send("nine", "email,name\ntom@good.example,Tom\n" + NINE_BAD);
        atRest(place);

        HttpResponse<String> csv = owner.get(place + "/skipped.csv");

        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"skipped-");
        assertThat(csv.body().lines().toList()).first().isEqualTo("email,name,skipped_line,skipped_reason");
        assertThat(csv.body()).contains("'=cmd@", "'@sum", "'+1@", "jonas(at)example.org");
        assertThat(csv.body().lines().flatMap(line -> Stream.of(line.split(","))))
                .noneMatch(cell -> cell.matches("[\"]?[=+@-].*"));
    }

    @Test
    void whereNobodyAgreedThatIsToldBesideTheField() throws Exception {
        String place = send("agree", "email\nada@agree.example\n");
        atRest(place);

        HttpResponse<String> refused = owner.post(place + "/apply", Map.of("consent", "  "));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("aria-invalid=\"true\" aria-describedby=\"consent-error\"")
                .containsPattern("id=\"consent-error\">.*Say where and when these people agreed");
        HttpResponse<String> tooLong = owner.post(place + "/apply", Map.of("consent", "x".repeat(2001)));
        assertThat(tooLong.body()).contains("There is room for 2000 characters", "xxx</textarea>");
        assertThat(people("agree")).isZero();
    }

    @Test
    void aDoubleClickAppliesOnce() throws Exception {
        String place = send("twice", "email\nada@twice.example\nbea@twice.example\n");
        atRest(place);
        List<CompletableFuture<String>> clicks = IntStream.range(0, 2)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return place(owner.post(place + "/apply", AGREED));
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();

        assertThat(clicks.stream().map(CompletableFuture::join))
                .containsExactlyInAnyOrder("303 " + place, "303 " + place + "?said=import.already");
        assertThat(atRest(place)).contains("were added");
        assertThat(place(owner.post(place + "/apply", AGREED))).isEqualTo("303 " + place + "?said=import.already");
        assertThat(people("twice")).isEqualTo(2);
        assertThat(site.bean(Audit.class).latest(Long.MAX_VALUE, 50))
                .filteredOn(entry ->
                        entry.act().equals("import.applied") && entry.about().endsWith(", twice"))
                .hasSize(1);
    }

    @Test
    void whoeverIsKnownAsOneIsLeavesNothingToDo() throws Exception {
        String first = send("known", "email\nada@known.example\n");
        atRest(first);
        owner.post(first + "/apply", AGREED);
        atRest(first);

        assertThat(atRest(send("known", "email\nada@known.example\n")))
                .contains("Nothing to do", "is here already, no change")
                .doesNotContain("/apply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "name,town\nAda,Hull\n", "PK\u0003\u0004 a zip", "email\n\"ada@example.org\n"})
    void aFileThatIsNoTableOfPeopleIsToldAndAnotherCanBeSent(String content) throws Exception {
        String place = send("odd", content);
        String page = atRest(place);

        assertThat(page)
                .contains("This file cannot be imported", "people.csv", "Nothing was changed.")
                .doesNotContain(place.replace("/imports/", "") + ".csv");
        assertThat(place(owner.upload(place + "/file", Map.of(), "again.csv", "email\nada@odd.example\n")))
                .isEqualTo("303 " + place);
        assertThat(atRest(place)).contains("Add 1 person");
    }

    @Test
    void anEditorBringsPeopleIntoListsOfTheEditorsDigestsAlone() throws Exception {
        DeskSite.Browser editor = site.signedIn("edda", Role.EDITOR, "press");
        DeskSite.Browser stranger = site.signedIn("otto", Role.EDITOR, "other");
        String mine = place(upload(editor, "all", "email\nada@mine.example\n")).replace("303 ", "");
        String foreign = send("good", "email\nfo@good.example\n");

        assertThat(editor.get(mine).statusCode()).isEqualTo(200);
        assertThat(editor.get(foreign).statusCode()).isEqualTo(404);
        assertThat(upload(editor, "good", "email\nfo@good.example\n").body())
                .contains("Choose a list that you may put people on.");
        for (String path : new String[] {mine, mine + "/live", mine + "/skipped.csv"}) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (String path : new String[] {mine + "/apply", mine + "/remove"}) {
            assertThat(stranger.post(path, AGREED).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(stranger.upload(mine + "/file", Map.of(), "x.csv", "email\n").statusCode())
                .isEqualTo(404);
        assertThat(stranger.get("/imports").body()).contains("There is no list").doesNotContain(mine);
    }

    @Test
    void whatAProgramHandedInIsSeenAndAppliedHere() throws Exception {
        Entry made = site.bean(ImportDesk.class)
                .add(Entry.wanted("api", "crm.csv", true, "token crm", Instant.parse("2026-11-18T06:00:00Z"))
                        .agreed("asked in the shop"))
                .orElseThrow();
        site.bean(ImportDesk.class)
                .receive(
                        made.id(),
                        new ByteArrayInputStream("email\nada@api.example\n".getBytes(StandardCharsets.UTF_8)));
        String place = "/imports/" + made.id();

        assertThat(atRest(place)).contains("asked in the shop", "token crm", "Add 1 person");
        owner.post(place + "/apply", Map.of("consent", "said otherwise"));
        assertThat(atRest(place)).contains("was added", "asked in the shop").doesNotContain("said otherwise");
        assertThat(people("api")).isEqualTo(1);
    }

    @Test
    void oneThatBrokeOffGoesOn() throws Exception {
        String place = send("part", "email\nada@part.example\n");
        atRest(place);
        long id = Long.parseLong(place.replace("/imports/", ""));
        site.bean(Imports.class).set(id, State.APPLYING, "", "");
        assertThat(owner.get(place).body()).contains("It was broken off", "nobody is added twice");
        owner.post(place + "/apply", AGREED);
        assertThat(atRest(place)).contains("What happened");

        String checking = send("part", "email\nbea@part.example\n");
        atRest(checking);
        site.bean(Imports.class).set(Long.parseLong(checking.replace("/imports/", "")), State.CHECKING, "", "");
        assertThat(owner.get(checking).body()).contains("Its file is still to be sent", "Send it again.");
        assertThat(place(owner.post(checking + "/remove", Map.of()))).isEqualTo("303 /imports?said=import.removed");
        assertThat(owner.get(checking).statusCode()).isEqualTo(404);
    }

    @Test
    void aFileOfManyMegabytesComesInHereAndNowhereElse() throws Exception {
        String large = "x".repeat(12_000_000) + "\n";

        String place = place(upload(owner, "odd", large)).replace("303 ", "");

        assertThat(Files.size(home.resolve("data" + place + ".csv"))).isEqualTo(12_000_001);
        atRest(place);
        HttpResponse<String> elsewhere = owner.upload(
                "/settings/accounts", Map.of("name", "Zoe", "role", "READER"), "x.csv", "x".repeat(70_000));
        assertThat(elsewhere.statusCode()).isEqualTo(413);
        assertThat(site.bean(Accounts.class).find("Zoe")).isEmpty();
    }

    @Test
    void nothingOfAFileIsReadForWhoIsNotSignedInOrHasNoTokenOfAPage() throws Exception {
        assertThat(place(upload(site.new Browser(), "odd", "email\n"))).isEqualTo("303 /sign-in");
        String boundary = "multipart/form-data; boundary=end";
        assertThat(owner.postRaw("/imports", boundary, "--end--").statusCode()).isEqualTo(403);
        assertThat(upload(site.signedIn("rita", Role.READER), "odd", "email\n").statusCode())
                .isEqualTo(403);
        try (Stream<Path> files = Files.list(home.resolve("data/imports"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--end--\r\n",
                "no parts at all",
                "--end\r\nContent-Disposition: form-data; name=\"list\"\r\n\r\nodd\r\n--end--\r\n",
                "--end\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\u0000b\"\r\n\r\nx\r\n--end--\r\n",
                "--end\r\nContent-Disposition: form-data; name=\"list\"\r\n\r\nodd\r\n--end\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nbroken"
            })
    void aStrangeFormIsNeverAnErrorOfOurs(String body) throws Exception {
        HttpResponse<String> answer =
                owner.postRaw("/imports?_csrf=" + owner.encodedToken(), "multipart/form-data; boundary=end", body);
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void whileAFileComesInNobodyElseTouchesItsImport() throws Exception {
        Entry made = site.bean(ImportDesk.class)
                .add(Entry.wanted("odd", "slow.csv", true, "ines", Instant.parse("2026-11-18T06:00:00Z")))
                .orElseThrow();
        SlowFile file = new SlowFile("email\nada@odd.example\n");
        CompletableFuture<ImportAnswer> received =
                CompletableFuture.supplyAsync(() -> site.bean(ImportDesk.class).receive(made.id(), file));
        file.begun.join();

        assertThat(owner.get("/imports/" + made.id()).body()).contains("Its file is still to be sent");
        assertThat(place(owner.upload("/imports/" + made.id() + "/file", Map.of(), "a.csv", "email\n")))
                .endsWith("?said=import.already");
        assertThat(place(owner.post("/imports/" + made.id() + "/remove", Map.of())))
                .endsWith("?said=import.busy");

        file.rest.complete(null);
        assertThat(received.join()).isEqualTo(ImportAnswer.BEGUN);
        assertThat(atRest("/imports/" + made.id())).contains("Add 1 person");
    }

    /** A file whose first byte waits until it is told to come. */
    private static final class SlowFile extends ByteArrayInputStream {

        private final CompletableFuture<Void> begun = new CompletableFuture<>();
        private final CompletableFuture<Void> rest = new CompletableFuture<>();

        SlowFile(String content) {
            super(content.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read(byte[] piece) {
            begun.complete(null);
            rest.join();
            return read(piece, 0, piece.length);
        }
    }

    private static String send(String list, String content) throws Exception {
        return place(upload(owner, list, content)).replace("303 ", "");
    }

    private static HttpResponse<String> upload(DeskSite.Browser browser, String list, String content) throws Exception {
        return browser.upload("/imports", Map.of("list", list), "C:\\fakepath\\people.csv", content);
    }

    private static String atRest(String place) throws Exception {
        return site.atRest(owner, place);
    }

    private static void leave(String list, String address) {
        Subscriptions people = site.bean(Subscriptions.class);
        people.add(list, new EmailAddress(address), "", Reason.of("test"));
        people.find(list, new EmailAddress(address))
                .ifPresent(place -> people.leave(place.id(), Reason.by("the person", "asked")));
    }

    private static long people(String list) {
        return site.bean(Lists.class).counts(list).get(Status.CONFIRMED);
    }

    private static String place(HttpResponse<String> answer) {
        return answer.statusCode() + " "
                + answer.headers().firstValue("Location").orElse("");
    }
}
