package dev.standfirst.web;

import dev.standfirst.digest.Digest;
import dev.standfirst.edition.Archive;
import dev.standfirst.edition.Archive.Issue;
import dev.standfirst.web.JoinController.Desk;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the pages say on which one asks to join a list. */
@Component
class JoinPage {

    private static final Duration ONE_MAIL = Duration.ofDays(1);

    /** By its name: an offset is shown as "Z". */
    private static final ZoneId UTC = ZoneId.of("UTC");

    private static final int LONGEST_EMAIL = 320;

    private final Archive archive;
    private final EditionPages editions;
    private final Site site;
    private final Clock clock;

    JoinPage(Archive archive, EditionPages editions, Site site, Clock clock) {
        this.archive = archive;
        this.editions = editions;
        this.site = site;
        this.clock = clock;
    }

    /**
     * The form.
     *
     * @param token shows when the page was shown
     * @param more what is wrong, or to be said
     */
    Map<String, Object> form(Visit visit, Desk desk, String token, Map<String, Object> more) {
        Place place = desk.place();
        boolean wrong = more.containsKey("error");
        Map<String, Object> model = new HashMap<>();
        model.put("title", wrong ? visit.say("join.error.title") : visit.say("join.title", place.title()));
        model.put("name", place.title());
        model.put("description", description(visit, place));
        model.put("button", visit.say("join.button", place.title()));
        model.put("schedules", schedules(visit, place));
        model.put("postal", place.postal());
        model.put("action", desk.path());
        model.put("framed", desk.framed());
        model.put("token", token);
        model.put("email", cut(visit.form().text("email")));
        model.put("error", "");
        model.put("note", "");
        Optional<Issue> latest = latest(place);
        model.put(
                "edition",
                latest.filter(issue -> !wrong).map(issue -> taste(visit, issue)).orElse(Map.of()));
        model.put("waiting", latest.isEmpty() && !place.archived().isEmpty() && !wrong);
        model.put(
                "feed",
                place.archived().stream().findFirst().map(JoinPage::feed).orElse(""));
        model.putAll(more);
        return model;
    }

    /** The words that somebody agreed to, for the evidence. */
    String shown(Visit visit, Desk desk) {
        return String.join(
                " ",
                visit.say("join.button", desk.place().title()),
                String.join(" ", schedules(visit, desk.place())),
                visit.say(desk.framed() ? "footer.stored" : "join.later"));
    }

    /** "Check your inbox": the same for everybody, whatever becomes of it. */
    Map<String, Object> inbox(Visit visit, Desk desk) {
        return inbox(visit, desk, cut(visit.form().text("email")));
    }

    /**
     * The same, for who came by a link.
     *
     * @param who the address, or as much of it as may be seen
     */
    Map<String, Object> inbox(Visit visit, Desk desk, String who) {
        Place place = desk.place();
        Map<String, Object> model = new HashMap<>(waiting(visit, place));
        model.put("title", visit.say("inbox.title"));
        model.put("sent", visit.say("inbox.sent", who, visit.say("confirm.button", place.title())));
        model.put("again", desk.path());
        model.put("framed", desk.framed());
        return model;
    }

    private Map<String, Object> waiting(Visit visit, Place place) {
        ZonedDateTime again = clock.instant()
                .plus(ONE_MAIL)
                .atZone(place.digests().stream()
                        .findFirst()
                        .map(digest -> digest.schedule().zone())
                        .orElse(UTC));
        return Map.of(
                "wait",
                visit.say(
                        "inbox.again",
                        visit.words().date("date.weekday", again),
                        visit.words().date("time.zone", again)),
                "edition",
                latest(place).map(EditionController::path).orElse(""),
                "postal",
                place.postal());
    }

    /** How the form gets to a site of one's own. */
    Map<String, Object> embedding(Visit visit, Place place) {
        return Map.of(
                "title", visit.say("embed.title", place.title()),
                "name", place.title(),
                "list", place.list().name(),
                "base", site.address(""),
                "button", visit.say("join.button", place.title()),
                "postal", place.postal());
    }

    /** The latest edition that everybody may read, of all digests that mail the list. */
    Optional<Issue> latest(Place place) {
        return place.archived().stream()
                .flatMap(digest -> archive.latest(digest.name(), 1).stream())
                .max(Comparator.comparing(Issue::outAt));
    }

    private Map<String, Object> taste(Visit visit, Issue issue) {
        return Map.of(
                "heading", visit.say("join.edition", visit.words().date("date.weekday", issue.date())),
                "stories", editions.taste(issue),
                "subject", issue.subject(),
                "url", EditionController.path(issue),
                "archive", "/archive/" + issue.digest());
    }

    private static String description(Visit visit, Place place) {
        String own = place.list().description();
        return own.isBlank() ? visit.say("join.description") : own;
    }

    private static List<String> schedules(Visit visit, Place place) {
        return place.digests().stream()
                .map(digest -> visit.say(
                        "join.schedule",
                        digest.schedule().days().inWords(visit.words().language()),
                        visit.words().date("time", digest.schedule().time()),
                        digest.schedule().zone().getId()))
                .distinct()
                .toList();
    }

    private static String feed(Digest digest) {
        return "/archive/" + digest.name() + "/feed.xml";
    }

    private static String cut(String typed) {
        return typed.length() <= LONGEST_EMAIL ? typed : typed.substring(0, LONGEST_EMAIL);
    }
}
