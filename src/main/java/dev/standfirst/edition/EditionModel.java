package dev.standfirst.edition;

import dev.standfirst.digest.Digest;
import dev.standfirst.edition.Edition.Item;
import dev.standfirst.edition.Edition.Kind;
import dev.standfirst.edition.Edition.Section;
import dev.standfirst.mail.Slot;
import dev.standfirst.text.Directions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An edition as its templates see it: maps, lists and strings, and no object of the program. Every word in it is final;
 * a template decides where it stands.
 */
final class EditionModel {

    private static final int WORDS_A_MINUTE = 230;
    private static final int PREHEADER_PADDING = 70;

    /** Where the page goes on with what the mail leaves out. */
    private static final String MORE = "more";

    private final Edition edition;
    private final Digest digest;
    private final List<String> failedSources;
    private final int outOf;
    private final EditionWords words;
    private final ItemModel items;
    private final ReaderTimes times;

    /**
     * A model.
     *
     * @param outOf how many stories the edition has as a whole
     */
    EditionModel(Edition edition, Digest digest, List<String> failedSources, int outOf) {
        this.outOf = outOf;
        this.edition = edition;
        this.digest = digest;
        this.failedSources = failedSources;
        this.words = EditionWords.of(digest.language());
        this.times = new ReaderTimes(edition.date(), digest.schedule().zone(), words);
        this.items = new ItemModel(words, times, digest.language());
    }

    /** The model of a mail; {@code sections} is the same for both parts, what a part alone needs is next to it. */
    Map<String, Object> mail(Links links) {
        return build(links, edition.sections(), more(links));
    }

    /** The model of the page that shows all stories. */
    Map<String, Object> page(Links links) {
        List<Section> all = new ArrayList<>(edition.sections());
        all.addAll(edition.more());
        return build(links, all, Map.of("words", "", "url", ""));
    }

    private Map<String, Object> more(Links links) {
        int stories = edition.more().stream()
                .mapToInt(section -> section.items().size())
                .sum();
        return Map.of(
                "words",
                stories == 0 || !digest.archived() ? "" : words.say("more", stories),
                "url",
                links.toEdition(edition.digest(), edition.date()) + "#" + MORE);
    }

    private Map<String, Object> build(Links links, List<Section> sections, Map<String, Object> more) {
        int minutes = Math.max(1, (edition.words() + WORDS_A_MINUTE - 1) / WORDS_A_MINUTE);
        Map<String, Object> model = new HashMap<>();
        model.put("lang", digest.language().toLanguageTag());
        model.put("dir", Directions.of(digest.language()));
        model.put("title", Foreign.line(edition.title()));
        model.put("subject", edition.subject());
        model.put("preheader", edition.preheader());
        model.put("padding", PREHEADER_PADDING);
        model.put("date", times.day());
        model.put("facts", words.say("facts", edition.items().size(), edition.articles(), minutes));
        model.put(
                "browser",
                Map.of(
                        "words",
                        digest.archived() ? words.say("browser") : "",
                        "url",
                        links.toEdition(edition.digest(), edition.date()).toString()));
        model.put(
                "sections",
                sections.stream()
                        .filter(section -> !section.items().isEmpty())
                        .map(this::section)
                        .toList());
        model.put("more", more);
        model.put("footer", footer());
        model.put("links", Map.of("heading", words.say("links"), "all", items.links()));
        return model;
    }

    private Map<String, Object> section(Section section) {
        String heading = switch (section.kind()) {
            case TOP -> words.say("heading.top");
            case BRIEF -> words.say("heading.brief");
            case TOPIC -> section.topic().isEmpty() ? words.say("heading.other") : Foreign.line(section.topic());
        };
        boolean further = edition.more().contains(section);
        boolean first = further && edition.more().get(0).equals(section);
        boolean alone = edition.items().size() == 1;
        List<Map<String, Object>> stories = section.items().stream()
                .map(item -> story(item, section.kind()))
                .toList();
        return Map.of(
                "heading",
                alone ? "" : further ? words.say("heading.further", Foreign.within(heading)) : heading,
                "anchor",
                first ? MORE : "",
                "brief",
                section.kind() == Kind.BRIEF,
                "stories",
                stories);
    }

    private Map<String, Object> story(Item item, Kind kind) {
        return items.of(item, kind == Kind.BRIEF);
    }

    private Map<String, Object> footer() {
        int all = digest.sources().size();
        int read = all - failedSources.size();
        String problems = failedSources.stream().map(problem -> problem + ".").collect(Collectors.joining(" "));
        String you = words.say(
                "about.you",
                Slot.ADDRESS.mark(),
                Foreign.within(Foreign.line(edition.title())),
                Slot.SINCE.mark(),
                Slot.COMES.mark());
        String sources = failedSources.isEmpty() ? "" : words.say("sources.read", read, all, Foreign.line(problems));
        return Map.ofEntries(
                Map.entry("heading", words.say("about.heading")),
                Map.entry("quotes", words.say("about.quotes")),
                Map.entry("you", you),
                Map.entry("chosen", chosen()),
                Map.entry("sources", sources),
                Map.entry("textLines", textFooter(sources)),
                Map.entry("change", Map.of("words", words.say("change"), "url", Slot.CHOOSE.mark())),
                Map.entry("unsubscribe", Map.of("words", words.say("unsubscribe"), "url", Slot.UNSUBSCRIBE.mark())),
                Map.entry("tracking", words.say("tracking")),
                Map.entry("trackingText", words.say("tracking.text")),
                Map.entry("postal", Foreign.line(digest.sender().postal())));
    }

    /** Slots stand in lines of their own: how long their values are is not known here. */
    private List<String> textFooter(String sources) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : List.of(words.say("about.quotes.text"), sources, chosen())) {
            lines.addAll(paragraph.isEmpty() ? List.of() : Columns.wrap(paragraph, "", ""));
            lines.addAll(paragraph.isEmpty() ? List.of() : List.of(""));
        }
        lines.add(words.say("about.comes", Foreign.within(Foreign.line(edition.title())), Slot.COMES.mark()));
        lines.add(words.say("about.you.text", Slot.ADDRESS.mark(), Slot.SINCE.mark()));
        return lines;
    }

    /** Why there is less in it than others got; empty where there is not. */
    private String chosen() {
        int stories = edition.items().size();
        return stories == outOf ? "" : words.say("about.chosen", stories, outOf);
    }
}
