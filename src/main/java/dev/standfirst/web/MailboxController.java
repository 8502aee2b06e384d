package dev.standfirst.web;

import dev.standfirst.mail.Mailbox;
import dev.standfirst.mail.ReceivedMail;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /mailbox}: the mails that were sent without a mail server, as a reader would see them. */
@RestController
class MailboxController {

    private static final int LATEST = 200;

    private final Pages pages;
    private final Mailbox mailbox;
    private final String publicUrl;

    MailboxController(Pages pages, Mailbox mailbox, @Value("${standfirst.public-url}") URI publicUrl) {
        this.pages = pages;
        this.mailbox = mailbox;
        this.publicUrl = publicUrl.toString();
    }

    @GetMapping("/mailbox")
    ResponseEntity<String> list() throws IOException {
        List<Map<String, Object>> mails = new ArrayList<>();
        for (String name : mailbox.latest(LATEST)) {
            ReceivedMail mail = ReceivedMail.read(mailbox.find(name).orElseThrow());
            mails.add(Map.of("name", name, "subject", mail.subject(), "to", mail.to(), "date", date(mail)));
        }
        long all = mailbox.size();
        String words = all == 0
                ? "It is empty. Send something: ./standfirst run"
                : "%,d mails that were sent without a mail server. Links in them to our own pages open here."
                        .formatted(all);
        return pages.page("mailbox", Map.of("words", words, "mails", mails));
    }

    @GetMapping("/mailbox/{name}")
    ResponseEntity<String> mail(@PathVariable String name, @RequestParam(defaultValue = "html") String view)
            throws IOException {
        Optional<Path> file = mailbox.find(name);
        if (file.isEmpty()) {
            return pages.notFound("There is no such mail in the mailbox.");
        }
        ReceivedMail mail = ReceivedMail.read(file.get());
        return pages.page(
                "mail",
                Map.of(
                        "name", name,
                        "view", view,
                        "subject", mail.subject(),
                        "from", "%s <%s>".formatted(mail.fromName(), mail.from()),
                        "to", mail.to(),
                        "date", date(mail),
                        "text", mail.text(),
                        "headers",
                                mail.headers().stream()
                                        .map(header -> header.name() + ": " + header.value())
                                        .toList()));
    }

    @GetMapping("/mailbox/{name}/html")
    ResponseEntity<String> html(@PathVariable String name) throws IOException {
        Optional<Path> file = mailbox.find(name);
        return file.isEmpty()
                ? pages.notFound("There is no such mail in the mailbox.")
                : pages.mailed(withLinksHere(ReceivedMail.read(file.get()).html()));
    }

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
            String href = link.attr("href");
            link.attr("href", href.startsWith(publicUrl + "/") ? href.substring(publicUrl.length()) : href);
            link.attr("target", "_blank").attr("rel", "noopener noreferrer");
        }
        document.outputSettings().prettyPrint(false);
        return document.outerHtml();
    }

    private static String date(ReceivedMail mail) {
        return mail.date().map(date -> Times.show(date, ZoneId.systemDefault())).orElse("no date");
    }
}
