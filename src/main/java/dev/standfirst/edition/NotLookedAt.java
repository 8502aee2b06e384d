package dev.standfirst.edition;

import dev.standfirst.source.ListedEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says why an edition did not look at an article at all: from facts that do not change after the edition was made. */
@Repository
class NotLookedAt {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.UK);

    private final JdbcClient jdbc;
    private final Decisions decisions;

    NotLookedAt(JdbcClient jdbc, Decisions decisions) {
        this.jdbc = jdbc;
        this.decisions = decisions;
    }

    /** In words, fit behind "because". */
    String why(StoredEdition edition, ListedEntry entry) {
        List<Long> sources = decisions.sources(edition.id());
        if (sources.isEmpty()) {
            return "the edition was composed before reasons were kept";
        }
        if (!sources.contains(entry.sourceId())) {
            return entry.source() + " is none of the sources that the edition was made from";
        }
        if (entry.firstSeen().isAfter(edition.composedAt())) {
            return "it was first listed after the edition was composed";
        }
        return unread(edition, entry)
                .or(() -> tooOld(edition, entry))
                .or(() -> used(edition, entry))
                .or(() -> twin(edition, entry))
                .orElseGet(() -> beyond(edition));
    }

    private static Optional<String> unread(StoredEdition edition, ListedEntry entry) {
        String problem = entry.problem();
        boolean later = entry.settled()
                .filter(settled -> settled.isAfter(edition.composedAt()))
                .isPresent();
        return Optional.ofNullable(
                switch (entry.state()) {
                    case DONE -> later ? "its page was read only after the edition was composed" : null;
                    case LEFT_OUT -> "it was left out when it was read: it " + problem;
                    case FAILED -> "its page could not be read: it " + problem;
                    case HELD -> "it is held, because it looks like an old article under a new id";
                    case NEW ->
                        problem.isEmpty()
                                ? "its page was not read yet"
                                : "its page could not be read so far: it " + problem;
                });
    }

    private Optional<String> tooOld(StoredEdition edition, ListedEntry entry) {
        return notBefore(edition)
                .filter(start -> entry.dated().isBefore(start))
                .map(start -> "it came out on %s, and the edition took what came out after %s"
                        .formatted(moment(entry.dated()), moment(start)));
    }

    private static String moment(Instant instant) {
        return MOMENT.format(instant.atZone(ZoneId.systemDefault()));
    }

    /** Only an edition that looked at as many articles as any may have left later ones aside. */
    private String beyond(StoredEdition edition) {
        int looked = jdbc.sql("select count(*) from edition_candidate where edition_id = ?")
                .param(edition.id())
                .query(Integer.class)
                .single();
        return looked >= Candidates.MOST
                ? "later articles were more than the edition could look at"
                : "it was not ready when the edition was composed";
    }

    private Optional<Instant> notBefore(StoredEdition edition) {
        return jdbc.sql("select not_before from edition where id = ? and not_before is not null")
                .param(edition.id())
                .query((row, number) ->
                        row.getObject("not_before", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** An article goes into one edition of a digest, once; so does one of several entries that lead to one page. */
    private Optional<String> used(StoredEdition edition, ListedEntry entry) {
        return jdbc.sql("""
                select used.story, ed.local_date
                from edition_article used
                join edition ed on ed.id = used.edition_id
                where used.digest = :digest and used.article_id in (
                    select id from entry where id = :id or (address_key = :key and address_key <> ''))
                  and ed.composed_at < :composed
                order by ed.id
                limit 1
                """)
                .param("digest", edition.digest())
                .param("id", entry.id())
                .param("key", entry.addressKey())
                .param("composed", edition.composedAt().atOffset(ZoneOffset.UTC))
                .query((row, number) -> {
                    String day = DAY.format(row.getObject("local_date", LocalDate.class));
                    return row.getInt("story") == 0
                            ? "the edition of %s found nothing new in it".formatted(day)
                            : "the edition of %s told it, as number %d".formatted(day, row.getInt("story"));
                })
                .optional();
    }

    private Optional<String> twin(StoredEdition edition, ListedEntry entry) {
        return jdbc.sql("""
                select s.name, twin.id
                from entry twin
                join edition_candidate looked on looked.article_id = twin.id and looked.edition_id = :edition
                join source s on s.id = twin.source_id
                where twin.address_key = :key and twin.address_key <> '' and twin.id <> :id
                order by twin.id
                limit 1
                """)
                .param("edition", edition.id())
                .param("key", entry.addressKey())
                .param("id", entry.id())
                .query((row, number) -> "%s lists the same page, and it was looked at as article %d"
                        .formatted(row.getString("name"), row.getLong("id")))
                .optional();
    }
}
