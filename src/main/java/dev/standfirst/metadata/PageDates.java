package dev.standfirst.metadata;

import dev.standfirst.metadata.DateText.Found;
import dev.standfirst.metadata.PageFacts.Spot;
import dev.standfirst.metadata.ShownDates.Kind;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When an article came out: what machines are told, then the address, then what stands near the headline; what tells of
 * a change only where nothing tells of the publication.
 */
final class PageDates {

    /**
     * When it came out.
     *
     * @param moment midnight UTC where no time is told; as if in UTC where no zone is
     * @param day as readers see it where the outlet is
     */
    record Dated(Instant moment, LocalDate day) {

        static Dated of(Found found) {
            return new Dated(found.moment().toInstant(), found.day());
        }
    }

    private static final List<String> PUBLISHED = List.of(
            "article:published_time",
            "og:article:published_time",
            "og:published_time",
            "article:published",
            "datepublished",
            "rnews:datepublished",
            "og:pubdate",
            "parsely-pub-date",
            "sailthru.date",
            "pubdate",
            "publishdate",
            "publish-date",
            "publish_date",
            "publication_date",
            "publicationdate",
            "article_date_original",
            "article.published",
            "published-date",
            "publisheddate",
            "published_time",
            "cxenseparse:recs:publishtime",
            "cxenseparse:publishtime",
            "citation_publication_date",
            "dc.date.issued",
            "dcterms.issued",
            "dc.date.created",
            "dcterms.created",
            "date.created",
            "originalpublicationdate",
            "analyticsattributes.articledate",
            "ptime",
            "bt:pubdate",
            "lastpubdate",
            "vf:publication_date",
            "cre:published",
            "dcsext.articlefirstpublished",
            "published",
            "published-on",
            "published_on",
            "published_at",
            "publishedat",
            "publish-time",
            "publishtime",
            "publish_time",
            "first-published",
            "firstpublished",
            "first_published",
            "article.publishdate",
            "article:publication_date",
            "article-date",
            "article_date",
            "articledate",
            "datepublication",
            "date_publication",
            "date-publication",
            "citation_online_date",
            "prism.publicationdate",
            "release_date",
            "releasedate",
            "dcterms.available",
            "dc.date.available",
            "gsa:publisheddate",
            "shareaholic:article_published_time");
    private static final List<String> SOME_DATE = List.of(
            "date",
            "dc.date",
            "dcterms.date",
            "article:post_date",
            "created",
            "created_at",
            "creation_date",
            "datecreated",
            "citation_date",
            "og:date",
            "pub_date");
    private static final List<String> MODIFIED = List.of(
            "article:modified_time",
            "og:updated_time",
            "datemodified",
            "dateupdated",
            "dcterms.modified",
            "dc.date.modified",
            "article:modified",
            "og:article:modified_time",
            "modified_time",
            "last_modified",
            "lastmodified",
            "date_modified",
            "last-modified",
            "lastmod",
            "modified",
            "revised",
            "updated");

    /** An address often holds the day: /2021/05/17/, /2021-05-17-, /20210517. */
    private static final Pattern IN_ADDRESS =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(?:([/_-])(0?[1-9]|1[0-2])\\2(0?[1-9]|[12]\\d|3[01])(?!\\d)"
                    + "|(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?=\\D|\\d{4}(?:\\d\\d)?(?!\\d)|$))");

    private static final Pattern LAST_PART = Pattern.compile("[|–—-]\\s([^|–—]{8,30})$");
    private static final int LONGEST_PATH = 500;

    /** How much else the text of a date far from the headline may hold, in characters. */
    private static final int MOST_BESIDE = 20;

    /** In days; what is shown as published sooner is the same article still. */
    private static final int REWRITTEN_AFTER = 100;

    private final PageFacts facts;
    private final DateReader reader;
    private final ShownDates shown;
    private final Optional<Found> inAddress;

    private PageDates(PageFacts facts, DateReader reader, URI address, @Nullable Spot headline) {
        this.facts = facts;
        this.reader = reader;
        this.shown = new ShownDates(facts, reader, headline);
        this.inAddress = inAddress(address);
    }

    /**
     * The date, empty where nothing tells it.
     *
     * @param fetched no article is younger; a moment before 1995 where it is not known
     * @param headline where the page's headline stands, or null
     */
    static Optional<Dated> of(
            PageFacts facts, StructuredData data, URI address, Instant fetched, @Nullable Spot headline) {
        DateReader reader = DateReader.of(facts.language(), address, fetched);
        PageDates dates = new PageDates(facts, reader, address, headline);
        return dates.told(data)
                .map(told -> dates.rewritten(told, fetched).map(Dated::of).orElseGet(() -> dates.onItsDay(told)))
                .or(() -> dates.seen(data).map(Dated::of));
    }

    /** What machines are told of the publication; where a change has overwritten it, what is told elsewhere. */
    private Optional<Found> told(StructuredData data) {
        Optional<Found> told = reader.read(List.of(data.published()));
        boolean overwritten = data.published().equals(data.modified());
        Optional<Found> earlier = told.filter(found -> overwritten)
                .flatMap(found -> reader.read(metas(PUBLISHED))
                        .or(() -> shown.nearest(Kind.PUBLISHED))
                        .filter(other -> other.day().isBefore(found.day())));
        return earlier.or(() -> told).or(() -> reader.read(metas(PUBLISHED))).or(this::marked);
    }

    private Optional<Found> seen(StructuredData data) {
        return shown.nearest(Kind.PUBLISHED)
                .or(() -> inAddress)
                .or(this::inTitle)
                .or(() -> shown.nearest(Kind.PLAIN))
                .or(() -> reader.read(metas(SOME_DATE)))
                .or(this::scripted)
                .or(() -> shown.nearest(Kind.UPDATED))
                .or(() -> reader.read(List.of(data.modified())))
                .or(() -> reader.read(metas(MODIFIED)))
                .or(this::elsewhere);
    }

    /**
     * The day of publication that readers are shown instead, of a guide that was published anew: its first publication,
     * long before, is told to machines only. That it was changed is not enough.
     */
    private Optional<Found> rewritten(Found told, Instant fetched) {
        LocalDate day = told.day();
        LocalDate now = LocalDate.ofInstant(fetched, ZoneOffset.UTC);
        return shown.shows(day)
                ? Optional.empty()
                : shown.nearest(Kind.PUBLISHED)
                        .filter(later -> ChronoUnit.DAYS.between(day, later.day()) >= REWRITTEN_AFTER)
                        .filter(later -> Math.abs(ChronoUnit.DAYS.between(later.day(), now)) > 1);
    }

    /** A moment in UTC, on the day that readers see where that is the day before or after. */
    private Dated onItsDay(Found told) {
        boolean inUtc = told.exact() && told.moment().getOffset().getTotalSeconds() == 0;
        LocalDate day = inUtc
                ? shown.localDay(told)
                        .or(() -> shown.has(told.day()) ? Optional.empty() : neighbour(told.day()))
                        .orElse(told.day())
                : told.day();
        return new Dated(told.moment().toInstant(), day);
    }

    private Optional<LocalDate> neighbour(LocalDate day) {
        return Stream.of(shown.nearest(Kind.PUBLISHED).or(() -> shown.nearest(Kind.PLAIN)), inAddress)
                .flatMap(Optional::stream)
                .map(Found::day)
                .filter(local -> Math.abs(ChronoUnit.DAYS.between(local, day)) == 1)
                .findFirst();
    }

    private List<String> metas(List<String> names) {
        return names.stream().flatMap(name -> facts.all(name).stream()).toList();
    }

    /** The first element that the page marks as the date of publication. */
    private Optional<Found> marked() {
        return facts.dates().stream()
                .filter(spot -> spot.element().attr("itemprop").equalsIgnoreCase("datePublished"))
                .flatMap(spot -> read(spot).stream())
                .findFirst();
    }

    private Optional<Found> read(Spot spot) {
        String text = spot.text();
        return reader.read(List.of(ShownDates.attribute(spot.element()), text))
                .filter(found -> text.length() - (found.end() - found.start()) <= MOST_BESIDE);
    }

    private Optional<Found> inAddress(URI address) {
        String path = String.valueOf(address.getRawPath());
        return IN_ADDRESS
                .matcher(path.length() > LONGEST_PATH ? path.substring(0, LONGEST_PATH) : path)
                .results()
                .map(day -> day.group(3) == null
                        ? "%s-%s-%s".formatted(day.group(1), day.group(5), day.group(6))
                        : "%s-%s-%s".formatted(day.group(1), day.group(3), day.group(4)))
                .flatMap(day -> reader.read(List.of(day)).stream())
                .findFirst();
    }

    /** "Headline | Outlet | 28.04.2023". */
    private Optional<Found> inTitle() {
        Matcher last = LAST_PART.matcher(facts.title());
        return last.find() ? reader.read(List.of(last.group(1))) : Optional.empty();
    }

    /** The one day that all scripts of the page name. */
    private Optional<Found> scripted() {
        List<Found> found = ScriptFacts.of(facts.code()).dates().stream()
                .flatMap(date -> reader.read(List.of(date)).stream())
                .toList();
        boolean one = found.stream().map(Found::day).distinct().count() == 1;
        return one ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The one date that the page gives elsewhere, outside of lists of other articles. */
    private Optional<Found> elsewhere() {
        List<Found> found = Stream.concat(facts.dates().stream(), facts.remarks().stream())
                .filter(spot -> spot.asides() == 0)
                .flatMap(spot -> read(spot).stream())
                .toList();
        boolean one = found.stream().map(Found::day).distinct().count() == 1;
        return one ? Optional.of(found.get(0)) : Optional.empty();
    }
}
