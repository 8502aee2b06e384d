package dev.standfirst.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.standfirst.TestDatabase;
import dev.standfirst.digest.Digest;
import dev.standfirst.edition.RenderedEdition;
import dev.standfirst.edition.SampleEdition;
import dev.standfirst.edition.VariantPress;
import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.People;
import dev.standfirst.subscriber.Preferences;
import dev.standfirst.subscriber.Preferences.Cadence;
import dev.standfirst.subscriber.Preferences.Choice;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Suppressions.Cause;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AudienceTests {

    private static final Instant READY = Instant.parse("2026-11-18T06:00:00Z");
    private static final Clock CLOCK = Clock.fixed(SampleEdition.NOW, ZoneOffset.UTC);
    private static final Clock EARLIER = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Reason TEST = Reason.of("test");

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void everybodyWhoChoseNothingGetsTheEditionItself(TestDatabase database) {
        People people = new People(database.jdbc(), EARLIER);
        long left = add(people, "brief", "left", Preferences.NONE);
        add(people, "brief", "a", Preferences.NONE);
        add(people, "brief", "b", Preferences.NONE);
        add(people, "brief", "refused", Preferences.NONE);
        add(people, "other", "elsewhere", Preferences.NONE);
        people.subscriptions.leave(left, TEST);
        people.suppressions.add(new EmailAddress("refused@example.org"), Cause.BOUNCE, TEST);

        assertThat(freeze(database, "brief")).isEqualTo(new FrozenAudience(2, 0, Optional.empty(), 0, 0, 0, READY));
        assertThat(rows(database))
                .containsExactly("a 2026-11-18T06:00:00Z null false ", "b 2026-11-18T06:00:00Z null false ");
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void whoChoseGetsAVariantAtAnHour(TestDatabase database) {
        People people = new People(database.jdbc(), EARLIER);
        add(people, "brief", "none", wants(List.of("Sport"), List.of(), false));
        add(people, "brief", "coast", wants(List.of("Coast"), List.of(), false));
        add(people, "brief", "plain", wants(List.of("coast"), List.of(), true));
        add(people, "brief", "tokyo", at("18:00", "Asia/Tokyo"));
        add(people, "brief", "monday", days(DayOfWeek.MONDAY));
        add(people, "brief", "paused", Preferences.NONE.pausedUntil(LocalDate.of(2026, 12, 1)));
        add(people, "brief", "rested", Preferences.NONE.pausedUntil(LocalDate.of(2026, 11, 18)));

        assertThat(freeze(database, "brief"))
                .isEqualTo(
                        new FrozenAudience(4, 1, Optional.of(Instant.parse("2026-11-18T09:00:00Z")), 2, 1, 1, READY));
        assertThat(rows(database))
                .containsExactly(
                        "rested 2026-11-18T06:00:00Z null false ",
                        "tokyo 2026-11-18T09:00:00Z null false with each edition at 18:00, Asia/Tokyo time",
                        "coast 2026-11-18T06:00:00Z 1 false ",
                        "plain 2026-11-18T06:00:00Z 1 true ");
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void ofSeveralListsTheFirstDecides(TestDatabase database) {
        People people = new People(database.jdbc(), EARLIER);
        add(people, "first", "both", days(DayOfWeek.MONDAY));
        add(people, "second", "both", Preferences.NONE);
        add(people, "first", "twice", Preferences.NONE);
        add(people, "second", "twice", at("18:00", "Asia/Tokyo"));
        people.subscriptions.leave(add(people, "first", "back", at("18:00", "Asia/Tokyo")), TEST);
        add(people, "second", "back", Preferences.NONE);

        assertThat(freeze(database, "first", "second").people()).isEqualTo(2);
        assertThat(rows(database))
                .containsExactly("twice 2026-11-18T06:00:00Z null false ", "back 2026-11-18T06:00:00Z null false ");
    }

    /** List-Id is the digest: whoever leaves by a mail of it must not get it by another list the day after. */
    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void whoLeavesByAMailOfADigestDoesNotGetItByAnotherList(TestDatabase database) {
        People people = new People(database.jdbc(), EARLIER);
        People later = new People(database.jdbc(), Clock.offset(CLOCK, Duration.ofHours(-2)));
        List<Long> places = Stream.of("stays", "left", "removed", "undone", "again")
                .peek(who -> add(people, "second", who, Preferences.NONE))
                .map(who -> add(people, "first", who, Preferences.NONE))
                .toList();
        add(people, "second", "elsewhere", Preferences.NONE);
        people.subscriptions.leave(add(people, "other", "elsewhere", Preferences.NONE), link());
        freeze(database, "first", "second");
        database.jdbc().sql("update delivery set state = 'SENT'").update();
        database.jdbc().sql("update edition set local_date = date '2026-11-17'").update();

        later.subscriptions.leave(places.get(1), link());
        later.subscriptions.leave(places.get(2), TEST);
        later.subscriptions.leave(places.get(3), link());
        later.subscriptions.undo(places.get(3), link());
        later.subscriptions.leave(places.get(4), link());
        People last = new People(database.jdbc(), Clock.offset(CLOCK, Duration.ofHours(-1)));
        Subscription again = last.subscriptions
                .find("second", new EmailAddress("again@example.org"))
                .orElseThrow();
        assertThat(last.subscriptions.confirm(again.id(), TEST)).isTrue();

        long edition = frozen(database, "first", "second");
        assertThat(mailed(database, edition)).containsExactly("again", "elsewhere", "removed", "stays", "undone");
        Recipients recipients = new Recipients(database.jdbc());
        assertThat(recipients.leftOut(edition, List.of("first", "second"), 0, 10))
                .extracting(Recipients.LeftOut::address, Recipients.LeftOut::list, Recipients.LeftOut::why)
                .containsExactly(tuple("left@example.org", "second", "left this digest"));
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void whoIsLeftOutOnTwoListsIsOnePerson(TestDatabase database) {
        People people = new People(database.jdbc(), EARLIER);
        add(people, "first", "gets", Preferences.NONE);
        long edition = frozen(database, "first", "second");
        add(people, "first", "late", Preferences.NONE);
        add(people, "second", "late", Preferences.NONE);
        add(people, "second", "too", Preferences.NONE);
        add(people, "other", "elsewhere", Preferences.NONE);

        assertThat(new Recipients(database.jdbc()).countLeftOut(edition, List.of("first", "second")))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void aDayHasOneMailAndAWeekOneAcrossDigestsOfAList(TestDatabase database) {
        People people = new People(database.jdbc(), EARLIER);
        add(people, "brief", "each", Preferences.NONE);
        add(people, "brief", "daily", days(DayOfWeek.values()));
        add(people, "brief", "weekly", Preferences.NONE.weeklyOn(DayOfWeek.WEDNESDAY));

        assertThat(freeze(database, "brief").people()).isEqualTo(3);
        database.jdbc().sql("update edition set digest = 'evening brief'").update();
        assertThat(freeze(database, "brief")).satisfies(again -> {
            assertThat(again.people()).isEqualTo(1);
            assertThat(again.notToday()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void whoIsThereAlreadyStaysAsIs(TestDatabase database) {
        People people = new People(database.jdbc(), EARLIER);
        add(people, "brief", "a", Preferences.NONE);
        add(people, "brief", "b", wants(List.of("Coast"), List.of(), false));
        Digest digest = SampleEdition.digest("brief");
        RenderedEdition rendered = SampleEdition.rendered(digest);
        long edition = SampleEdition.freeze(database.jdbc(), rendered, SampleEdition.DATE, CLOCK);
        VariantPress press =
                SampleEdition.variants(database.jdbc()).press(edition, rendered, digest, language -> List.of());
        Audience audience = new Audience(
                database.jdbc(),
                database.template(),
                new LedgerCounts(database.jdbc(), new dev.standfirst.subscriber.People(database, CLOCK).race),
                CLOCK);

        assertThat(audience.freeze(edition, digest, SampleEdition.DATE, press).people())
                .isEqualTo(2);
        add(people, "brief", "c", Preferences.NONE);
        assertThat(audience.freeze(edition, digest, SampleEdition.DATE, press).people())
                .isEqualTo(3);
    }

    /** Each variant is rendered once, however many want it. */
    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void twentyThousandPeopleNeedAsManyRenderingsAsThereAreVariants(TestDatabase database) {
        Crowd.fill(database, 20_000);
        FrozenAudience frozen = freeze(database, "brief");

        Set<String> variants = new HashSet<>(database.jdbc()
                .sql("select stories || ' ' || language from edition_variant")
                .query(String.class)
                .list());
        assertThat(frozen.variants())
                .as("no set of stories is there twice in a language")
                .isEqualTo(variants.size())
                .isBetween(20, 254);
        assertThat(frozen.people() + frozen.notToday() + frozen.wantNone()).isEqualTo(20_000);
        assertThat(database.jdbc()
                        .sql("""
                                select count(*) from delivery d join subscription s on s.id = d.subscription_id
                                join edition_variant v on v.id = d.variant_id
                                where s.topics_out like '%Culture%' and (v.html like '%Opera%' or v.body_text like '%paintings%')
                                """)
                        .query((row, number) -> row.getLong(1))
                        .single())
                .isZero();
    }

    private static Reason link() {
        return Reason.person("by the link in a mail", "192.0.2.7", "");
    }

    private static long frozen(TestDatabase database, String... lists) {
        freeze(database, lists);
        return database.jdbc()
                .sql("select max(id) from edition")
                .query((row, number) -> row.getLong(1))
                .single();
    }

    private static List<String> mailed(TestDatabase database, long edition) {
        return database.jdbc()
                .sql("""
                        select u.address from delivery d join subscriber u on u.id = d.subscriber_id
                        where d.edition_id = ? order by u.address
                        """)
                .param(edition)
                .query((row, number) -> row.getString(1).replace("@example.org", ""))
                .list();
    }

    private static FrozenAudience freeze(TestDatabase database, String... lists) {
        Digest digest = SampleEdition.digest(lists);
        RenderedEdition rendered = SampleEdition.rendered(digest);
        long edition = SampleEdition.freeze(database.jdbc(), rendered, SampleEdition.DATE, CLOCK);
        VariantPress press =
                SampleEdition.variants(database.jdbc()).press(edition, rendered, digest, language -> List.of());
        return database.transactions()
                .execute(status -> new Audience(
                                database.jdbc(),
                                database.template(),
                                new LedgerCounts(
                                        database.jdbc(), new dev.standfirst.subscriber.People(database, CLOCK).race),
                                CLOCK)
                        .freeze(edition, digest, SampleEdition.DATE, press));
    }

    private static List<String> rows(TestDatabase database) {
        return database.jdbc()
                .sql("""
                        select u.address, d.due_at, d.variant_id, d.plain, d.comes from delivery d
                        join subscriber u on u.id = d.subscriber_id order by d.id
                        """)
                .query((row, number) -> "%s %s %s %s %s"
                        .formatted(
                                row.getString(1).replace("@example.org", ""),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getObject(3),
                                row.getBoolean(4),
                                row.getString(5)))
                .list();
    }

    private static long add(People people, String list, String who, Preferences preferences) {
        EmailAddress address = new EmailAddress(who + "@example.org");
        people.subscriptions.add(list, address, "", TEST);
        long id = people.subscriptions.find(list, address).orElseThrow().id();
        people.subscriptions.choose(id, preferences, TEST);
        return id;
    }

    private static Preferences wants(List<String> topics, List<String> notTopics, boolean plain) {
        return preferences(
                Cadence.EACH, Set.of(), Optional.empty(), Optional.empty(), new Choice(topics, notTopics), plain);
    }

    private static Preferences at(String hour, String zone) {
        return preferences(
                Cadence.EACH,
                Set.of(),
                Optional.of(LocalTime.parse(hour)),
                Optional.of(ZoneId.of(zone)),
                Choice.ALL,
                false);
    }

    private static Preferences days(DayOfWeek... days) {
        return preferences(Cadence.DAYS, Set.of(days), Optional.empty(), Optional.empty(), Choice.ALL, false);
    }

    @SuppressWarnings("checkstyle:ParameterNumber")
    private static Preferences preferences(
            Cadence cadence,
            Set<DayOfWeek> days,
            Optional<LocalTime> hour,
            Optional<ZoneId> zone,
            Choice topics,
            boolean plain) {
        return new Preferences(
                cadence, days, hour, zone, Optional.empty(), topics, Choice.ALL, false, plain, Optional.empty());
    }
}
