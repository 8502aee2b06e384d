package dev.standfirst.desk;

import dev.standfirst.desk.DeskForms.Form;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends every value of a folder of lists of hostile input to the forms of the desk: each value to each form once, as
 * one field after the other, so that each field gets its share of every list; and those of SQL as a search of people,
 * where they must find nobody.
 */
final class DeskAttack {

    private static final int MOST_SHOWN = 40;
    private static final String NOBODY = "xyzzy";

    private DeskAttack() {}

    public static void main(String[] args) throws Exception {
        Map<String, List<String>> lists = read(Path.of(args[0]));
        try (DeskSite site = new DeskSite(Files.createTempDirectory("desk"))) {
            HostileFormsTests.fill(site);
            HostileForms forms = new HostileForms(site);
            System.out.printf("%d forms, fields of all: %d%n", forms.forms().size(), fields(forms.forms()));
            for (Map.Entry<String, List<String>> list : lists.entrySet()) {
                int before = forms.faults().size();
                int sent = forms.sent();
                attack(forms, list.getValue());
                if (list.getKey().equals("sql")) {
                    search(forms, list.getValue());
                }
                System.out.printf(
                        "%-12s %5d values, %6d forms sent, %d faults%n",
                        list.getKey(),
                        list.getValue().size(),
                        forms.sent() - sent,
                        forms.faults().size() - before);
            }
            forms.lookAtPages();
            System.out.printf("all %d, faults %d%n", forms.sent(), forms.faults().size());
            forms.faults().stream().limit(MOST_SHOWN).forEach(System.out::println);
        }
        System.exit(0);
    }

    private static int fields(List<Form> forms) {
        return forms.stream().mapToInt(form -> form.fields().size()).sum();
    }

    private static void attack(HostileForms forms, List<String> values) throws Exception {
        int turn = 0;
        for (Form form : forms.forms()) {
            List<String> fields = new ArrayList<>(form.fields().keySet());
            fields.add("file");
            for (String value : values) {
                forms.send(form, fields.get(turn++ % fields.size()), value);
            }
        }
    }

    private static void search(HostileForms forms, List<String> values) throws Exception {
        int nobody = rows(forms, NOBODY);
        for (String value : values) {
            if (!value.isBlank() && rows(forms, value) > nobody) {
                forms.faults().add("/people?q=" + value + ": finds somebody");
            }
        }
    }

    private static int rows(HostileForms forms, String search) throws Exception {
        return Jsoup.parse(forms.ask("/people", Map.of("list", "all", "q", search)).body())
                .select("tbody tr")
                .size();
    }

    /** The values of each list: whatever text a line holds that is not about the case itself. */
    private static Map<String, List<String>> read(Path folder) throws IOException {
        Map<String, List<String>> lists = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".jsonl")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode one = JsonMapper.shared().readTree(line);
                    lists.computeIfAbsent(one.get("list").asString(), name -> new ArrayList<>())
                            .add(value(one));
                }
            }
        }
        return lists;
    }

    private static String value(JsonNode one) {
        if (one.has("body_b64")) {
            byte[] body = Base64.getDecoder().decode(one.get("body_b64").asString());
            return new String(body, StandardCharsets.ISO_8859_1);
        }
        return Stream.of("value", "address", "robots", "url")
                .filter(one::has)
                .map(key -> one.get(key).asString())
                .findFirst()
                .orElse("");
    }
}
