package dev.standfirst.digest;

import dev.standfirst.digest.Draft.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a draft into the text of a digest file, setting by setting. */
final class DraftWriter {

    private static final Set<String> DAYS_IN_A_WORD = Set.of("daily", "weekdays", "weekends");

    private final Draft draft;

    DraftWriter(Draft draft) {
        this.draft = draft;
    }

    /** What comes is written before what goes, so that a section keeps its place while its settings change. */
    DigestText over(DigestText before) {
        DigestText text = before;
        for (boolean empty : new boolean[] {false, true}) {
            for (String setting : Draft.VALUES) {
                boolean own = setting.startsWith("approval");
                text = own || draft.value(setting).isEmpty() != empty ? text : text.with(setting, draft.value(setting));
            }
            text = lists(text, empty);
        }
        text = approval(rows(rows(text, "sources", draft.sources()), "topics", draft.topics()));
        return text;
    }

    private DigestText lists(DigestText before, boolean empty) {
        DigestText text = before;
        for (String setting : List.of("words", "without", "schedule.except")) {
            text = draft.list(setting).isEmpty() == empty ? text.withAll(setting, draft.list(setting)) : text;
        }
        text = draft.list("schedule.days").isEmpty() == empty ? days(text) : text;
        return draft.list("audience.lists").isEmpty() == empty ? audience(text) : text;
    }

    /** "Monday" is "mon" there, and any order of days is the same. */
    private DigestText days(DigestText text) {
        List<String> days = draft.list("schedule.days");
        if (shortened(days).equals(shortened(text.values("schedule.days")))) {
            return text;
        }
        boolean word = days.size() == 1 && DAYS_IN_A_WORD.contains(days.get(0));
        return word ? text.with("schedule.days", days.get(0)) : text.withAll("schedule.days", days);
    }

    private static Set<String> shortened(List<String> days) {
        return days.stream()
                .map(day -> day.toLowerCase(Locale.ROOT))
                .map(day -> DAYS_IN_A_WORD.contains(day) ? day : day.substring(0, Math.min(3, day.length())))
                .collect(Collectors.toSet());
    }

    /** One list is written as {@code list}, several as {@code lists}; a file may have both. */
    private DigestText audience(DigestText text) {
        List<String> lists = draft.list("audience.lists");
        List<String> now = new ArrayList<>(text.values("audience.list"));
        now.addAll(text.values("audience.lists"));
        if (lists.equals(now)) {
            return text;
        }
        if (text.has("audience.lists")) {
            DigestText several = lists.isEmpty() ? text : text.withAll("audience.lists", lists);
            return several.without("audience.list").without(lists.isEmpty() ? "audience.lists" : "none");
        }
        if (lists.size() < 2) {
            return text.with("audience.list", lists.isEmpty() ? "" : lists.get(0));
        }
        return text.has("audience.list")
                ? text.renamed("audience.list", "lists").withAll("audience.lists", lists)
                : text.withAll("audience.lists", lists);
    }

    private DigestText approval(DigestText before) {
        if (draft.value("approval").isEmpty()) {
            return before.without("approval");
        }
        String ahead = draft.value("approval.ahead");
        String otherwise = draft.value("approval.otherwise");
        if (ahead.isEmpty() && otherwise.isEmpty()) {
            return before.isMap("approval")
                    ? before.replaced("approval", "required")
                    : before.with("approval", "required");
        }
        DigestText text = before;
        for (String setting : List.of("approval.ahead", "approval.otherwise")) {
            text = draft.value(setting).isEmpty() ? text : text.with(setting, draft.value(setting));
        }
        return text.with("approval.ahead", ahead).with("approval.otherwise", otherwise);
    }

    private static DigestText rows(DigestText before, String list, List<Row> rows) {
        DigestText text = before;
        Set<Integer> kept = new HashSet<>();
        int count = text.count(list);
        List<Integer> places = new ArrayList<>();
        int behind = count;
        for (Row row : rows) {
            boolean known = row.was() >= 0 && row.was() < count && kept.add(row.was());
            text = known
                    ? changed(text, "%s[%d]".formatted(list, row.was()), row)
                    : text.withItem(list, text.count(list), lines(text, list, row));
            places.add(known ? row.was() : behind++);
        }
        List<Integer> gone = IntStream.range(0, count)
                .filter(place -> !kept.contains(place))
                .boxed()
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
        for (int place : gone) {
            text = text.withoutItem(list, place);
        }
        return rows.isEmpty() ? text : text.inOrder(list, ranks(places));
    }

    /** 4, 0, 7 is 1, 0, 2: what is left has no gaps. */
    private static List<Integer> ranks(List<Integer> places) {
        List<Integer> sorted = places.stream().sorted().toList();
        return places.stream().map(sorted::indexOf).toList();
    }

    private static DigestText changed(DigestText text, String at, Row row) {
        return at.startsWith("sources") ? source(text, at, row) : topic(text, at, row);
    }

    private static DigestText source(DigestText before, String at, Row row) {
        String kind = Draft.KINDS.stream()
                .filter(one -> before.has(at + "." + one))
                .findFirst()
                .orElse(row.value("kind"));
        DigestText text = before;
        if (!kind.equals(row.value("kind"))) {
            text = text.renamed(at + "." + kind, row.value("kind"));
        }
        text = row.value("address").isEmpty() ? text : text.with(at + "." + row.value("kind"), row.value("address"));
        return text.with(at + ".name", row.value("name"))
                .with(at + ".topic", row.value("topic"))
                .with(at + ".weight", row.value("weight"));
    }

    private static DigestText topic(DigestText before, String at, Row row) {
        boolean more = row.values().entrySet().stream()
                        .anyMatch(value -> !value.getKey().equals("name")
                                && !value.getValue().isEmpty())
                || row.lists().values().stream().anyMatch(list -> !list.isEmpty());
        if (!before.isMap(at) && !more) {
            boolean same = before.value(at).equals(row.value("name"));
            return same ? before : before.replaced(at, YamlWords.of(row.value("name")));
        }
        DigestText text = before.isMap(at)
                ? before.with(at + ".name", row.value("name"))
                : before.replaced(at, "{name: " + YamlWords.of(row.value("name")) + "}");
        for (String key : Draft.TOPIC_LISTS) {
            text = text.withAll(at + "." + key, row.list(key));
        }
        return text.with(at + ".weight", row.value("weight")).with(at + ".stories", row.value("stories"));
    }

    /** A new row: as many lines as settings, or one line in braces where the others have them. */
    private static List<String> lines(DigestText text, String list, Row row) {
        List<String> lines = new ArrayList<>();
        for (String key : SettingOrder.of(list)) {
            String value = key.equals(row.value("kind")) ? row.value("address") : row.value(key);
            if (!row.list(key).isEmpty()) {
                lines.add(key + ": " + YamlWords.list(row.list(key)));
            } else if (!value.isEmpty()) {
                lines.add(key + ": " + YamlWords.of(value));
            }
        }
        return text.isInBrackets(list) ? List.of("{" + String.join(", ", lines) + "}") : lines;
    }
}
