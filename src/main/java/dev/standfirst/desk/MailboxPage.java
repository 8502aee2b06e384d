package dev.standfirst.desk;

import dev.standfirst.account.Role;
import dev.standfirst.mail.Mailbox;
import dev.standfirst.mail.ReceivedMail;
import dev.standfirst.relay.Relays;
import dev.standfirst.web.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /mailbox}: the mails that were sent without a mail server, as their readers would see them. Their links act
 * for those readers, so that owners alone see them.
 */
@RestController
class MailboxPage {

    private static final int LATEST = 200;
    private static final List<String> VIEWS = List.of("html", "text", "headers");

    private final DeskPages pages;
    private final Mailbox mailbox;
    private final Relays relays;
    private final Site site;
    private final Clock clock;

    MailboxPage(DeskPages pages, Mailbox mailbox, Relays relays, Site site, Clock clock) {
        this.pages = pages;
        this.mailbox = mailbox;
        this.relays = relays;
        this.site = site;
        this.clock = clock;
    }

    @Needs(Role.OWNER)
    @GetMapping("/mailbox")
    ResponseEntity<String> list(Call call) throws IOException {
        List<Map<String, Object>> mails = new ArrayList<>();
        for (String name : mailbox.latest(LATEST)) {
            ReceivedMail mail = ReceivedMail.read(mailbox.find(name).orElseThrow());
            mails.add(Map.of(
                    "path", "/mailbox/" + name, "subject", mail.subject(), "to", mail.to(), "date", date(call, mail)));
        }
        return pages.page(
                call,
                "mailbox",
                Map.of(
                        "title",
                        call.say("nav.mailbox"),
                        "note",
                        relays.isBuiltIn()
                                ? call.say("mailbox.stays", mailbox.size())
                                : call.say("mailbox.before", relays.destination()),
                        "mails",
                        mails));
    }

    @Needs(Role.OWNER)
    @GetMapping("/mailbox/{name}")
    ResponseEntity<String> show(Call call, @PathVariable String name) throws IOException {
        Optional<Path> file = mailbox.find(name);
        if (file.isEmpty()) {
            return pages.notFound(call);
        }
        ReceivedMail mail = ReceivedMail.read(file.get());
        String asked = call.form().text("view");
        Map<String, Object> model = new HashMap<>();
        model.put("title", mail.subject());
        model.put("here", "/mailbox/" + name);
        model.put("view", VIEWS.contains(asked) ? asked : "html");
        model.put("from", "%s <%s>".formatted(mail.fromName(), mail.from()));
        model.put("to", mail.to());
        model.put("date", date(call, mail));
        model.put("text", mail.text());
        model.put(
                "headers",
                mail.headers().stream()
                        .map(header -> header.name() + ": " + header.value())
                        .toList());
        return pages.page(call, "mail", model);
    }

    @Needs(Role.OWNER)
    @GetMapping("/mailbox/{name}/html")
    ResponseEntity<String> html(Call call, @PathVariable String name) throws IOException {
        Optional<Path> file = mailbox.find(name);
        return file.isEmpty()
                ? pages.notFound(call)
                : pages.mailed(withLinksHere(ReceivedMail.read(file.get()).html()));
    }

    @Needs(Role.OWNER)
    @GetMapping("/mailbox/{name}/source")
    ResponseEntity<byte[]> source(@PathVariable String name) throws IOException {
        Optional<Path> file = mailbox.find(name);
        return file.isEmpty()
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(Files.readAllBytes(file.get()));
    }

    /** Our own public address may not be up yet; its pages are right here. Every link opens in a tab of its own. */
    private String withLinksHere(String html) {
        Document document = Jsoup.parse(html);
        for (Element link : document.select("a[href]")) {
            link.attr("href", site.localised(link.attr("href")));
            link.attr("target", "_blank").attr("rel", "noopener noreferrer");
        }
        document.outputSettings().prettyPrint(false);
        return document.outerHtml();
    }

    private String date(Call call, ReceivedMail mail) {
        return mail.date()
                .map(date -> Times.show(call.words(), date, clock.instant(), ZoneId.systemDefault()))
                .orElse(call.say("mailbox.no.date"));
    }
}
