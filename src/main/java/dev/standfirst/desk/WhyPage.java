package dev.standfirst.desk;

import dev.standfirst.account.Role;
import dev.standfirst.delivery.Recipients;
import dev.standfirst.delivery.Recipients.LeftOut;
import dev.standfirst.delivery.Recipients.Recipient;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import dev.standfirst.edition.Editions;
import dev.standfirst.edition.Explanations;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.source.ListedEntry;
import dev.standfirst.subscriber.Subscriber;
import dev.standfirst.subscriber.Subscribers;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscriptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /editions/DIGEST/DATE/why/...}: why an edition tells an article or not, and why somebody got it or not. */
@RestController
class WhyPage {

    private static final int MATCHES = 30;

    private final DeskPages pages;
    private final Editions editions;
    private final Explanations explanations;
    private final ArticleFacts facts;
    private final Recipients recipients;
    private final Subscribers subscribers;
    private final Subscriptions subscriptions;
    private final DigestFiles files;

    WhyPage(
            DeskPages pages,
            Editions editions,
            Explanations explanations,
            ArticleFacts facts,
            Recipients recipients,
            Subscribers subscribers,
            Subscriptions subscriptions,
            @Value("${standfirst.home}") Path home) {
        this.pages = pages;
        this.editions = editions;
        this.explanations = explanations;
        this.facts = facts;
        this.recipients = recipients;
        this.subscribers = subscribers;
        this.subscriptions = subscriptions;
        this.files = new DigestFiles(home);
    }

    /** Where it is told of an article. */
    static String path(StoredEdition edition, long article) {
        return "%s/why/article?q=%d".formatted(EditionPage.path(edition.digest(), edition.date()), article);
    }

    /** Where it is told of a person. */
    static String path(String digest, LocalDate date, Subscriber person) {
        String address = URLEncoder.encode(person.address().value(), StandardCharsets.UTF_8);
        return "%s/why/person?q=%s".formatted(EditionPage.path(digest, date), address);
    }

    /** Of one article: asked for by number, address, or words of its headline. */
    @Needs(Role.READER)
    @GetMapping("/editions/{digest}/{date}/why/article")
    ResponseEntity<String> article(Call call, @PathVariable String digest, @PathVariable String date) {
        Optional<StoredEdition> edition = EditionPage.find(editions, digest, date);
        if (edition.isEmpty()) {
            return pages.notFound(call);
        }
        String asked = call.form().text("q");
        List<ListedEntry> found = explanations.like(edition.get(), asked);
        Map<String, Object> model = model(call, edition.get(), asked);
        if (found.size() == 1) {
            model.putAll(facts.of(call, edition.get(), explanations.of(edition.get(), found.get(0))));
            return pages.page(call, "why-article", model);
        }
        model.put(
                "found",
                found.stream()
                        .limit(MATCHES)
                        .map(entry -> Map.of(
                                "path", path(edition.get(), entry.id()),
                                "headline", entry.title(),
                                "outlet", entry.source()))
                        .toList());
        return pages.page(call, "why-which", model);
    }

    /** Of one person, asked for by address. */
    @Needs(Role.EDITOR)
    @GetMapping("/editions/{digest}/{date}/why/person")
    ResponseEntity<String> person(Call call, @PathVariable String digest, @PathVariable String date) {
        Optional<StoredEdition> edition = EditionPage.find(editions, digest, date);
        if (edition.isEmpty()) {
            return pages.notFound(call);
        }
        String asked = call.form().text("q");
        Map<String, Object> model = model(call, edition.get(), asked);
        Optional<Subscriber> person = EmailAddress.parse(asked) instanceof EmailAddress.Parsed.Valid valid
                ? subscribers.find(valid.address())
                : Optional.empty();
        model.put("kind", "none");
        model.put("lines", List.of());
        person.ifPresentOrElse(
                one -> model.putAll(fate(call, edition.get(), one)),
                () -> model.put("answer", call.say("why.person.unknown")));
        return pages.page(call, "why-person", model);
    }

    private static Map<String, Object> model(Call call, StoredEdition edition, String asked) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", asked);
        model.put("asked", asked);
        model.put("here", EditionPage.path(edition.digest(), edition.date()));
        model.put("edition", edition.title() + ", " + Times.day(call.words(), edition.date()));
        return model;
    }

    private Map<String, Object> fate(Call call, StoredEdition edition, Subscriber person) {
        Map<String, Object> fate = new HashMap<>();
        fate.put("title", person.address().value());
        fate.put("personPath", PersonPage.path(Long.toString(person.id())));
        Optional<Recipient> mail = recipients.find(edition.id(), person.id());
        if (mail.isPresent()) {
            fate.putAll(mailed(call, mail.get()));
            return fate;
        }
        List<LeftOut> left = recipients.leftOut(edition.id(), lists(edition), person.id());
        List<String> lines = left.isEmpty() ? elsewhere(call, edition, person) : inWords(call, left);
        fate.put("answer", call.say(lines.isEmpty() ? "why.person.no.list" : "why.person.not"));
        fate.put("lines", lines);
        return fate;
    }

    private static Map<String, Object> mailed(Call call, Recipient mail) {
        return Map.of(
                "kind", PersonFacts.kind(mail.state()),
                "answer",
                        call.say(
                                "why.person." + mail.state(),
                                Times.moment(call.words(), mail.at(), ZoneId.systemDefault())),
                "lines",
                        mail.reply().isEmpty()
                                ? List.of()
                                : List.of(call.say("why.person.answer", mail.reply(), mail.attempts())));
    }

    private static List<String> inWords(Call call, List<LeftOut> left) {
        return left.stream()
                .map(one -> call.say("why.person.on", one.list(), call.say(one.reason())))
                .toList();
    }

    /** Who left is on no list any more. */
    private List<String> elsewhere(Call call, StoredEdition edition, Subscriber person) {
        List<String> lists = lists(edition);
        return subscriptions.of(person.id()).stream()
                .filter(place -> lists.contains(place.list()))
                .filter(place -> place.status() == Subscription.Status.UNSUBSCRIBED)
                .map(place -> call.say(
                        "why.person.left",
                        place.list(),
                        Times.moment(call.words(), place.since(), ZoneId.systemDefault())))
                .toList();
    }

    /** The lists of its digest as its file has them now; the one that it was mailed to where there is no such file. */
    private List<String> lists(StoredEdition edition) {
        if (files.load(edition.digest()) instanceof DigestResult.Loaded loaded) {
            return loaded.digest().audience().lists();
        }
        return editions.imprint(edition.id())
                .map(imprint -> List.of(imprint.list()))
                .orElse(List.of(edition.digest()));
    }
}
