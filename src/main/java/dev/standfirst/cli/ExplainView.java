package dev.standfirst.cli;

import dev.standfirst.edition.Composed;
import dev.standfirst.edition.Decision;
import dev.standfirst.edition.Decision.InStory;
import dev.standfirst.edition.Explanation;
import dev.standfirst.edition.StoredEdition;
import dev.standfirst.edition.Verdict;
import dev.standfirst.source.ListedEntry;
import dev.standfirst.story.Score;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Explanations as people read them. */
final class ExplainView {

    private static final int WIDTH = 80;
    private static final int FACT = 15;
    private static final int ROW = 28;

    private final Console console;
    private final ZoneId zone;

    /**
     * A view.
     *
     * @param zone that times are shown in
     */
    ExplainView(Console console, ZoneId zone) {
        this.console = console;
        this.zone = zone;
    }

    /** Everything that an edition looked at. */
    void print(StoredEdition edition, List<Decision> decisions) {
        if (decisions.isEmpty()) {
            out("The edition was composed before reasons were kept, so that nobody knows any more.");
            return;
        }
        Set<Integer> places = places(decisions);
        out("%s: %,d of %,d %s told, from %,d %s"
                .formatted(
                        name(edition),
                        edition.stories(),
                        places.size(),
                        places.size() == 1 ? "story" : "stories",
                        decisions.size(),
                        decisions.size() == 1 ? "article" : "articles"));
        table(decisions);
        out("");
        out("Why one of them:  standfirst explain %s %s ARTICLE".formatted(edition.digest(), edition.date()));
    }

    /**
     * That there is no edition, and why.
     *
     * @param decisions those that were asked for
     */
    void print(Composed.Nothing nothing, List<Decision> decisions) {
        wrap("", "There would be no edition now: %s.".formatted(nothing.words()), 0);
        if (!decisions.isEmpty()) {
            table(decisions);
        }
    }

    private static Set<Integer> places(List<Decision> decisions) {
        Set<Integer> places = new TreeSet<>();
        decisions.forEach(one -> one.story().ifPresent(story -> places.add(story.place())));
        return places;
    }

    private void table(List<Decision> decisions) {
        out("");
        out(console.outStyle().quiet("  rank  score  no. article  headline"));
        for (int place : places(decisions)) {
            row(decisions.stream()
                    .filter(one ->
                            one.story().filter(story -> story.place() == place).isPresent())
                    .toList());
        }
        List<Decision> before =
                decisions.stream().filter(one -> one.story().isEmpty()).toList();
        before.forEach(one -> row(List.of(one)));
    }

    private void row(List<Decision> story) {
        Decision first = story.get(0);
        String rank = first.story()
                .map(one -> "%6d %6.2f %4s".formatted(one.place(), one.score().sum(), number(one)))
                .orElse("     -      -    -");
        wrap("%s  %6d  ".formatted(rank, first.articleId()), first.headline(), ROW);
        List<String> about = new ArrayList<>(List.of(String.join(
                ", ", story.stream().map(Decision::outlet).distinct().toList())));
        first.story().map(InStory::topic).filter(topic -> !topic.isEmpty()).ifPresent(about::add);
        if (first.verdict() != Verdict.TOLD) {
            about.add("left out: " + first.reason());
        }
        wrap(" ".repeat(ROW), String.join("; ", about), ROW);
    }

    private static String number(InStory story) {
        return story.number() == 0 ? "-" : Integer.toString(story.number());
    }

    /** One article. */
    void print(StoredEdition edition, Explanation explanation) {
        ListedEntry entry = explanation.entry();
        lines("", explanation.headline(), 0)
                .forEach(line -> out(console.outStyle().strong(line)));
        wrap("", outcome(edition, explanation), 0);
        out("");
        fact("Article", "%d  %s".formatted(entry.id(), entry.link()).strip());
        fact("Listed", "%s, by %s".formatted(Dates.show(entry.firstSeen(), zone), entry.source()));
        fact("Came out", Dates.show(explanation.cameOut(), zone));
        fact("Read", read(explanation));
        explanation
                .text()
                .filter(text -> !text.categories().isEmpty())
                .ifPresent(text -> fact("Filed under", String.join(", ", text.categories())));
        explanation.decision().flatMap(Decision::story).ifPresent(story -> story(explanation, story));
    }

    private String outcome(StoredEdition edition, Explanation explanation) {
        if (explanation.decision().isEmpty()) {
            return "Not looked at for %s, because %s.".formatted(name(edition), explanation.otherwise());
        }
        Decision decision = explanation.decision().get();
        return decision.verdict() == Verdict.TOLD
                ? "Told in %s, %s."
                        .formatted(
                                name(edition),
                                decision.story().map(ExplainView::where).orElse(""))
                : "Left out of %s: %s.".formatted(name(edition), decision.reason());
    }

    private static String where(InStory story) {
        String number = "as number " + story.number();
        return number
                + switch (story.section().orElseThrow()) {
                    case TOP -> ", among the top stories";
                    case BRIEF -> ", in brief";
                    case TOPIC -> story.topic().isEmpty() ? ", under no topic" : ", under " + story.topic();
                };
    }

    private String read(Explanation explanation) {
        ListedEntry entry = explanation.entry();
        String when =
                entry.settled().map(settled -> Dates.show(settled, zone) + ": ").orElse("");
        return explanation
                .text()
                .map(text -> "%s%,d words%s, %s"
                        .formatted(
                                when,
                                text.words(),
                                language(text.language()),
                                text.whole() ? "in full" : "from a short version alone"))
                .orElseGet(() -> when + (entry.problem().isEmpty() ? "not so far" : "it " + entry.problem()));
    }

    private static String language(Locale language) {
        return language.getLanguage().isEmpty() ? "" : " of " + language.getDisplayLanguage(Locale.ENGLISH);
    }

    private void story(Explanation explanation, InStory story) {
        List<Decision> others = explanation.others();
        boolean leads = explanation.decision().filter(Decision::leads).isPresent();
        fact(
                "Story",
                others.isEmpty()
                        ? "of this article alone"
                        : "of %d articles, told under %s headline"
                                .formatted(others.size() + 1, leads ? "its own" : "another"));
        others.forEach(one ->
                fact("", "%s \"%s\" of %s".formatted(one.leads() ? "led by" : "with", one.headline(), one.outlet())));
        explanation
                .decision()
                .map(Decision::merged)
                .filter(merged -> !merged.isEmpty())
                .ifPresent(merged -> fact("", "because " + merged));
        fact("Topic", story.topic().isEmpty() ? "none" : "%s, because %s".formatted(story.topic(), story.topicWhy()));
        fact(
                "Rank",
                "%d of %d, with a score of %.2f"
                        .formatted(
                                story.place(),
                                explanation.stories(),
                                story.score().sum()));
        for (Score.Part part : story.score().parts()) {
            String name = part.kind().name().toLowerCase(Locale.ROOT);
            wrap("%s%5.2f  %-10s ".formatted(" ".repeat(FACT), part.points(), name), part.why(), FACT + 18);
        }
    }

    private static String name(StoredEdition edition) {
        return "%s of %s".formatted(edition.title(), Dates.day(edition.date()));
    }

    private void fact(String name, String words) {
        wrap("  %-13s".formatted(name), words, FACT);
    }

    private void wrap(String first, String text, int indent) {
        lines(first, text, indent).forEach(this::out);
    }

    /** A text, which may be foreign, in lines of eighty characters; a word that is longer stays whole. */
    private static List<String> lines(String first, String text, int indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(first);
        boolean empty = true;
        for (String word : Printable.line(text).split(" ", -1)) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(indent));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
        return lines;
    }

    private void out(String line) {
        console.out().println(line.stripTrailing());
    }
}
