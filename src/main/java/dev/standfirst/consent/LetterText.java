package dev.standfirst.consent;

import dev.standfirst.consent.Senders.Sender;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.Schedule;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.MailingList;
import dev.standfirst.template.TemplateRenderer;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The words of a letter, in the language of the page. Nothing in it was typed by who asked, but the address it goes to,
 * and that only where it is plain: a tag behind a plus would carry any words into a stranger's mailbox.
 */
@Component
class LetterText {

    private static final String TEMPLATE = "confirm";
    private static final int COLUMNS = 72;
    private static final int PREHEADER_PADDING = 90;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    private final TemplateRenderer templates;
    private final URI publicUrl;

    LetterText(TemplateRenderer templates, ConsentSettings settings) {
        this.templates = templates;
        this.publicUrl = settings.publicUrl();
    }

    /** What a letter says; the name is where its words begin in the bundle. */
    enum Kind {
        /** Confirm that you want the list. */
        JOIN("/c/"),
        /** You get the list already. */
        KNOWN("/p/"),
        /** See or erase what is kept about you. */
        OWN_DATA("/me/");

        private final String path;

        Kind(String path) {
            this.path = path;
        }

        static Kind of(Purpose purpose) {
            return purpose == Purpose.JOIN ? JOIN : OWN_DATA;
        }

        private String key(String part) {
            return name().toLowerCase(Locale.ROOT) + "." + part;
        }
    }

    /** A letter's subject and its two parts, which say the same. */
    record Parts(String subject, String html, String text) {}

    /**
     * Writes it.
     *
     * @param end of the link: a token
     */
    Parts write(Kind kind, Request request, Optional<MailingList> list, Sender sender, String end) {
        ConsentWords words = ConsentWords.of(request.language());
        String title = list.map(found -> title(found, sender)).orElse(sender.name());
        String subject = words.say(kind.key("subject"), title);
        String where = where(request.address(), words);
        String schedule = sender.digest().map(digest -> schedule(digest, words)).orElse("");
        Map<String, Object> model = new HashMap<>();
        model.put("lang", words.locale().toLanguageTag());
        model.put("dir", "ltr");
        model.put("subject", subject);
        model.put("preheader", words.say(kind.key("preheader"), title));
        model.put("padding", PREHEADER_PADDING);
        model.put("title", title);
        model.put("sentence", words.say(kind.key("sentence"), title, where, schedule));
        model.put("button", words.say(kind.key("button"), title));
        model.put("url", publicUrl + kind.path + end);
        model.put("or", words.say("or"));
        model.put("note", words.say(kind.key("note"), title));
        model.put("postal", sender.postal());
        model.put("sentenceLines", wrap(String.valueOf(model.get("sentence"))));
        model.put("noteLines", wrap(String.valueOf(model.get("note"))));
        return new Parts(
                subject,
                templates.render(TEMPLATE + ".html.ftlh", model),
                templates.render(TEMPLATE + ".txt.ftl", model));
    }

    /** What the list is called; a list that has no title of its own is called as its digest. */
    private static String title(MailingList list, Sender sender) {
        return list.title().equals(list.name())
                ? sender.digest().map(Digest::title).orElse(list.title())
                : list.title();
    }

    private static String where(EmailAddress address, ConsentWords words) {
        String local = address.value().substring(0, address.value().lastIndexOf('@'));
        return PLAIN.matcher(local).matches() ? local + "@" + address.domain() : words.say("here");
    }

    /** ", on weekdays at 07:00, Europe/Berlin time". */
    private static String schedule(Digest digest, ConsentWords words) {
        Schedule schedule = digest.schedule();
        return words.say(
                "schedule",
                schedule.days().inWords(words.locale()),
                schedule.time().toString(),
                schedule.zone().getId());
    }

    private static List<String> wrap(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > COLUMNS) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
