package dev.standfirst.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person's life on the command line: added, edited, mailed, shown, stopped, erased. */
class PeopleCommandLineIT {

    @TempDir
    private Path folder;

    @Test
    void aPersonIsManagedFromTheFirstDayToTheLast() throws Exception {
        Program program = new Program(Program.home(folder), Map.of("NO_COLOR", "1"));
        assertThat(program.run("lists", "add", "notes", "--title", "Field notes", "--joinable")
                        .out())
                .isEqualTo("The list notes is there now.\nWhile standfirst serve runs, people join at"
                        + " https://standfirst.localhost/s/notes\n");
        program.run("subscribers", "add", "ada@example.org", "--name", "Ada Lark", "--because", "asked at the fair");
        program.run(
                "subscribers", "edit", "ada@example.org", "--set", "city=Port Averil", "--pause-until", "2099-01-01");
        program.run("subscribers", "edit", "ada@example.org", "--pause-until", "now");
        program.run("run", "--date", "2026-11-18");
        program.run("subscribers", "add", "bo@example.org");

        assertThat(program.run("subscribers", "list", "--filter", "city:\"port averil\" domain:example.org")
                        .out())
                .isEqualTo("ada@example.org                    Ada Lark               notes\n");
        assertThat(program.run("subscribers", "show", "ada@example.org").out())
                .contains("Ada Lark, known since ")
                .contains("  city: Port Averil\n")
                .contains("  notes 2026-11-18             sent     250 OK\n")
                .contains("  added (notes): asked at the fair\n");
        assertThat(program.run("who", "notes").out())
                .startsWith("Notes of Wed 18 Nov 2026, for 1 person: 1 sent\n  ada@example.org ")
                .endsWith("1 person more on its lists, left out: standfirst who notes 2026-11-18 --left-out\n");
        assertThat(program.run("who", "notes", "--not-sent", "--json").out())
                .isEqualTo("{\"address\":\"bo@example.org\",\"list\":\"notes\",\"state\":\"LEFT_OUT\","
                        + "\"because\":\"joined after it was composed\"}\n");
        assertThat(program.run("subscribers", "data", "ada@example.org").out())
                .contains("\"because\" : \"asked at the fair\"");

        assertThat(program.run("subscribers", "erase", "ada@example.org").exit())
                .isEqualTo(2);
        assertThat(program.run("subscribers", "erase", "ada@example.org", "--yes")
                        .out())
                .startsWith("Everything that was kept of ada@example.org is erased.\n");
        assertThat(program.run("who", "notes").out()).contains("  (erased) ");
        assertThat(program.run("suppressions", "list").out())
                .startsWith("hash:")
                .doesNotContain("ada");
        assertThat(program.run("subscribers", "add", "ada@example.org").err())
                .startsWith("error: ada@example.org is never mailed: everything of the person was erased\n");
    }

    @Test
    void whoIsNeverMailedIsExportedAndTakenBackAsItWas() throws Exception {
        Program program = new Program(Program.home(folder), Map.of("NO_COLOR", "1"));
        Path file = folder.resolve("never.csv");
        String table = """
                entry,kind,reason,since
                hash:AAAAAAAAAAAAAAAAAAAAAA,ERASED,everything was erased,2026-01-02T03:04:05Z
                lines.example,OPERATOR,"their ""wish"", kept",2026-02-03T04:05:06Z
                """;
        Files.writeString(file, table + "lines.example,NOBODY,,2026-02-03T04:05:06Z\n");
        assertThat(program.run("suppressions", "import", file.toString()).err())
                .contains("  line    4  lines.example,NOBODY,,2026-02-03T04:05:06Z\n");
        assertThat(program.run("suppressions", "list").out()).isEqualTo("Nobody is kept from being mailed.\n");

        Files.writeString(file, table);
        assertThat(program.run("suppressions", "import", file.toString()).out())
                .isEqualTo("2 entries read: 2 are new, 0 were there.\n");
        assertThat(program.run("suppressions", "export").out().replace("\r", ""))
                .isEqualTo(table);

        Files.writeString(file, "Email,Name\nbo@example.org,Bo\n");
        assertThat(program.run("suppressions", "import", file.toString()).out())
                .isEqualTo("1 entries read: 1 are new, 0 were there.\n");
        assertThat(program.run("suppressions", "export").out())
                .contains("bo@example.org,OPERATOR,imported from never.csv,");
    }
}
