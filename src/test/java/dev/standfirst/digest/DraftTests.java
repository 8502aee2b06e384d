package dev.standfirst.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.digest.DigestText.ByHand;
import dev.standfirst.digest.Draft.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings changed in the text of a digest file: what was not changed stays, byte by byte. */
class DraftTests {

    private static final String FILE = """
            # Our morning.
            title: Morning Brief   # as readers see it
            language: en

            sources:               # where it comes from
              - name: "Harbour Times"     # the first
                feed: https://harbour.example/feed
                topic: Coast
              # the second is slow
              - {name: Field Notes, folder: notes}   # braces

            words: [reef, "tidal barrage"]  # wanted
            without:
              - horoscope   # never
              - 'stars'

            schedule:
              time: "07:00"   # early
              days: daily
              # cron: "0 7 * * 1-5"

            audience: {list: morning, seed: people.csv}
            sender:
              address: brief@example.org
            """;

    @Test
    void whatIsNotChangedStaysAsItIs() throws IOException {
        for (Path file : List.of(Path.of("jobs/sample.yaml"))) {
            String text = Files.readString(file);
            assertThat(Draft.of(DigestText.of(text)).over(DigestText.of(text)).text())
                    .isEqualTo(text);
        }
        assertThat(changed(FILE, "", "")).isEqualTo(FILE);
        assertThat(changed(FILE.replace("\n", "\r\n"), "", "")).isEqualTo(FILE.replace("\n", "\r\n"));
    }

    /** A setting, its value, the line that was there and what is there then; nothing else of the file is different. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "title             | Evening Brief | title: Morning Brief   #  | title: Evening Brief   #",
                "title             | A: B #c       | title: Morning Brief   #  | title: \"A: B #c\"   #",
                "title             | It's \"x\"    | title: Morning Brief   #  | title: \"It's \\\"x\\\"\"   #",
                "title             | no            | title: Morning Brief   #  | title: \"no\"   #",
                "title             | Ünï 😀        | title: Morning Brief   #  | title: \"Ünï 😀\"   #",
                "language          | de            | language: en              | language: de",
                "schedule.time     | 06:30         | time: \"07:00\"   # early | time: \"06:30\"   # early",
                "schedule.zone     | Europe/Berlin | \"07:00\"   # early       | \"07:00\"   # early\\n  zone: Europe/Berlin",
                "schedule.late     | 2h            | days: daily   | days: daily\\n  late: 2h",
                "schedule.between  | 06:00-22:00   | days: daily   | days: daily\\n  between: \"06:00-22:00\"",
                "audience.seed     | ~~            | , seed: people.csv        | ~~",
                "audience.seed     | more.csv      | seed: people.csv          | seed: more.csv",
                "sender.name       | Ada           | ~  address: brief~        | ~  name: Ada\\n  address: brief~",
                "sender.reply-to   | desk@e.org    | brief@example.org         | brief@example.org\\n  reply-to: desk@e.org",
                "approval          | required      | brief@example.org\\n      | brief@example.org\\n\\napproval: required\\n",
                "approval.ahead    | 3h            | brief@example.org\\n      | brief@example.org\\n\\napproval:\\n  ahead: 3h\\n",
                "window            | 36h           | # cron: \"0 7 * * 1-5\"   | # cron: \"0 7 * * 1-5\"\\n\\nwindow: 36h",
                "length.stories    | 8             | # cron: \"0 7 * * 1-5\"   | # cron: \"0 7 * * 1-5\"\\n\\nlength:\\n  stories: 8",
                "language          | ~~            | language: en\\n           | ~~",
                "archive           | false         | brief@example.org\\n      | brief@example.org\\n\\narchive: false\\n",
            })
    void oneSettingChangesItsOwnPlaceAlone(String setting, String value, String before, String after) {
        String was = before.replace("\\n", "\n");
        assertThat(FILE).containsOnlyOnce(was);
        assertThat(changed(FILE, setting, value)).isEqualTo(FILE.replace(was, after.replace("\\n", "\n")));
        String crlf = FILE.replace("\n", "\r\n");
        assertThat(changed(crlf, setting, value))
                .isEqualTo(FILE.replace(was, after.replace("\\n", "\n")).replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "words           | reef              | [reef, \"tidal barrage\"]    | [reef]",
                "words           | tidal barrage     | [reef, \"tidal barrage\"]    | [\"tidal barrage\"]",
                "words           | reef;tidal barrage;ferr* | \"tidal barrage\"]    | \"tidal barrage\", ferr*]",
                "words           | a;reef;tidal barrage | [reef,                    | [a, reef,",
                "words           | tidal barrage;reef | [reef, \"tidal barrage\"]   | [tidal barrage, reef]",
                "words           | ~~                | words: [reef, \"tidal barrage\"]  # wanted\\n | ~~",
                "without         | horoscope         | ~  - 'stars'\\n~             | ~~",
                "without         | stars             | ~  - horoscope   # never\\n~ | ~~",
                "without         | horoscope;stars;x: y | ~  - 'stars'~             | ~  - 'stars'\\n  - \"x: y\"~",
                "without         | moon              | without:\\n  - horoscope   # never\\n  - 'stars' | without: [moon]",
                "schedule.days   | mon;fri           | days: daily                  | days: [mon, fri]",
                "schedule.days   | sun               | days: daily                  | days: [sun]",
                "schedule.days   | weekends          | days: daily                  | days: weekends",
                "schedule.except | 2026-12-25;2026-12-31..2027-01-01 | days: daily | days: daily\\n  except: [2026-12-25, 2026-12-31..2027-01-01]",
                "audience.lists  | evening           | list: morning                | list: evening",
                "audience.lists  | morning;evening   | list: morning                | lists: [morning, evening]",
                "audience.lists  | ~~                | list: morning, seed          | seed",
            })
    void oneListChangesItsOwnPlaceAlone(String setting, String values, String before, String after) {
        String was = before.replace("\\n", "\n");
        assertThat(FILE).containsOnlyOnce(was);
        List<String> list = values.isEmpty() ? List.of() : List.of(values.split(";"));
        assertThat(with(FILE, draft -> listed(draft, setting, list)))
                .isEqualTo(FILE.replace(was, after.replace("\\n", "\n")));
    }

    @Test
    void sourcesAreAddedChangedMovedAndRemoved() {
        assertThat(with(FILE, draft -> sourced(draft, 0, "topic", "Sea: 1")))
                .isEqualTo(FILE.replace("topic: Coast", "topic: \"Sea: 1\""));
        assertThat(with(FILE, draft -> sourced(draft, 0, "weight", "2")))
                .isEqualTo(FILE.replace("topic: Coast", "topic: Coast\n    weight: 2"));
        assertThat(with(FILE, draft -> sourced(draft, 1, "weight", "0.5")))
                .isEqualTo(FILE.replace("folder: notes}", "folder: notes, weight: 0.5}"));
        assertThat(with(FILE, draft -> sourced(draft, 0, "kind", "page")))
                .isEqualTo(FILE.replace("    feed: https", "    page: https"));
        assertThat(with(FILE, draft -> sources(draft, List.of(draft.sources().get(1)))))
                .isEqualTo(FILE.replaceAll("(?s)  - name: \"Harbour.*Coast\\n", ""));
    }

    @Test
    void aNewSourceIsWrittenAsTheLastOneIs() {
        Row lantern = new Row(
                -1,
                Map.of("name", "Lantern", "kind", "page", "address", "https://lantern.example/", "topic", ""),
                Map.of());
        assertThat(with(
                        FILE,
                        draft -> sources(
                                draft,
                                List.of(draft.sources().get(0), draft.sources().get(1), lantern))))
                .isEqualTo(
                        FILE.replace("# braces\n", "# braces\n  - {name: Lantern, page: https://lantern.example/}\n"));
        String block = "title: T\nsources:\n- name: A\n  feed: a.xml";
        assertThat(with(block, draft -> sources(draft, List.of(draft.sources().get(0), lantern))))
                .isEqualTo(block + "\n- name: Lantern\n  page: https://lantern.example/");
        assertThat(with("title: T\nsources: []\n", draft -> sources(draft, List.of(lantern))))
                .isEqualTo("title: T\n\nsources:\n  - name: Lantern\n    page: https://lantern.example/\n");
        assertThat(with("title: T\nsources:  # none\n", draft -> sources(draft, List.of(lantern))))
                .isEqualTo("title: T\n\nsources:\n  - name: Lantern\n    page: https://lantern.example/\n");
    }

    @Test
    void topicsMoveWithTheirComments() {
        String text = """
                title: T
                topics:
                  - name: Coast   # first
                    words: [ferr*]
                  # about Science
                  - Science
                  - name: City
                    stories: 4
                """;
        assertThat(with(
                        text,
                        draft -> topics(
                                draft,
                                List.of(draft.topics().get(2), draft.topics().get(0)))))
                .isEqualTo("""
                        title: T
                        topics:
                          - name: City
                            stories: 4
                          - name: Coast   # first
                            words: [ferr*]
                          # about Science
                        """);
        Row science = new Row(1, Map.of("name", "Science", "weight", "2"), Map.of("words", List.of("*hafen")));
        assertThat(with(
                        text,
                        draft -> topics(
                                draft,
                                List.of(
                                        draft.topics().get(0),
                                        science,
                                        draft.topics().get(2)))))
                .isEqualTo(text.replace("- Science", "- {name: Science, words: [\"*hafen\"], weight: 2}"));
    }

    @Test
    void aWholeDigestIsWrittenFromNothing() {
        Map<String, String> values = new HashMap<>(Map.of(
                "title", "Evening: news",
                "language", "de",
                "schedule.time", "18:00",
                "schedule.zone", "Europe/Berlin",
                "sender.address", "e@example.org",
                "approval", "required",
                "archive", "false"));
        Row source = new Row(-1, Map.of("name", "A", "kind", "feed", "address", "https://a.example/#f"), Map.of());
        Draft draft = new Draft(
                values,
                Map.of("schedule.days", List.of("weekdays"), "words", List.of("reef"), "audience.lists", List.of("e")),
                List.of(source),
                List.of());
        assertThat(draft.over(DigestText.of("")).text()).isEqualTo("""
                title: "Evening: news"
                language: de

                sources:
                  - name: A
                    feed: "https://a.example/#f"

                words: [reef]

                schedule:
                  time: "18:00"
                  zone: Europe/Berlin
                  days: weekdays

                audience:
                  list: e

                sender:
                  address: e@example.org

                approval: required
                archive: false
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\nsources: []",
                "x: y",
                "- x",
                "? x",
                "x?y",
                "https://x.example?@y",
                "x # y",
                "#x",
                "'",
                "\"",
                "{x}",
                "[x",
                "&a",
                "*a",
                "!!int 3",
                "| x",
                "%x",
                "@x",
                "`x",
                "a, b",
                "null",
                "~",
                "0x10",
                "1_000",
                "12:30",
                "x\u0000y",
                "x\u2028y",
                "x\u0085y",
                "\uFEFFx",
                "\uD800",
                "x\\n",
                "...",
                "---",
                "<b>&amp;</b>",
                " - "
            })
    void noTitleIsAnythingElseThanATitle(String title) {
        for (String text : List.of(
                FILE,
                FILE.replace("Morning Brief   #", "'M'   #"),
                FILE.replace("g Brief   #", "\"   #").replace("title: M", "title: \"M"))) {
            DigestText changed = DigestText.of(text).with("title", title);
            assertThat(changed.value("title"))
                    .isEqualTo(title.replace('\uD800', '\uFFFD')
                            .replaceAll("[\\p{Cntrl}\\s]+", " ")
                            .strip());
            assertThat(changed.values("words")).isEqualTo(List.of("reef", "tidal barrage"));
            assertThat(changed.count("sources")).isEqualTo(2);
            assertThat(changed.withAll("words", List.of("reef", title)).values("words"))
                    .hasSize(2);
            assertThat(changed.with("audience.list", title).value("audience.seed"))
                    .isEqualTo("people.csv");
        }
    }

    @Test
    void textOverSeveralLinesIsReplacedWhole() {
        String text = "title: >  # folded\n  Morning\n  Brief\n\nlanguage: en\n";
        assertThat(changed(text, "language", "de")).isEqualTo(text.replace("en\n", "de\n"));
        assertThat(changed(text, "title", "X: y")).isEqualTo("title: \"X: y\"\n\nlanguage: en\n");
        assertThat(changed("title: T\nlanguage:\nmemory: 7d", "language", "de"))
                .isEqualTo("title: T\nlanguage: de\nmemory: 7d");
        assertThat(changed("title: T\nmemory: 7d", "memory", "")).isEqualTo("title: T");
        assertThat(changed("title: T\nsender:\n  address: a@e.org\n  postal: X\n\nmemory: 7d\n", "sender.postal", ""))
                .isEqualTo("title: T\nsender:\n  address: a@e.org\n\nmemory: 7d\n");
        assertThat(changed("title: T\n\nlength:\n  top: 2\n\nmemory: 7d\n", "length.top", ""))
                .isEqualTo("title: T\n\nmemory: 7d\n");
        assertThat(changed("title: T\nlength:   # how much\nmemory: 7d\n", "length.top", "2"))
                .isEqualTo("title: T\nlength:   # how much\n  top: 2\nmemory: 7d\n");
        assertThat(changed("title: T\nlength: {}\n", "length.top", "2")).isEqualTo("title: T\nlength: {top: 2}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title: [                               | NOT_YAML",
                "title: &a T\\nlanguage: *a             | ANCHORS",
                "a: &x {list: l}\\naudience:\\n  <<: *x | ANCHORS",
                "title: !!str T                         | ANCHORS",
                "title: T\\n...                         | DOCUMENTS",
                "%YAML 1.1\\n---\\ntitle: T             | DOCUMENTS",
                "title: T\\n---\\ntitle: U              | NOT_YAML",
                "title: T\\ntitle: U                    | SHAPE",
                "title: [a, b]                          | SHAPE",
                "schedule: 07:00                        | SHAPE",
                "sources: {a: b}                        | SHAPE",
                "sources: [a]                           | SHAPE",
                "sources:\\n  - # one\\n    name: A     | SHAPE",
                "{title: T}                             | SHAPE",
                "? title\\n: T                          | SHAPE",
                "- a                                    | SHAPE",
            })
    void aFileThatIsNotPlainIsLeftToHands(String text, ByHand why) {
        assertThat(DigestText.obstacle(text.replace("\\n", "\n"))).contains(why);
    }

    @Test
    void whatTwoPeopleChangedIsJoinedSettingBySetting() {
        Draft read = Draft.of(DigestText.of(FILE));
        Draft mine = sourced(set(read, "title", "Mine"), 1, "weight", "2");
        String theirs = FILE.replace("language: en", "language: de")
                .replace("  - name: \"Harbour", "  - {name: New, feed: n.xml}\n  - name: \"Harbour");
        Draft joined = mine.onto(read, Draft.of(DigestText.of(theirs)));
        assertThat(joined.value("title")).isEqualTo("Mine");
        assertThat(joined.value("language")).isEqualTo("de");
        assertThat(joined.sources()).extracting(Row::was).containsExactly(1, 2);
        assertThat(set(read, "title", "Mine")
                        .onto(read, Draft.of(DigestText.of(theirs)))
                        .sources())
                .hasSize(3);
    }

    private static String changed(String text, String setting, String value) {
        return with(
                text,
                draft -> set(
                        set(draft, setting, value),
                        setting.startsWith("approval.") ? "approval" : setting,
                        setting.startsWith("approval.") ? "required" : value));
    }

    private static String with(String text, UnaryOperator<Draft> change) {
        DigestText before = DigestText.of(text);
        return change.apply(Draft.of(before)).over(before).text();
    }

    private static Draft set(Draft draft, String setting, String value) {
        Map<String, String> values = new HashMap<>(draft.values());
        values.put(setting, value);
        return new Draft(values, draft.lists(), draft.sources(), draft.topics());
    }

    private static Draft listed(Draft draft, String setting, List<String> list) {
        Map<String, List<String>> lists = new HashMap<>(draft.lists());
        lists.put(setting, list);
        return new Draft(draft.values(), lists, draft.sources(), draft.topics());
    }

    private static Draft sources(Draft draft, List<Row> rows) {
        return new Draft(draft.values(), draft.lists(), rows, draft.topics());
    }

    private static Draft topics(Draft draft, List<Row> rows) {
        return new Draft(draft.values(), draft.lists(), draft.sources(), rows);
    }

    private static Draft sourced(Draft draft, int index, String key, String value) {
        List<Row> rows = new ArrayList<>(draft.sources());
        Map<String, String> values = new HashMap<>(rows.get(index).values());
        values.put(key, value);
        rows.set(index, new Row(rows.get(index).was(), values, Map.of()));
        return sources(draft, rows);
    }
}
