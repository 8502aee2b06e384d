package dev.standfirst.desk;

import dev.standfirst.TestDatabase;
import dev.standfirst.account.Role;
import dev.standfirst.edition.Editions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the operator's pages take on PostgreSQL with so many people, as many articles and a thousand editions, and
 * the readers' pages at 200 requests a second. Program, database and who asks share the machine.
 */
final class DeskBench {

    private static final int WARM_UP = 20;
    private static final int ASKED = 100;
    private static final int EDITIONS = 1_000;
    private static final int SOURCES = 100;
    private static final Duration PACE = Duration.ofMillis(500);
    private static final int A_SECOND = 200;
    private static final int SECONDS = 20;

    private DeskBench() {}

    public static void main(String[] args) throws Exception {
        int people = Integer.parseInt(args[0]);
        TestDatabase database = TestDatabase.postgres();
        // The program makes its tables itself, those of Batch among them.
        database.jdbc().sql("drop schema public cascade").update();
        database.jdbc().sql("create schema public").update();
        try (Connection connection = database.source().getConnection()) {
            System.setProperty("standfirst.database.url", connection.getMetaData().getURL());
            System.setProperty("standfirst.database.username", connection.getMetaData().getUserName());
        }
        try (DeskSite site = new DeskSite(Files.createTempDirectory("desk"))) {
            fill(site.bean(JdbcClient.class), people);
            System.out.printf("%-58s %8s %8s %8s %8s%n", "", "p50 ms", "p95 ms", "most ms", "KB");
            DeskSite.Browser owner = site.signedIn("owner", Role.OWNER);
            for (Map.Entry<String, String> page : pages(site, people).entrySet()) {
                ask(site, page.getKey(), owner, page.getValue());
            }
            String edition = "/e/brief/" + DeskSite.DATE;
            for (String path : List.of(edition, "/archive/brief", "/s/all")) {
                flood(site.base() + path, path);
            }
        }
        // PostgreSQL of the tests ends with the program.
        System.exit(0);
    }

    private static Map<String, String> pages(DeskSite site, int people) {
        String brief = "/editions/brief/" + DeskSite.DATE;
        long person = site.bean(JdbcClient.class)
                .sql("select id from subscriber where normal = 'ada@example.org'")
                .query(Long.class)
                .single();
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("overview", "/");
        pages.put("digests", "/digests");
        pages.put("a digest", "/digests/brief");
        pages.put("editions", "/editions");
        pages.put("editions, the last page", "/editions?before=60");
        pages.put("an edition", brief);
        pages.put("an edition's mail", brief + "/mail");
        pages.put("change an edition", "/editions/press/" + DeskSite.DATE + "/change");
        pages.put("why an article", brief + "/why/article?q=1");
        pages.put("why a person", brief + "/why/person?q=p" + people / 2 + "@example.org");
        pages.put("runs", "/runs");
        pages.put("a run", "/runs/1");
        pages.put("sources", "/sources");
        pages.put("people", "/people?list=all");
        pages.put("people, from the middle", "/people?list=all&after=" + people / 2);
        pages.put("people by the beginning of an address", "/people?list=all&q=p" + people / 2);
        pages.put("people by a domain", "/people?list=all&q=domain:example.net");
        pages.put("people by what all have", "/people?list=all&q=since%3E2020-01-01");
        pages.put("several people, all of a list", "/people/bulk?list=all&act=LEAVE&which=ALL");
        pages.put("people who left", "/people?list=all&state=UNSUBSCRIBED");
        pages.put("a person", "/people/" + person);
        pages.put("lists", "/lists");
        pages.put("a list", "/lists/all");
        pages.put("imports", "/imports");
        pages.put("who is never mailed", "/suppressed");
        pages.put("mailbox", "/mailbox");
        pages.put("settings", "/settings");
        return pages;
    }

    private static void fill(JdbcClient jdbc, int people) {
        jdbc.sql("""
                insert into subscriber (address, normal, domain, created_at, changed_at)
                select a, a, split_part(a, '@', 2), now(), now() from (
                    select 'p' || x || '@example.' || case when x % 10000 = 0 then 'net' else 'org' end as a
                    from generate_series(1, ?) as x) n
                """).param(people).update();
        jdbc.sql("""
                insert into subscription (list_id, subscriber_id, status, since, changed_at, cause)
                select l.id, u.id, case when u.id % 50 = 0 then 'UNSUBSCRIBED' else 'CONFIRMED' end, now(), now(), ''
                from subscriber u join list l on l.name = 'all' where u.normal like 'p%'
                """).update();
        jdbc.sql("""
                insert into source (location, kind, name)
                select 'https://paper' || x || '.example/feed', 'FEED', 'Paper ' || x from generate_series(1, ?) as x
                """).param(SOURCES).update();
        jdbc.sql("""
                insert into entry (source_id, guid, link, title, first_seen, dated, summary, content, state)
                select s.id, 'guid' || x, 'https://paper.example/' || x, 'Article ' || x,
                       now() - at, now() - at, '', '', 'DONE'
                from (select x, x % 365 * interval '1 day' as at from generate_series(1, ?) as x) a
                join source s on s.name = 'Paper ' || a.x % ? + 1
                """).params(people, SOURCES).update();
        jdbc.sql("""
                insert into article (id, address, title, byline, published, language, site, excerpt, body_text,
                                     body_html, full_text, summarised)
                select e.id, e.link, e.title, '', now(), 'en', '', '', repeat('A sentence of some words. ', 20), '',
                       true, true
                from entry e where e.guid like 'guid%'
                """).update();
        jdbc.sql("""
                insert into edition (digest, local_date, composed_at, title, subject, preheader, stories, articles,
                                     html, body_text, page_html, completed_at)
                select digest, local_date - x, composed_at - x * interval '1 day', title, subject, preheader, stories,
                       articles, html, body_text, page_html, composed_at
                from edition, generate_series(1, ?) as x where digest = 'brief'
                """).param(EDITIONS).update();
        jdbc.sql("""
                insert into delivery (edition_id, subscription_id, subscriber_id, state, attempts, reply, changed_at, due_at)
                select e.id, s.id, s.subscriber_id, 'SENT', 1, '250 OK', now(), now()
                from subscription s, edition e
                where e.digest = 'brief' and e.local_date = ? and s.status = 'CONFIRMED'
                  and not exists (select 1 from delivery d where d.edition_id = e.id and d.subscriber_id = s.subscriber_id)
                """).param(DeskSite.DATE).update();
        jdbc.sql("delete from delivery_count").update();
        jdbc.sql("update list set joinable = true").update();
        // What the database does by itself some time after so many rows came.
        jdbc.sql("vacuum analyze").update();
    }

    private static void ask(DeskSite site, String name, DeskSite.Browser owner, String path) throws Exception {
        List<Double> took = new ArrayList<>();
        int bytes = 0;
        for (int i = 0; i < WARM_UP + ASKED; i++) {
            // The site's clock stands still, and what is kept for some time would be kept for ever.
            site.clock().move(PACE);
            long from = System.nanoTime();
            HttpResponse<String> answer = owner.get(path);
            if (i >= WARM_UP) {
                took.add((System.nanoTime() - from) / 1e6);
            }
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("%s: %d, %s".formatted(path, answer.statusCode(), answer.body()));
            }
            bytes = answer.body().getBytes(StandardCharsets.UTF_8).length;
        }
        print(name, took, bytes);
    }

    /** Requests at their times, whatever became of those before. */
    private static void flood(String address, String name) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        int bytes = client.send(request, BodyHandlers.ofString()).body().length();
        ExecutorService callers = Executors.newFixedThreadPool(32);
        List<Future<Double>> answers = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < A_SECOND * SECONDS; i++) {
            long due = begin + i * (1_000_000_000L / A_SECOND);
            LockSupport.parkNanos(Math.max(0, due - System.nanoTime()));
            answers.add(callers.submit(() -> {
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                return answer.statusCode() == 200 ? (System.nanoTime() - due) / 1e6 : Double.NaN;
            }));
        }
        List<Double> took = new ArrayList<>();
        for (Future<Double> answer : answers) {
            took.add(answer.get());
        }
        callers.shutdown();
        long refused = took.stream().filter(one -> one.isNaN()).count();
        took.removeIf(one -> one.isNaN());
        if (took.isEmpty()) {
            throw new IllegalStateException(name + ": all were refused");
        }
        print("%s, %d a second%s".formatted(name, A_SECOND, refused > 0 ? ", refused " + refused : ""), took, bytes);
    }

    private static void print(String name, List<Double> took, int bytes) {
        Collections.sort(took);
        System.out.printf(
                Locale.ROOT,
                "%-58s %8.1f %8.1f %8.1f %8.1f%n",
                name,
                took.get(took.size() / 2),
                took.get(took.size() * 95 / 100),
                took.get(took.size() - 1),
                bytes / 1000.0);
    }
}
