package dev.standfirst.web;

import static dev.standfirst.web.ReaderSite.DATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.edition.Archive;
import dev.standfirst.edition.Editions;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Preferences.Cadence;
import dev.standfirst.subscriber.Preferences.Choice;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Subscriptions;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that readers see, each in its states, over real HTTP. */
class ReaderPagesTests {

    @TempDir
    private static Path home;

    private static ReaderSite site;

    @BeforeAll
    static void start() throws Exception {
        site = new ReaderSite(home);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void theFormTellsWhatOneGetsAndShowsTheLatestEdition() throws Exception {
        String page = site.get("/s/morning-brief").body();

        assertThat(page)
                .contains("<html lang=\"en\">", "Morning Brief", "The news of the coast in one minute")
                .contains("Send me Morning Brief", "It comes daily at 07:00, Europe/Berlin time.")
                .contains("From the edition of Wednesday, 18 November", "href=\"/e/morning/2026-11-18\"")
                .contains("<blockquote class=\"q\"", "Harbour Press Club, 12 Rope Walk, Port Averil")
                .doesNotContain("<script", "style=");
    }

    @Test
    void aListThatIsMissingAndOneThatNobodyMayJoinAreAlike() throws Exception {
        HttpResponse<String> missing = site.get("/s/missing");
        HttpResponse<String> closed = site.get("/s/closed");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(closed.statusCode()).isEqualTo(404);
        assertThat(closed.body()).isEqualTo(missing.body());
        assertThat(site.post("/s/closed", "email=ada@example.org").statusCode()).isEqualTo(404);
        assertThat(site.get("/s/closed/form").statusCode()).isEqualTo(404);
        assertThat(site.get("/s/closed/embed").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldThatKeepsWhatWasTyped() throws Exception {
        String shown = site.shown("/s/morning-brief");

        HttpResponse<String> answer = site.post("/s/morning-brief", "email=ada%40harbour&shown=" + shown);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("value=\"ada@harbour\"", "aria-invalid=\"true\" aria-describedby=\"email-error\"")
                .contains("id=\"email-error\"", "“ada@harbour” cannot be an email address: ");
        assertThat(site.post("/s/morning-brief", "email=&shown=" + shown).body())
                .contains("Write your email address here.");
        assertThat(site.post("/s/morning-brief?lang=de", "email=ada&shown=" + shown)
                        .body())
                .contains("„ada“ geht nicht: Die Adresse enthält kein @.");
    }

    @Test
    void knownAndUnknownAddressesGetTheSameAnswer() throws Exception {
        site.subscribe("morning-brief", "known@example.org");
        String shown = site.shown("/s/morning-brief");

        String known = site.post("/s/morning-brief", "email=known@example.org&shown=" + shown)
                .body();
        String unknown = site.post("/s/morning-brief", "email=unseen@example.org&shown=" + shown)
                .body();

        assertThat(known).isEqualTo(unknown.replace("unseen@", "known@"));
        assertThat(known)
                .contains("One more tap", "We are sending a mail to known@example.org")
                .containsPattern("You can ask again from \\w+, \\d+ \\w+, \\d\\d:\\d\\d [A-Z]{3,4} on");
    }

    @Test
    void aFormFromElsewhereOrOfYesterdayIsShownOnceMore() throws Exception {
        assertThat(site.post("/s/morning-brief", "email=eve@example.org").body())
                .contains("One more tap, so that no other site can sign you up", "value=\"eve@example.org\"");

        String shown = site.shown("/s/morning-brief");
        site.watch().move(Duration.ofDays(1));
        assertThat(site.post("/s/morning-brief", "email=eve@example.org&shown=" + shown)
                        .body())
                .contains("This page was open for a long time.");
        site.sendMails();
        assertThat(site.bean(Subscriptions.class).find("morning-brief", new EmailAddress("eve@example.org")))
                .isEmpty();
    }

    @Test
    void theLinkOfTheMailConfirmsByItsButtonAndNotByOpeningIt() throws Exception {
        String link = asked("grace@example.org");

        HttpResponse<String> page = site.get(link);

        assertThat(page.body()).contains("Get Morning Brief?", "g…@example.org", "Yes, send me Morning Brief");
        assertThat(status("grace@example.org")).isEqualTo(Status.UNCONFIRMED);
        String done = site.post(link, "do=CONFIRM").body();
        assertThat(done)
                .contains("You are in", "The first Morning Brief comes on ", "href=\"/e/morning/2026-11-18\"")
                .contains("href=\"/p/", "Add brief@standfirst.example to your contacts");
        assertThat(status("grace@example.org")).isEqualTo(Status.CONFIRMED);
        assertThat(site.get(link).body()).contains("You are in");
        assertThat(site.post(link, "do=CONFIRM").body()).contains("You are in");
    }

    @Test
    void anOldLinkOffersANewOneAndAnUnknownOneSaysSo() throws Exception {
        String link = asked("late@example.org");
        site.watch().move(Duration.ofDays(3));

        assertThat(site.get(link).body()).contains("This link is too old", "Send a new link");
        assertThat(site.post(link, "do=CONFIRM").body()).contains("This link is too old");
        assertThat(site.post(link, "do=AGAIN").body())
                .contains("One more tap", "l…@example.org")
                .doesNotContain("late@");
        assertThat(site.get("/c/unknown").statusCode()).isEqualTo(404);
        assertThat(site.get("/c/unknown").body()).contains("This link does not work");
    }

    @Test
    void openingTheUnsubscribeLinkChangesNothing() throws Exception {
        Subscription subscription = site.subscribe("morning-brief", "looking@example.org");

        for (String method : List.of("GET", "HEAD", "OPTIONS", "TRACE")) {
            site.send(site.request(site.leave(subscription))
                    .method(method, BodyPublishers.noBody())
                    .build());
        }

        assertThat(site.get(site.leave(subscription)).body())
                .contains("Stop Morning Brief?", "l…@example.org")
                .doesNotContain("looking@example.org");
        assertThat(site.now(subscription).status()).isEqualTo(Status.CONFIRMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded|List-Unsubscribe=One-Click",
                "multipart/form-data; boundary=b|--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n"
            })
    void oneClickActsAtOnceInBothEncodings(String request) throws Exception {
        String[] parts = request.split("\\|");
        Subscription subscription = site.subscribe("morning-brief", "one-click-" + parts[0].charAt(0) + "@example.org");

        for (int time = 1; time <= 2; time++) {
            HttpResponse<String> answer = site.send(site.request(site.leave(subscription))
                    .header("Content-Type", parts[0])
                    .POST(BodyPublishers.ofString(parts[1]))
                    .build());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("set-cookie")).isEmpty();
            assertThat(site.now(subscription).status()).isEqualTo(Status.UNSUBSCRIBED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "List-Unsubscribe=Yes", "undo=no", "x=1", "List-Unsubscribe=One-Click&undo=yes&undo=yes"})
    void anotherBodyThanOneClickIsRefusedAndChangesNothing(String body) throws Exception {
        Subscription subscription = site.subscribe("morning-brief", "wrong-body@example.org");

        assertThat(site.post(site.leave(subscription), body).statusCode()).isEqualTo(400);
        assertThat(site.now(subscription).status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void leavingCanBeUndoneForAWeek() throws Exception {
        Subscription subscription = site.subscribe("morning-brief", "undo@example.org");
        String link = site.leave(subscription);
        assertThat(site.post(link, "List-Unsubscribe=One-Click").body())
                .contains("Done, you are out", "No more Morning Brief for u…@example.org", "Undo, keep sending");

        assertThat(site.post(link, "undo=yes").body())
                .contains("You are on the list again")
                .doesNotContain("/p/");
        assertThat(site.now(subscription).status()).isEqualTo(Status.CONFIRMED);

        site.post(link, "List-Unsubscribe=One-Click");
        assertThat(site.get(link).body()).contains("You left already", "Undo, keep sending");
        site.watch().move(Duration.ofDays(8));
        assertThat(site.get(link).body()).contains("You left already", "href=\"/s/morning-brief\"");
        assertThat(site.post(link, "undo=yes").body()).contains("You left already");
        assertThat(site.now(subscription).status()).isEqualTo(Status.UNSUBSCRIBED);
    }

    @Test
    void lessInsteadOfNothing() throws Exception {
        Subscription subscription = site.subscribe("morning-brief", "less@example.org");

        assertThat(site.post(site.leave(subscription), "instead=WEEKLY").body())
                .contains("Once a week from now on")
                .doesNotContain("/p/");
        assertThat(site.now(subscription).preferences().cadence()).isEqualTo(Cadence.WEEKLY);
        assertThat(site.now(subscription).preferences().days()).containsExactly(DayOfWeek.FRIDAY);
        assertThat(site.post(site.leave(subscription), "instead=PAUSE").body())
                .contains("Paused until ")
                .doesNotContain("/p/");
        assertThat(site.now(subscription).preferences().pausedUntil()).isPresent();
        assertThat(site.now(subscription).status()).isEqualTo(Status.CONFIRMED);
    }

    @Test
    void anUnknownLinkToLeaveSaysSoAndIsNoErrorForAMailProgram() throws Exception {
        assertThat(site.get("/u/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA").body()).contains("This link does not work");
        assertThat(site.post("/u/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "List-Unsubscribe=One-Click")
                        .statusCode())
                .isEqualTo(200);
        Subscription subscription = site.subscribe("morning-brief", "purpose@example.org");
        String choose = site.choose(subscription).replace("/p/", "/u/");
        assertThat(site.get(choose).statusCode()).isEqualTo(404);
    }

    @Test
    void whatOneChoosesIsKeptAndShownAgain() throws Exception {
        Subscription subscription = site.subscribe("morning-brief", "chooser@example.org");
        String link = site.choose(subscription);
        assertThat(site.get(link).body())
                .contains("Your Morning Brief", "for c…@example.org", "Every edition", "daily at 07:00")
                .contains("name=\"topic\" value=\"Coast\" checked", "name=\"later\" value=\"yes\" checked")
                .doesNotContain("chooser@example.org");

        String saved = site.post(
                        link,
                        "do=SAVE&topic=Coast&topic=Science&later=yes&cadence=DAYS&day=MONDAY&day=FRIDAY&weekday=SUNDAY"
                                + "&hour=18:00&zone=America/New_York&language=de&foreign=hide&format=text"
                                + "&in=&out=chess,+ferr*")
                .body();

        assertThat(saved).contains("Saved.", "The next edition comes on ", "at 18:00.");
        var kept = site.now(subscription).preferences();
        assertThat(kept.topics()).isEqualTo(new Choice(List.of(), List.of("Country")));
        assertThat(kept.days()).containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        assertThat(kept.hour()).contains(LocalTime.of(18, 0));
        assertThat(kept.zone()).contains(ZoneId.of("America/New_York"));
        assertThat(kept.language()).contains(Locale.GERMAN);
        assertThat(kept.words()).isEqualTo(new Choice(List.of(), List.of("chess", "ferr*")));
        assertThat(kept.ownLanguage()).isTrue();
        assertThat(kept.plainText()).isTrue();
        assertThat(site.get(link).body())
                .contains("<option value=\"America/New_York\" selected>", "value=\"chess, ferr*\"")
                .contains("<option value=\"18:00\" selected>", "name=\"topic\" value=\"Country\">");
    }

    @Test
    void onlyTheTickedTopicsStayInWhereLaterOnesAreNotWanted() throws Exception {
        Subscription subscription = site.subscribe("morning-brief", "few@example.org");

        site.post(site.choose(subscription), "do=SAVE&topic=Science&cadence=EACH");

        assertThat(site.now(subscription).preferences().topics())
                .isEqualTo(new Choice(List.of("Science"), List.of("Coast", "Country")));
    }

    @Test
    void whatCannotBeKeptIsSaidAndNothingIsSaved() throws Exception {
        Subscription subscription = site.subscribe("morning-brief", "wrong@example.org");

        HttpResponse<String> answer =
                site.post(site.choose(subscription), "do=SAVE&cadence=DAYS&in=" + "x".repeat(80) + "&out=kept");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Nothing was saved yet.", "Choose one topic at least", "Pick one day at least.")
                .contains("At most 30 words", "value=\"kept\"");
        assertThat(site.now(subscription).preferences()).isEqualTo(subscription.preferences());
    }

    @Test
    void aBreakBeginsAndEnds() throws Exception {
        Subscription subscription = site.subscribe("morning-brief", "break@example.org");
        String link = site.choose(subscription);
        LocalDate today = LocalDate.ofInstant(site.watch().instant(), ZoneId.of("Europe/Berlin"));

        assertThat(site.post(link, "do=WEEK").body()).contains("Saved.", "Paused until ", "Go on now");
        assertThat(site.now(subscription).preferences().pausedUntil()).contains(today.plusWeeks(1));
        site.post(link, "do=UNTIL&until=" + today.plusDays(40));
        assertThat(site.now(subscription).preferences().pausedUntil()).contains(today.plusDays(40));
        assertThat(site.post(link, "do=UNTIL&until=1999-01-01").statusCode()).isEqualTo(422);
        assertThat(site.post(link, "do=UNTIL&until=soon").body()).contains("Choose a day from tomorrow on");
        site.post(link, "do=SAVE&topic=Coast&later=yes&cadence=EACH");
        assertThat(site.now(subscription).preferences().pausedUntil()).isPresent();
        assertThat(site.post(link, "do=GO_ON").body()).contains("The break is over.");
        assertThat(site.now(subscription).preferences().pausedUntil()).isEmpty();
    }

    @Test
    void whoLeftHasNothingToChoose() throws Exception {
        Subscription subscription = site.subscribe("morning-brief", "gone@example.org");
        site.post(site.leave(subscription), "List-Unsubscribe=One-Click");

        assertThat(site.get(site.choose(subscription)).body()).contains("You left Morning Brief");
        assertThat(site.post(site.choose(subscription), "do=WEEK").body()).contains("You left Morning Brief");
        assertThat(site.now(subscription).preferences().pausedUntil()).isEmpty();
    }

    @Test
    void theArchiveShowsAMonthAndFindsWords() throws Exception {
        String archive = site.get("/archive/morning").body();
        assertThat(archive)
                .contains("1 edition since November 2026.", "November 2026", "Wed 18", "href=\"/e/morning/2026-11-18\"")
                .contains("href=\"/s/morning-brief\"", "application/atom+xml");

        assertThat(site.get("/archive/morning?q=BARRAGE").body()).contains("1 edition has “BARRAGE”.");
        assertThat(site.get("/archive/morning?q=%25").body()).contains("No edition has “%”.");
        assertThat(site.get("/archive/morning?month=2026-10").body()).contains("No edition came out in October 2026.");
        assertThat(site.get("/archive/morning?month=2026-13").statusCode()).isEqualTo(400);
        assertThat(site.get("/archive/abend").body()).contains("Noch ist keine Ausgabe erschienen.");
    }

    @Test
    void aDigestThatIsKeptOutOfTheArchiveIsAsIfItWereNotThere() throws Exception {
        for (String path : List.of("/archive/inner", "/archive/inner/feed.xml", "/e/inner/" + DATE)) {
            assertThat(site.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(site.get(path).body())
                    .isEqualTo(site.get(path.replace("inner", "other")).body());
        }
    }

    @Test
    void aMailOfADigestThatIsKeptOutOfTheArchiveLeadsToNoPageOfIt() throws Exception {
        String mail =
                site.bean(Editions.class).find("inner", DATE).orElseThrow().html();

        assertThat(mail).contains("Inner Circle").doesNotContain("/e/inner/", "Read in browser");
        assertThat(site.bean(Editions.class).find("morning", DATE).orElseThrow().html())
                .contains("/e/morning/2026-11-18");
    }

    @Test
    void anEditionInTheBrowserIsForNobodyInParticular() throws Exception {
        HttpResponse<String> edition = site.get("/e/morning/" + DATE);

        assertThat(edition.statusCode()).isEqualTo(200);
        assertThat(edition.body())
                .contains("Morning Brief", "href=\"/archive/morning\"", "Get it by mail", "This is the latest edition.")
                .doesNotContain("first@example.org", "/u/", "/p/", "\uE000", "\uE001");
        assertThat(edition.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'", "sandbox", "frame-ancestors 'none'");
        assertThat(site.get("/e/morning/2026-11-17").statusCode()).isEqualTo(404);
        assertThat(site.get("/e/morning/not-a-date").statusCode()).isEqualTo(404);
    }

    @Test
    void theCopyOfAnArticleIsOpenToWhoHasItsLinkAndToNobodyWhoCounts() throws Exception {
        String mail =
                site.bean(Editions.class).find("inner", DATE).orElseThrow().html();
        Matcher link = Pattern.compile("https://standfirst\\.localhost(/a/([0-9]+)-[A-Za-z0-9_-]{22})")
                .matcher(mail);
        assertThat(link.find()).as("a link to a copy").isTrue();
        String path = link.group(1);

        assertThat(site.get(path).statusCode()).isEqualTo(200);
        assertThat(site.get(path).body()).contains("<article class=\"copy\"");
        String missing = site.get("/a/99").body();
        String number = link.group(2);
        for (String other : List.of(
                "/a/" + number,
                "/a/" + number + "-",
                path.substring(0, path.length() - 1),
                path.replace("/a/" + number, "/a/" + (Long.parseLong(number) + 1)),
                path.replace("/a/", "/a/0"))) {
            assertThat(site.get(other).statusCode()).as(other).isEqualTo(404);
            assertThat(site.get(other).body()).as(other).isEqualTo(missing);
        }
    }

    @Test
    void anEditionThatWasMadeOutsideTheArchiveStaysOutsideWhenItsDigestIsOpened() {
        assertThat(site.bean(Archive.class).find("inner", DATE)).isEmpty();
        assertThat(site.bean(Archive.class).latest("inner", 5)).isEmpty();
        assertThat(site.bean(Archive.class).find("morning", DATE)).isPresent();
    }

    @Test
    void aFeedWithoutEntriesHasNoTimeOfItsLastChange() throws Exception {
        HttpResponse<String> feed = site.get("/archive/abend/feed.xml");

        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.headers().firstValue("last-modified")).isEmpty();
        assertThat(feed.headers().firstValue("etag").orElseThrow()).matches("\"[0-9a-f]{64}\"");
    }

    @Test
    void thePrivacyPageNamesAllWhoSend() throws Exception {
        assertThat(site.get("/privacy").body())
                .contains(
                        "Harbour Press Club, 12 Rope Walk, Port Averil",
                        "Inner Circle House, 3 Rope Walk, Port Averil");
    }

    @Test
    void theFeedIsWhatAtomAsksForAndSaysWhenNothingIsNew() throws Exception {
        HttpResponse<String> feed = site.get("/archive/morning/feed.xml");

        assertThat(feed.headers().firstValue("content-type").orElseThrow()).startsWith("application/atom+xml");
        assertThat(feed.body())
                .contains("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">")
                .contains(
                        "rel=\"self\" type=\"application/atom+xml\" href=\"https://standfirst.localhost/archive/morning/feed.xml\"")
                .contains("href=\"https://standfirst.localhost/e/morning/2026-11-18\"", "<id>urn:uuid:")
                .contains("<author><name>Morning Brief</name></author>", "<published>", "<updated>");
        String tag = feed.headers().firstValue("etag").orElseThrow();
        assertThat(site.get("/archive/morning/feed.xml", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(site.get("/archive/morning/feed.xml", "If-None-Match", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theFormCanBeFramedByAnySiteAndNothingElse() throws Exception {
        HttpResponse<String> form = site.get("/s/morning-brief/form");
        assertThat(form.headers().firstValue("content-security-policy").orElseThrow())
                .contains("frame-ancestors *", "form-action 'self'");
        assertThat(form.body())
                .contains("action=\"/s/morning-brief/form\"", "It comes daily at 07:00")
                .doesNotContain("<footer", "You can choose topics");
        String shown = site.shown("/s/morning-brief/form");
        HttpResponse<String> sent = site.post("/s/morning-brief/form", "email=framed@example.org&shown=" + shown);
        assertThat(sent.body()).contains("We are sending a mail to framed@example.org");
        assertThat(sent.headers().firstValue("content-security-policy").orElseThrow())
                .contains("frame-ancestors *");
        assertThat(site.get("/s/morning-brief")
                        .headers()
                        .firstValue("content-security-policy")
                        .orElseThrow())
                .contains("frame-ancestors 'none'");
        assertThat(site.get("/s/morning-brief/embed").body())
                .contains("&lt;iframe src=\"https://standfirst.localhost/s/morning-brief/form\"");
    }

    @Test
    void onesOwnDataComeByMailAndAreErasedOnlyWhenSure() throws Exception {
        Subscription subscription = site.subscribe("morning-brief", "own@example.org");
        String shown = site.shown("/me");
        assertThat(site.post("/me", "email=own@example.org&shown=" + shown).body())
                .contains("If we know own@example.org, a mail is on its way there.");
        site.sendMails();
        String link = site.mailed("/me/");

        assertThat(site.get(link).body()).contains("About o…@example.org", "Download", "Erase");
        HttpResponse<String> json = site.post(link, "do=EXPORT");
        assertThat(json.headers().firstValue("content-disposition")).contains("attachment; filename=\"my-data.json\"");
        assertThat(json.body()).contains("own@example.org");
        assertThat(site.post(link, "do=ERASE").body()).contains("Erase everything about o…@example.org?");
        assertThat(site.now(subscription).status()).isEqualTo(Status.CONFIRMED);
        assertThat(site.post(link, "do=SURE").body()).contains("Erased");
        assertThat(site.get("/me/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void pagesSpeakTheReadersLanguage() throws Exception {
        assertThat(site.get("/s/abend").body()).contains("<html lang=\"de\">", "Abendblick abonnieren");
        assertThat(site.get("/s/abend", "Accept-Language", "en-GB,de;q=0.5").body())
                .contains("<html lang=\"en\">", "Send me Abendblick");
        assertThat(site.get("/s/abend", "Accept-Language", "fr, *;q=0.1").body())
                .contains("<html lang=\"de\">");
        assertThat(site.get("/s/morning-brief?lang=de").body())
                .contains("<html lang=\"de\">", "Kommt täglich um 07:00 Uhr, Zeit in Europe/Berlin.")
                .contains("action=\"/s/morning-brief?lang=de\"", "href=\"/s/morning-brief?lang=en\"");
        assertThat(site.get("/privacy", "Accept-Language", "de").body()).contains("Was wir speichern");
    }

    @Test
    void theSettingsAloneTellWhereTheSiteIs() throws Exception {
        String feed = site.get(
                        "/archive/morning/feed.xml",
                        "X-Forwarded-Host",
                        "evil.example",
                        "X-Forwarded-Proto",
                        "gopher",
                        "Forwarded",
                        "host=evil.example")
                .body();

        assertThat(feed).doesNotContain("evil.example", "gopher");
        assertThat(site.get("/s/morning-brief", "X-Forwarded-Prefix", "/evil", "X-Forwarded-Host", "evil.example")
                        .body())
                .doesNotContain("evil");
    }

    private static String asked(String address) throws Exception {
        String shown = site.shown("/s/morning-brief");
        site.post("/s/morning-brief", "email=" + address + "&shown=" + shown);
        site.sendMails();
        return site.mailed("/c/");
    }

    private static Status status(String address) {
        return site.bean(Subscriptions.class)
                .find("morning-brief", new EmailAddress(address))
                .orElseThrow()
                .status();
    }
}
