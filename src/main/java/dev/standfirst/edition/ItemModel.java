package dev.standfirst.edition;

import dev.standfirst.edition.Edition.Item;
import dev.standfirst.edition.Edition.Other;
import dev.standfirst.edition.Edition.Quote;
import dev.standfirst.text.Directions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The stories of an edition as its templates see them. Links are numbered as they come, for the plain-text part. */
final class ItemModel {

    private static final String TEXT_INDENT = "    ";

    private final EditionWords words;
    private final ReaderTimes times;
    private final Locale language;
    private final List<String> links = new ArrayList<>();

    ItemModel(EditionWords words, ReaderTimes times, Locale language) {
        this.words = words;
        this.times = times;
        this.language = language;
    }

    /** All links so far, each with its number in brackets, filled up to one width. */
    List<String> links() {
        int width = Integer.toString(links.size()).length() + 3;
        List<String> lines = new ArrayList<>();
        for (String link : links) {
            String number = "[" + (lines.size() + 1) + "]";
            lines.add(number + " ".repeat(width - number.length()) + link);
        }
        return lines;
    }

    Map<String, Object> of(Item item, boolean brief) {
        String note = note(item);
        List<Map<String, Object>> quotes =
                item.quotes().stream().map(quote -> quote(quote, item)).toList();
        List<Map<String, Object>> others =
                item.alsoIn().stream().map(this::other).toList();
        boolean linked = quotes.isEmpty();
        int link = linked ? number(item.link()) : 0;
        return Map.ofEntries(
                Map.entry("number", Integer.toString(item.number())),
                Map.entry("headline", item.headline()),
                Map.entry("link", item.link().toString()),
                Map.entry("lang", tag(item.language())),
                Map.entry("dir", Directions.of(item.language())),
                Map.entry("badge", item.outlets() > 1 ? words.say("outlets", item.outlets()) : ""),
                Map.entry("outlet", item.outlets() > 1 ? "" : Foreign.within(item.outlet())),
                Map.entry("meta", String.join(", ", brief ? shortMeta(item) : meta(item))),
                Map.entry("note", note),
                Map.entry("quotes", quotes),
                Map.entry("also", Map.of("words", words.say("also.in"), "outlets", others)),
                Map.entry("textHead", Columns.wrap(item.headline(), textNumber(item), TEXT_INDENT)),
                Map.entry("textMeta", textMeta(item, brief, link)),
                Map.entry("textNote", note.isEmpty() ? List.of() : Columns.wrap(note, TEXT_INDENT, TEXT_INDENT)),
                Map.entry("textAlso", textAlso(item)));
    }

    private static String textNumber(Item item) {
        return String.format(Locale.ROOT, "%-4s", item.number() + ".");
    }

    private String note(Item item) {
        return item.fromFeed() ? words.say("from.feed") : "";
    }

    private List<String> meta(Item item) {
        List<String> parts = new ArrayList<>();
        if (item.outlets() == 1 && !item.byline().isEmpty()) {
            parts.add(Foreign.within(item.byline()));
        }
        String when = item.when().map(times::of).orElseGet(() -> words.say("no.date"));
        parts.add(item.outlets() > 1 && item.when().isPresent() ? words.say("since", when) : when);
        parts.add(whole(words.say("minutes", item.minutes())));
        goesOn(item).ifPresent(parts::add);
        foreign(item.language()).ifPresent(parts::add);
        return parts;
    }

    private List<String> shortMeta(Item item) {
        List<String> parts = new ArrayList<>();
        goesOn(item).ifPresent(parts::add);
        foreign(item.language()).ifPresent(parts::add);
        parts.add(whole(words.say("minutes.short", item.minutes())));
        return parts;
    }

    private Map<String, Object> quote(Quote quote, Item item) {
        String sentence = QuotationMarks.of(quote.language()).around(quote.text());
        List<String> label = new ArrayList<>();
        if (item.outlets() > 1) {
            label.add(Foreign.within(quote.outlet()));
            foreign(quote.language()).ifPresent(label::add);
        }
        String source = String.join(", ", label);
        String tail = (source.isEmpty() ? "" : " " + source) + " [" + number(quote.link()) + "]";
        return Map.of(
                "text", sentence,
                "link", quote.link().toString(),
                "label", whole(source),
                "lang", tag(quote.language()),
                "dir", Directions.of(quote.language()),
                "lines", Columns.wrap(sentence + tail, TEXT_INDENT, TEXT_INDENT));
    }

    private Map<String, Object> other(Other other) {
        String language_ = foreign(other.language()).map(" (%s)"::formatted).orElse("");
        return Map.of(
                "outlet",
                whole(Foreign.within(other.outlet())),
                "link",
                other.link().toString(),
                "language",
                language_);
    }

    private List<String> textMeta(Item item, boolean brief, int link) {
        String outlet = item.outlets() > 1 ? words.say("outlets", item.outlets()) : Foreign.within(item.outlet());
        String meta = String.join(", ", brief ? shortMeta(item) : meta(item));
        String number = link == 0 ? "" : " [" + link + "]";
        return Columns.wrap(outlet + ", " + meta.replace('\u00A0', ' ') + number, TEXT_INDENT, TEXT_INDENT);
    }

    private List<String> textAlso(Item item) {
        if (item.alsoIn().isEmpty()) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        for (Other other : item.alsoIn()) {
            String language_ = foreign(other.language()).map(" (%s)"::formatted).orElse("");
            parts.add(Foreign.within(other.outlet()) + language_ + " [" + number(other.link()) + "]");
        }
        return Columns.wrap(words.say("also.in") + " " + String.join(", ", parts), TEXT_INDENT, TEXT_INDENT);
    }

    private int number(URI link) {
        links.add(link.toString());
        return links.size();
    }

    /** "goes on since Tue 17 Nov", where an earlier edition told it. */
    private Optional<String> goesOn(Item item) {
        return item.goesOnSince().map(day -> whole(words.say("goes.on", times.day(day))));
    }

    /** "in German", where it is not the edition's own language. */
    private Optional<String> foreign(Locale other) {
        boolean same = other.getLanguage().isEmpty() || other.getLanguage().equals(language.getLanguage());
        return same
                ? Optional.empty()
                : Optional.of(whole(words.say("language", other.getDisplayLanguage(words.locale()))));
    }

    private String tag(Locale other) {
        return other.getLanguage().isEmpty() ? language.toLanguageTag() : other.toLanguageTag();
    }

    /** Kept on one line: a name of two words is not broken. */
    private static String whole(String text) {
        return text.replace(' ', '\u00A0');
    }
}
