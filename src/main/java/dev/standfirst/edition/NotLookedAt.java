package dev.standfirst.edition;

import dev.standfirst.source.ListedEntry;
import dev.standfirst.text.Fact;
import dev.standfirst.text.Fact.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Says why an edition did not look at an article at all: from facts that do not change after the edition was made. */
@Repository
class NotLookedAt {

    private final JdbcClient jdbc;
    private final Decisions decisions;

    NotLookedAt(JdbcClient jdbc, Decisions decisions) {
        this.jdbc = jdbc;
        this.decisions = decisions;
    }

    /** Its words fit behind "because". */
    Fact why(StoredEdition edition, ListedEntry entry) {
        List<Long> sources = decisions.sources(edition.id());
        if (sources.isEmpty()) {
            return Fact.of("fact.unlooked.before");
        }
        if (!sources.contains(entry.sourceId())) {
            return Fact.of("fact.unlooked.source", entry.source());
        }
        if (entry.firstSeen().isAfter(edition.composedAt())) {
            return Fact.of("fact.unlooked.later");
        }
        return unread(edition, entry)
                .or(() -> tooOld(edition, entry))
                .or(() -> used(edition, entry))
                .or(() -> twin(edition, entry))
                .orElseGet(() -> beyond(edition));
    }

    private static Optional<Fact> unread(StoredEdition edition, ListedEntry entry) {
        String problem = entry.problem();
        boolean later = entry.settled()
                .filter(settled -> settled.isAfter(edition.composedAt()))
                .isPresent();
        return Optional.ofNullable(
                switch (entry.state()) {
                    case DONE -> later ? Fact.of("fact.unlooked.read.later") : null;
                    case LEFT_OUT -> Fact.of("fact.unlooked.LEFT_OUT", problem);
                    case FAILED -> Fact.of("fact.unlooked.FAILED", problem);
                    case HELD -> Fact.of("fact.unlooked.HELD");
                    case NEW ->
                        problem.isEmpty()
                                ? Fact.of("fact.unlooked.NEW")
                                : Fact.of("fact.unlooked.NEW.problem", problem);
                });
    }

    private Optional<Fact> tooOld(StoredEdition edition, ListedEntry entry) {
        return notBefore(edition)
                .filter(start -> entry.dated().isBefore(start))
                .map(start -> Fact.of("fact.unlooked.old", moment(entry.dated()), moment(start)));
    }

    private static Moment moment(Instant instant) {
        return new Moment("fact.time.full", LocalDateTime.ofInstant(instant, ZoneId.systemDefault()));
    }

    /** Only an edition that looked at as many articles as any may have left later ones aside. */
    private Fact beyond(StoredEdition edition) {
        int looked = jdbc.sql("select count(*) from edition_candidate where edition_id = ?")
                .param(edition.id())
                .query(Integer.class)
                .single();
        return Fact.of(looked >= Candidates.MOST ? "fact.unlooked.beyond" : "fact.unlooked.unready");
    }

    private Optional<Instant> notBefore(StoredEdition edition) {
        return jdbc.sql("select not_before from edition where id = ? and not_before is not null")
                .param(edition.id())
                .query((row, number) ->
                        row.getObject("not_before", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** An article goes into one edition of a digest, once; so does one of several entries that lead to one page. */
    private Optional<Fact> used(StoredEdition edition, ListedEntry entry) {
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
                    Moment day = Moment.of("fact.day", row.getObject("local_date", LocalDate.class));
                    return row.getInt("story") == 0
                            ? Fact.of("fact.unlooked.nothing", day)
                            : Fact.of("fact.unlooked.told", day, row.getInt("story"));
                })
                .optional();
    }

    private Optional<Fact> twin(StoredEdition edition, ListedEntry entry) {
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
                .query((row, number) -> Fact.of("fact.unlooked.twin", row.getString("name"), row.getLong("id")))
                .optional();
    }
}
