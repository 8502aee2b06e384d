package dev.standfirst.desk;

import dev.standfirst.digest.Draft;
import dev.standfirst.digest.Draft.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form of a digest: what was filled in as a draft, and a draft as what its fields hold. */
final class DraftForm {

    static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    /** So many rows a form may have, and their fields with the others a request. */
    static final int SOURCES = 60;

    static final int TOPICS = 20;

    private static final List<String> RHYTHMS = List.of("daily", "weekdays", "weekends");

    private DraftForm() {}

    /**
     * What was filled in.
     *
     * @param read what the fields held
     * @param act what is done to a row meanwhile: {@code drop.source.2}, {@code up.topic.1}, or anything else
     */
    static Draft read(Call call, Draft read, String act) {
        Map<String, String> values = new HashMap<>();
        Draft.VALUES.forEach(setting -> values.put(setting, call.form().text(setting)));
        values.put("approval", call.form().has("approval") ? "required" : "");
        boolean archived = !read.value("archive").equals("false");
        boolean ticked = call.form().has("archive");
        values.put("archive", archived == ticked ? read.value("archive") : Boolean.toString(ticked));
        Map<String, List<String>> lists = new HashMap<>();
        Draft.LISTS.forEach(setting -> lists.put(setting, lines(call, setting)));
        lists.put("schedule.days", days(call, read));
        if (!call.form().text("schedule.cron").isEmpty()) {
            // It stands for both.
            values.put("schedule.time", "");
            lists.put("schedule.days", List.of());
        }
        return new Draft(values, lists, rows(call, "source", act), rows(call, "topic", act));
    }

    private static List<String> days(Call call, Draft read) {
        String rhythm = call.form().text("schedule.rhythm");
        List<String> chosen = rhythm.equals("some") ? call.form().all("day") : List.of(rhythm);
        boolean same = shortened(read.list("schedule.days")).equals(chosen);
        return same || rhythm.isEmpty() ? (same ? read.list("schedule.days") : List.of()) : chosen;
    }

    private static List<String> shortened(List<String> days) {
        return days.stream()
                .map(day -> day.toLowerCase(Locale.ROOT))
                .map(day -> RHYTHMS.contains(day) ? day : day.substring(0, Math.min(3, day.length())))
                .sorted(java.util.Comparator.comparing(DAYS::indexOf))
                .toList();
    }

    /** One a line. */
    private static List<String> lines(Call call, String field) {
        return call.form()
                .lines(field)
                .lines()
                .map(line -> line.replaceAll("\\p{Cntrl}+", " ").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Those in which anything is filled in. */
    private static List<Row> rows(Call call, String kind, String act) {
        boolean topic = kind.equals("topic");
        List<Row> rows = new ArrayList<>();
        for (int i = 0; call.form().has("%s.%d.name".formatted(kind, i)); i++) {
            String at = "%s.%d.".formatted(kind, i);
            Map<String, String> values = new HashMap<>();
            (topic ? Draft.TOPIC_VALUES : Draft.SOURCE_VALUES)
                    .forEach(key -> values.put(key, call.form().text(at + key)));
            Map<String, List<String>> lists = topic
                    ? Draft.TOPIC_LISTS.stream().collect(Collectors.toMap(key -> key, key -> lines(call, at + key)))
                    : Map.of();
            if (!topic && !Draft.KINDS.contains(values.get("kind"))) {
                values.put("kind", Draft.KINDS.get(0));
            }
            String was = call.form().text(at + "was");
            rows.add(new Row(was.matches("\\d{1,4}") ? Integer.parseInt(was) : -1, values, lists));
        }
        moved(rows, kind, act);
        rows.removeIf(Row::isEmpty);
        return rows;
    }

    private static void moved(List<Row> rows, String kind, String act) {
        for (int i = 0; i < rows.size(); i++) {
            if (act.equals("drop.%s.%d".formatted(kind, i))) {
                rows.set(i, new Row(-1, Map.of(), Map.of()));
            } else if (i > 0 && act.equals("up.%s.%d".formatted(kind, i))) {
                java.util.Collections.swap(rows, i, i - 1);
                return;
            }
        }
    }

    /** What the fields hold, for the page. */
    static Map<String, Object> fields(Draft draft) {
        Map<String, Object> fields = new HashMap<>(draft.values());
        draft.lists().forEach((setting, list) -> fields.put(setting, String.join("\n", list)));
        List<String> days = shortened(draft.list("schedule.days"));
        boolean word = days.size() == 1 && RHYTHMS.contains(days.get(0));
        fields.put("rhythm", days.isEmpty() ? "" : word ? days.get(0) : "some");
        return Map.of(
                "f",
                fields,
                "days",
                word ? List.of() : days,
                "archived",
                !draft.value("archive").equals("false"),
                "approved",
                !draft.value("approval").isEmpty(),
                "sources",
                draft.sources().stream().map(DraftForm::row).toList(),
                "topics",
                draft.topics().stream().map(DraftForm::row).toList());
    }

    private static Map<String, Object> row(Row row) {
        Map<String, Object> fields = new HashMap<>(row.values());
        row.lists().forEach((key, list) -> fields.put(key, String.join("\n", list)));
        fields.put("was", row.was() < 0 ? "" : Integer.toString(row.was()));
        return fields;
    }

    /** Which field a setting is in that the file names: {@code source.2.address} for {@code sources[2].feed}. */
    static String field(String setting) {
        String field = setting.replaceFirst("^sources\\[(\\d+)]", "source.$1")
                .replaceFirst("^topics\\[(\\d+)]", "topic.$1")
                .replaceFirst("\\[\\d+]$", "");
        if (field.matches("(?:source|topic)\\.\\d+")) {
            return field + ".name";
        }
        boolean address =
                field.startsWith("source.") && Draft.KINDS.contains(field.substring(field.lastIndexOf('.') + 1));
        return address
                ? field.substring(0, field.lastIndexOf('.')) + ".address"
                : field.equals("audience.list") ? "audience.lists" : field;
    }

    /** Whether the form has a field. */
    static boolean has(String field) {
        return field.startsWith("source.")
                || field.startsWith("topic.")
                || Stream.concat(Draft.VALUES.stream(), Draft.LISTS.stream()).anyMatch(field::equals);
    }
}
