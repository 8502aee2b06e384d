package dev.standfirst.desk;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.digest.Digest;
import dev.standfirst.digest.DigestFiles;
import dev.standfirst.digest.DigestResult;
import dev.standfirst.source.Entries;
import dev.standfirst.source.SourceWords;
import dev.standfirst.source.Sources;
import dev.standfirst.source.StoredSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /sources}: how each source is, those that need somebody first. */
@RestController
class SourcePage {

    private final DeskPages pages;
    private final Sources sources;
    private final Entries entries;
    private final DigestFiles files;
    private final Audit audit;
    private final Week week;
    private final Clock clock;

    SourcePage(
            DeskPages pages,
            Sources sources,
            Entries entries,
            @Value("${standfirst.home}") Path home,
            Audit audit,
            Week week,
            Clock clock) {
        this.pages = pages;
        this.sources = sources;
        this.entries = entries;
        this.files = new DigestFiles(home);
        this.audit = audit;
        this.week = week;
        this.clock = clock;
    }

    @Needs(Role.READER)
    @GetMapping("/sources")
    ResponseEntity<String> list(Call call) {
        SourceWords words = new SourceWords(clock.instant(), ZoneId.systemDefault());
        List<Digest> digests = digests();
        Map<Long, List<Map<String, Integer>>> bars = week.bars();
        return pages.page(
                call,
                "sources",
                Map.of(
                        "title", call.say("nav.sources"),
                        "owner", call.isOwner(),
                        "said", DigestPage.said(call),
                        "sources",
                                sources.all().stream()
                                        .sorted(Comparator.comparing(SourcePage::isWell)
                                                .thenComparing(StoredSource::name))
                                        .map(source -> {
                                            Map<String, Object> line = line(call, source, words, digests);
                                            line.put("bars", bars.getOrDefault(source.id(), List.of()));
                                            return line;
                                        })
                                        .toList()));
    }

    /** Has the next run ask it, whatever it said or asked for. */
    @Needs(Role.OWNER)
    @PostMapping("/sources/{id}/retry")
    ResponseEntity<String> retry(Call call, @PathVariable String id) {
        return act(call, id, "source.asked", source -> sources.retry(source.id()));
    }

    /** Lets what was held go into the next edition. */
    @Needs(Role.OWNER)
    @PostMapping("/sources/{id}/release")
    ResponseEntity<String> release(Call call, @PathVariable String id) {
        return act(call, id, "source.released", source -> entries.release(source.id()));
    }

    /** Leaves out for good what was held. */
    @Needs(Role.OWNER)
    @PostMapping("/sources/{id}/drop")
    ResponseEntity<String> drop(Call call, @PathVariable String id) {
        return act(call, id, "source.dropped", source -> entries.drop(source.id()));
    }

    private ResponseEntity<String> act(Call call, String id, String act, Consumer<StoredSource> work) {
        Optional<StoredSource> source = Numbers.of(id)
                .flatMap(number ->
                        sources.all().stream().filter(one -> one.id() == number).findFirst());
        if (source.isEmpty()) {
            return pages.notFound(call);
        }
        work.accept(source.get());
        audit.note(call.who(), act, source.get().name());
        return pages.then("/sources?said=" + act);
    }

    private List<Digest> digests() {
        return files.names().stream()
                .map(files::load)
                .filter(DigestResult.Loaded.class::isInstance)
                .map(result -> ((DigestResult.Loaded) result).digest())
                .toList();
    }

    private Map<String, Object> line(Call call, StoredSource source, SourceWords words, List<Digest> digests) {
        Map<String, Object> line = new HashMap<>();
        line.put("id", Long.toString(source.id()));
        line.put("name", source.name());
        line.put("location", source.location().toString());
        line.put("kind", kind(source));
        line.put("state", call.say("source." + state(source)));
        line.put("health", words.health(source));
        line.put(
                "held",
                source.counts().held() > 0
                        ? call.say("source.held.count", source.counts().held())
                        : "");
        line.put("lately", call.say("number", source.counts().lately()));
        line.putAll(times(call, source));
        line.put("digests", readers(source, digests));
        return line;
    }

    private Map<String, Object> times(Call call, StoredSource source) {
        Instant now = clock.instant();
        boolean asked = !source.isLocal() && source.goneSince().isEmpty();
        return Map.of(
                "last",
                source.lastSuccess()
                        .map(at -> Times.show(call.words(), at, now, ZoneId.systemDefault()))
                        .orElse(call.say("source.never")),
                "next",
                asked ? Times.show(call.words(), source.nextTry(now), now, ZoneId.systemDefault()) : "");
    }

    private static List<Map<String, String>> readers(StoredSource source, List<Digest> digests) {
        return digests.stream()
                .filter(digest ->
                        digest.sources().stream().anyMatch(one -> one.location().equals(source.location())))
                .map(digest -> Map.of("path", DigestPage.path(digest.name()), "title", digest.title()))
                .toList();
    }

    private static boolean isWell(StoredSource source) {
        return source.failingSince().isEmpty() && source.counts().held() == 0;
    }

    private static String kind(StoredSource source) {
        if (source.failingSince().isPresent()) {
            return "bad";
        }
        return source.counts().held() > 0 ? "warn" : "ok";
    }

    private static String state(StoredSource source) {
        if (source.goneSince().isPresent()) {
            return "gone";
        }
        if (source.failingSince().isPresent()) {
            return "failing";
        }
        if (source.counts().held() > 0) {
            return "held";
        }
        return source.lastTry().isEmpty() ? "new" : "well";
    }
}
