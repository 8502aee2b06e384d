package dev.standfirst.desk;

import dev.standfirst.TestDatabase;
import dev.standfirst.account.Role;
import dev.standfirst.subscriber.Lists;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long it takes to do the same with so many people, as a browser that presses each button, on both databases. */
final class BulkBench {


    private BulkBench() {}

    public static void main(String[] args) throws Exception {
        int people = Integer.parseInt(args[0]);
        measure("H2", people);
        TestDatabase database = TestDatabase.postgres();
        // The program makes its tables itself, those of Batch among them.
        database.jdbc().sql("drop schema public cascade").update();
        database.jdbc().sql("create schema public").update();
        try (Connection connection = database.source().getConnection()) {
            System.setProperty("standfirst.database.url", connection.getMetaData().getURL());
            System.setProperty("standfirst.database.username", connection.getMetaData().getUserName());
        }
        measure("PostgreSQL", people);
        // PostgreSQL of the tests ends with the program.
        System.exit(0);
    }

    private static void measure(String name, int people) throws Exception {
        try (DeskSite site = new DeskSite(Files.createTempDirectory("bulk"))) {
            site.bean(Lists.class).require("many");
            site.bean(Lists.class).require("other");
            fill(site, people);
            DeskSite.Browser owner = site.signedIn("owner", Role.OWNER);
            for (String act : List.of("PUT&to=other", "STOP", "LEAVE")) {
                work(name, owner, act);
            }
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            System.out.printf(
                    Locale.ROOT,
                    "%-10s heap %d MB of %d%n",
                    name,
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                    runtime.maxMemory() >> 20);
        }
    }

    private static void work(String name, DeskSite.Browser owner, String act) throws Exception {
        long from = System.nanoTime();
        String page = owner.get("/people/bulk?list=many&which=ALL&act=" + act).body();
        double check = (System.nanoTime() - from) / 1e9;
        double most = 0;
        int requests = 0;
        from = System.nanoTime();
        HttpResponse<String> answer;
        do {
            Map<String, String> form = BulkPageTests.fields(page);
            form.put("consent", "asked at the fair");
            long begin = System.nanoTime();
            answer = owner.post("/people/bulk", form);
            most = Math.max(most, (System.nanoTime() - begin) / 1e9);
            requests++;
            page = answer.body();
        } while (answer.statusCode() == 200);
        System.out.printf(
                Locale.ROOT,
                "%-10s %-14s check %5.2f s, all %6.1f s, %3d requests, longest %5.2f s, %s%n",
                name,
                act,
                check,
                (System.nanoTime() - from) / 1e9,
                requests,
                most,
                answer.headers().firstValue("Location").orElse("?").replaceAll(".*&list=[a-z]+&?", ""));
    }

    private static void fill(DeskSite site, int people) {
        JdbcClient jdbc = site.bean(JdbcClient.class);
        OffsetDateTime now = site.clock().instant().atOffset(ZoneOffset.UTC);
        for (int i = 0; i < people; i += 1000) {
            StringBuilder rows = new StringBuilder();
            for (int j = i; j < Math.min(people, i + 1000); j++) {
                rows.append(rows.isEmpty() ? "" : ",")
                        .append("('b%1$d@example.org', 'b%1$d@example.org', 'example.org', :now, :now)".formatted(j));
            }
            jdbc.sql("insert into subscriber (address, normal, domain, created_at, changed_at) values " + rows)
                    .param("now", now)
                    .update();
        }
        jdbc.sql("""
                insert into subscription (list_id, subscriber_id, status, since, changed_at, cause)
                select l.id, u.id, 'CONFIRMED', :now, :now, '' from subscriber u join list l on l.name = 'many'
                where u.normal like 'b%@example.org' and u.id > 3
                """).param("now", now).update();
    }
}
