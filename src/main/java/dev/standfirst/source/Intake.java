package dev.standfirst.source;

import dev.standfirst.text.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is new in a listing: the entries that the source did not list before, under whatever id or address, and
 * what becomes of them.
 */
final class Intake {

    static final String OLD = "was there before the first reading";

    /** So many entries without a date, or where any age will do, are taken from a source that is new to us. */
    private static final int FIRST_READING = 50;

    /** Fewer entries that look old are let through: publishers do bring a few back. */
    private static final int FLOOD = 5;

    private static final Duration OLDER_THAN_LAST_TIME = Duration.ofDays(3);
    private static final Duration ANOTHER_DAY = Duration.ofHours(20);
    static final Instant BEFORE_THE_WEB = Instant.parse("1995-01-01T00:00:00Z");

    private final Instant seen;
    private final Optional<Instant> lastSuccess;
    private final Optional<Duration> window;

    /**
     * For one listing.
     *
     * @param seen when it was read
     * @param lastSuccess when it was read last; empty at the first time
     * @param window how old an entry may be at the first time
     */
    Intake(Instant seen, Optional<Instant> lastSuccess, Optional<Duration> window) {
        this.seen = seen;
        this.lastSuccess = lastSuccess;
        this.window = window;
    }

    /** What becomes of an entry. */
    enum State {
        NEW,
        LEFT_OUT,
        HELD
    }

    /**
     * An entry with what it is known by.
     *
     * @param guid as stored
     * @param dated when it came out, as far as that can be believed
     */
    record Candidate(Entry entry, String guid, String addressKey, String titleKey, Instant dated) {

        @Nullable
        Instant published() {
            return dated.equals(entry.published()) ? dated : null;
        }
    }

    /** A stored entry of the same source. */
    record Known(String guid, String addressKey, String titleKey, String title, Instant dated) {}

    /** What is to be stored. */
    record Decision(Candidate candidate, State state) {}

    /** The entries of a listing with their keys, each guid once. */
    List<Candidate> candidates(List<Entry> entries) {
        Map<String, Entry> byGuid = new java.util.LinkedHashMap<>();
        entries.forEach(entry -> byGuid.putIfAbsent(guid(entry), entry));
        Map<String, Long> addresses = byGuid.values().stream()
                .collect(Collectors.groupingBy(entry -> SameAddress.key(entry.link()), Collectors.counting()));
        List<Candidate> candidates = new ArrayList<>();
        byGuid.forEach((guid, entry) -> {
            String address = SameAddress.key(entry.link());
            // An address that several entries of one listing share tells none of them.
            boolean own = addresses.getOrDefault(address, 0L) == 1;
            candidates.add(new Candidate(
                    entry, guid, own ? address : "", Titles.key(entry.title()), dated(entry.published())));
        });
        return candidates;
    }

    /** What is new among them, and what becomes of it. */
    List<Decision> decide(List<Candidate> strangers, List<Known> known) {
        Function<Function<Known, String>, Map<String, Known>> index = key -> {
            Map<String, Known> map = new HashMap<>();
            known.forEach(one ->
                    map.merge(key.apply(one), one, (a, b) -> a.dated().isAfter(b.dated()) ? a : b));
            return map;
        };
        Map<String, Known> byAddress = index.apply(Known::addressKey);
        Map<String, Known> byTitle = index.apply(Known::titleKey);
        List<Candidate> fresh = strangers.stream()
                .filter(one -> !isSame(one, one.addressKey().isEmpty() ? null : byAddress.get(one.addressKey())))
                .filter(one -> !isReprint(one, one.titleKey().isEmpty() ? null : byTitle.get(one.titleKey())))
                .toList();
        return lastSuccess.isEmpty() ? firstReading(fresh) : laterReading(fresh, byTitle.keySet());
    }

    /** Behind one address is one article, whatever its id and title; but some pages show another every day. */
    private static boolean isSame(Candidate one, @Nullable Known known) {
        return known != null
                && !(one.published() != null
                        && one.dated().isAfter(known.dated().plus(ANOTHER_DAY))
                        && Titles.likeness(one.entry().title(), known.title()) == 0);
    }

    /** The same title at the same moment: an article that moved, with a new id. */
    private static boolean isReprint(Candidate one, @Nullable Known known) {
        return known != null && one.dated().equals(known.dated()) && one.published() != null;
    }

    private List<Decision> firstReading(List<Candidate> fresh) {
        Comparator<Candidate> newestFirst =
                Comparator.comparing(Candidate::dated).reversed();
        Set<Candidate> taken = new HashSet<>(fresh.stream()
                .filter(one -> window.isEmpty() || one.published() == null)
                .sorted(newestFirst)
                .limit(FIRST_READING)
                .toList());
        window.ifPresent(span -> fresh.stream()
                .filter(one -> one.published() != null && !one.dated().isBefore(seen.minus(span)))
                .forEach(taken::add));
        return fresh.stream()
                .map(one -> new Decision(one, taken.contains(one) ? State.NEW : State.LEFT_OUT))
                .toList();
    }

    /** Many old entries at once under new ids are a site that moved house, not news. */
    private List<Decision> laterReading(List<Candidate> fresh, Set<String> titles) {
        Set<Candidate> old = fresh.stream().filter(one -> looksOld(one, titles)).collect(Collectors.toSet());
        boolean flood = old.size() >= FLOOD && old.size() * 2 >= fresh.size();
        return fresh.stream()
                .map(one -> new Decision(one, flood && old.contains(one) ? State.HELD : State.NEW))
                .toList();
    }

    private boolean looksOld(Candidate one, Set<String> titles) {
        boolean seenBefore = !one.titleKey().isEmpty() && titles.contains(one.titleKey());
        return seenBefore
                || (one.published() != null
                        && one.dated().isBefore(lastSuccess.orElse(seen).minus(OLDER_THAN_LAST_TIME)));
    }

    /** A date in the future, or before there were feeds, is none; then "first seen" decides. */
    private Instant dated(@Nullable Instant published) {
        return published == null || published.isAfter(seen) || published.isBefore(BEFORE_THE_WEB) ? seen : published;
    }

    /** A name too long to store and to index stands for itself by its hash. */
    static String guid(Entry entry) {
        String id = entry.id().replace("\0", "");
        return id.length() <= 600 ? id : "sha256:" + Sha256.hex(entry.id());
    }
}
