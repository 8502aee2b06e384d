package dev.standfirst.edition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.digest.Approval.Otherwise;
import dev.standfirst.edition.Approval.Plan;
import dev.standfirst.edition.Approval.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApprovalsTests {

    private static final Instant COMPOSED = Instant.parse("2026-11-18T06:30:00Z");
    private static final Instant SEVEN = Instant.parse("2026-11-18T07:00:00Z");
    private static final Duration AHEAD = Duration.ofMinutes(30);
    private static final Duration LATENESS = Duration.ofHours(6);

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void itWaitsUntilSomebodyOrItsRuleDecides(TestDatabase database) {
        anEdition(database, 7, "2026-11-18");
        Approvals approvals = approvals(database, COMPOSED);
        ApprovalRecords records = new ApprovalRecords(database.jdbc());
        assertThat(records.of(7)).isEqualTo(Approval.NONE);

        Plan plan = Plan.of(SEVEN, COMPOSED, AHEAD, LATENESS, Otherwise.SEND);
        records.ask(7, plan);
        assertThat(records.of(7).holds()).isTrue();
        assertThat(records.waiting()).extracting(WaitingApproval::plan).containsExactly(plan);
        approvals.decideByRule();
        assertThat(records.of(7).state()).isEqualTo(State.WAITING);

        approvals(database, SEVEN).decideByRule();
        assertThat(records.of(7).state()).isEqualTo(State.APPROVED);
        assertThat(records.of(7).holds()).isFalse();
        assertThat(records.history(7))
                .containsExactly(new ApprovalLine(SEVEN, ApprovalLine.Act.APPROVED, "the digest's rule", ""));
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void aSkipIsTakenBackWithItsArticlesUntilTheNextEditionHasOne(TestDatabase database) {
        anEdition(database, 7, "2026-11-18");
        ApprovalRecords records = new ApprovalRecords(database.jdbc());
        Approvals approvals = approvals(database, COMPOSED);
        records.ask(7, Plan.of(SEVEN, COMPOSED, AHEAD, LATENESS, Otherwise.SKIP));
        database.jdbc()
                .sql("insert into source (id, location, kind, name) values (1, 'https://a.example/', 'FEED', 'A')")
                .update();
        database.jdbc()
                .sql("insert into entry (id, source_id, guid, first_seen, dated, summary, content)"
                        + " values (5, 1, 'a', current_timestamp, current_timestamp, '', '')")
                .update();
        database.jdbc()
                .sql(
                        "insert into article (id, address, title, byline, language, site, excerpt, body_text, body_html, full_text)"
                                + " values (5, '', '', '', 'en', '', '', '', '', true)")
                .update();
        use(database, 7);

        assertThat(approvals.skip(7, "ines", "")).isInstanceOf(Ruling.Done.class);
        assertThat(users(database)).isEmpty();
        assertThat(approvals.approve(7, "omar", Set.of()))
                .isEqualTo(new Ruling.Impossible(records.of(7), "it was skipped by ines"));
        assertThat(approvals.takeBack(7, "ines")).isInstanceOf(Ruling.Done.class);
        assertThat(users(database)).containsExactly(7L);

        approvals.skip(7, "ines", "");
        anEdition(database, 8, "2026-11-19");
        use(database, 8);
        assertThat(approvals.takeBack(7, "ines"))
                .isEqualTo(new Ruling.Impossible(records.of(7), "a later edition was composed"));

        // Composed at the same moment: the row of the article decides.
        database.jdbc().sql("update edition set digest = 'other' where id = 8").update();
        assertThat(approvals.takeBack(7, "ines")).isInstanceOf(Ruling.Impossible.class);
        assertThat(records.of(7).state()).isEqualTo(State.SKIPPED);
        assertThat(users(database)).containsExactly(8L);
    }

    @ParameterizedTest
    @MethodSource("dev.standfirst.TestDatabase#each")
    void onceAMailIsInHandNothingIsTakenBack(TestDatabase database) {
        anEdition(database, 7, "2026-11-18");
        ApprovalRecords records = new ApprovalRecords(database.jdbc());
        Approvals approvals = approvals(database, COMPOSED);
        records.ask(7, Plan.of(SEVEN, COMPOSED, AHEAD, LATENESS, Otherwise.SKIP));
        database.jdbc()
                .sql(
                        "insert into delivery (edition_id, state, changed_at, due_at) values (7, 'PENDING', current_timestamp, ?)")
                .param(SEVEN.atOffset(ZoneOffset.UTC))
                .update();

        assertThat(approvals.approve(7, "ines", Set.of())).isInstanceOf(Ruling.Done.class);
        assertThat(database.jdbc()
                        .sql("select next_due_at from edition where id = 7")
                        .query((row, number) ->
                                row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                        .single())
                .isEqualTo(SEVEN);
        database.jdbc().sql("update delivery set state = 'CLAIMED'").update();
        assertThat(approvals.takeBack(7, "ines"))
                .isEqualTo(new Ruling.Impossible(records.of(7), "its first mails left"));
    }

    private static void anEdition(TestDatabase database, long id, String date) {
        database.jdbc()
                .sql(
                        "insert into edition (id, digest, local_date, composed_at, title, subject, preheader, stories, articles,"
                                + " html, body_text, zone) values (?, 'brief', ?, ?, '', '', '', 1, 1, '', '', 'UTC')")
                .params(id, java.time.LocalDate.parse(date), COMPOSED.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static void use(TestDatabase database, long edition) {
        database.jdbc()
                .sql("insert into edition_article (digest, article_id, edition_id, story) values ('brief', 5, ?, 1)")
                .param(edition)
                .update();
    }

    private static List<Long> users(TestDatabase database) {
        return database.jdbc()
                .sql("select edition_id from edition_article")
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private static Approvals approvals(TestDatabase database, Instant now) {
        return new Approvals(
                database.jdbc(),
                new ApprovalRecords(database.jdbc()),
                new SkippedArticles(database.jdbc()),
                database.transactions(),
                Clock.fixed(now, ZoneOffset.UTC));
    }
}
