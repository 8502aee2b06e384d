package dev.standfirst.metadata;

import dev.standfirst.metadata.PageFacts.Spot;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote an article: the people that machines are told of, else those that stand near the headline. An office, or
 * the outlet itself, is named only where the page names no person.
 */
final class Bylines {

    private static final List<String> METAS = List.of(
            "author",
            "article:author",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "dcterms.creator",
            "citation_author",
            "byl",
            "article.author",
            "rbauthors",
            "cxenseparse:author",
            "og:author",
            "authors",
            "article:author_name",
            "article:author:name",
            "article_author",
            "article-author",
            "og:article:author",
            "book:author",
            "author_name",
            "author-name",
            "authorname",
            "page.author",
            "content_author",
            "dc.creator.personalname",
            "creator",
            "citation_authors",
            "prism.author",
            "bt:author",
            "dcsext.author",
            "vf:author",
            "mediator_author",
            "writer",
            "byline",
            "cxenseparse:recs:author",
            "cse-author");

    /** How far from the headline, in characters, a byline may stand. */
    private static final int NEAR_BEFORE = 300;

    private static final int NEAR_AFTER = 1_500;
    private static final int SAME_BYLINE = 160;
    private static final int LONGEST = 160;
    private static final int MOST_BOXES = 20;

    /** How many elements up the name may stand that follows a "By" of its own. */
    private static final int HIGHEST = 4;

    private final PageFacts facts;
    private final Names names;
    private final @Nullable Spot headline;
    private final int at;
    private final int asides;

    private Bylines(PageFacts facts, Names names, @Nullable Spot headline) {
        this.facts = facts;
        this.names = names;
        this.headline = headline;
        this.at = headline == null ? 0 : headline.at();
        this.asides = headline == null ? 0 : headline.asides();
    }

    /**
     * The names, comma separated; empty where the page names nobody.
     *
     * @param sites names of the outlet
     * @param headline where the headline stands, or null
     */
    static String of(PageFacts facts, StructuredData data, List<String> sites, @Nullable Spot headline) {
        return String.join(", ", new Bylines(facts, new Names(sites), headline).find(data));
    }

    private List<String> find(StructuredData data) {
        List<String> told = told(data, names::isPerson);
        if (!told.isEmpty()) {
            return told.size() == 1 && !told.get(0).contains(" ") ? inFull(told) : told;
        }
        return Stream.<Supplier<List<String>>>of(
                        this::shown,
                        () -> told(data, names::isOffice),
                        this::anywhere,
                        this::shownOffices,
                        this::unmarked,
                        this::scripted,
                        () -> told(data, names::isOutlet))
                .map(Supplier::get)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** "By the Harbour Desk", which is named where no person is. */
    private List<String> shownOffices() {
        return facts.bylines().stream()
                .filter(spot -> spot.asides() <= asides && isNear(spot) && isOfAuthors(spot))
                .map(spot -> names.shownOffices(spot.text()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The one author that all scripts of the page name. */
    private List<String> scripted() {
        Set<String> authors = ScriptFacts.of(facts.code()).authors();
        List<List<String>> people = authors.stream()
                .map(author -> names.told(List.of(author), names::isFullName))
                .filter(found -> !found.isEmpty())
                .distinct()
                .toList();
        return people.size() == 1 ? people.get(0) : List.of();
    }

    private List<String> unmarked() {
        UnmarkedByline unmarked = new UnmarkedByline(facts, names);
        List<String> below = headline == null ? List.of() : unmarked.below(headline);
        return !below.isEmpty()
                ? below
                : facts.bylines().stream()
                        .filter(spot -> spot.asides() <= asides && spot.text().isEmpty())
                        .limit(MOST_BOXES)
                        .map(spot -> unmarked.opening(spot.element()))
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse(List.of());
    }

    private List<String> told(StructuredData data, Predicate<String> kind) {
        return Stream.of(Stream.of(data.authors()), METAS.stream().map(facts::all), labelled())
                .flatMap(texts -> texts)
                .map(texts -> names.told(texts, kind))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Cards for other sites name the author beside a label of their own words. */
    private Stream<List<String>> labelled() {
        return Stream.of("1", "2")
                .filter(number -> Names.begins(facts.first("twitter:label" + number)))
                .map(number -> facts.all("twitter:data" + number));
    }

    /** Machines are told a first name, or the name of an account; readers see all of it. */
    private List<String> inFull(List<String> told) {
        String one = told.get(0);
        boolean account = one.equals(one.toLowerCase(Locale.ROOT)) && !Character.isIdeographic(one.codePointAt(0));
        List<String> shown = shown();
        return shown.stream().anyMatch(name -> account ? name.contains(" ") : name.startsWith(one + " "))
                ? shown
                : told;
    }

    private List<String> shown() {
        List<String> near = nearHeadline();
        return near.isEmpty() ? inText() : near;
    }

    /** The names of the byline next to the headline; its people may stand in elements of their own. */
    private List<String> nearHeadline() {
        List<Spot> near = facts.bylines().stream()
                .filter(spot -> spot.asides() <= asides
                        && isNear(spot)
                        && isOfAuthors(spot)
                        && !shown(spot).isEmpty())
                .toList();
        return near.stream()
                .min(Comparator.comparingInt(this::distance))
                .map(first -> names.joined(near.stream()
                        .filter(spot -> Math.abs(spot.at() - first.at()) <= SAME_BYLINE)
                        .flatMap(spot -> shown(spot).stream())
                        .toList()))
                .orElse(List.of());
    }

    private static boolean isOfAuthors(Spot spot) {
        return !spot.is(NameMarks.ROLE) && !Names.isOfHelpers(spot.before());
    }

    private List<String> shown(Spot spot) {
        return names.shown(spot.text(), isAuthor(spot.element()));
    }

    private boolean isNear(Spot spot) {
        return spot.at() >= at - NEAR_BEFORE && spot.at() <= at + NEAR_AFTER;
    }

    private int distance(Spot spot) {
        return spot.at() < at ? 3 * (at - spot.at()) : spot.at() - at;
    }

    /** "By Ann Lee" near the headline, "Author: Ann Lee" anywhere, in whatever element. */
    private List<String> inText() {
        return facts.remarks().stream()
                .filter(spot -> spot.asides() <= asides)
                .filter(spot -> isNear(spot) ? Names.begins(spot.text()) : Names.isLabelled(spot.text()))
                .map(this::named)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The names in a remark, or in what is around it where they stand in another element. */
    private List<String> named(Spot spot) {
        List<String> found = names.shown(spot.text(), false);
        Element around = spot.element();
        for (int up = 0; up < HIGHEST && found.isEmpty() && around != null; up++) {
            String whole = ShortText.lined(around, LONGEST);
            found = Names.begins(whole) ? names.shown(whole, false) : found;
            around = around.parent();
        }
        return found;
    }

    private List<String> anywhere() {
        return facts.bylines().stream()
                .filter(spot -> spot.asides() <= asides && (spot.is(NameMarks.NAME) || isAuthor(spot.element())))
                .map(this::shown)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static boolean isAuthor(Element element) {
        return element.attr("rel").contains("author")
                || element.attr("itemprop").contains("author");
    }
}
