package dev.standfirst.subscriber;

import dev.standfirst.subscriber.Condition.And;
import dev.standfirst.subscriber.Condition.Attribute;
import dev.standfirst.subscriber.Condition.Between;
import dev.standfirst.subscriber.Condition.Compare;
import dev.standfirst.subscriber.Condition.Match;
import dev.standfirst.subscriber.Condition.Not;
import dev.standfirst.subscriber.Condition.Or;
import dev.standfirst.subscriber.Condition.Wanted;
import dev.standfirst.subscriber.Condition.Word;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A filter as a condition of SQL, the same for H2 and PostgreSQL. Its text is made of what stands in this file and in
 * {@link FilterField}; what was typed is bound, never part of the text.
 */
final class FilterSql {

    private static final String ON_A_PLACE =
            "exists (select 1 from subscription s where s.subscriber_id = u.id and %s)";
    private static final String EVERYBODY = "1 = 1";

    private final boolean rowsArePlaces;
    private final Map<String, Object> values = new HashMap<>();
    private final String text;

    private FilterSql(Filter filter, boolean rowsArePlaces) {
        this.rowsArePlaces = rowsArePlaces;
        this.text = "(" + compile(filter.condition()) + ")";
    }

    /** Over rows of {@code subscriber u}. */
    static FilterSql ofPeople(Filter filter) {
        return new FilterSql(filter, false);
    }

    /** Over rows of {@code subscription s} joined with {@code subscriber u}. */
    static FilterSql ofPlaces(Filter filter) {
        return new FilterSql(filter, true);
    }

    /** In parentheses. */
    String text() {
        return text;
    }

    /** By the names that stand in the text. */
    Map<String, Object> values() {
        return Map.copyOf(values);
    }

    private String compile(Condition condition) {
        if (rowsArePlaces) {
            return direct(condition);
        }
        if (isOfOnePlace(condition)) {
            return ON_A_PLACE.formatted(direct(condition));
        }
        if (condition instanceof And and) {
            return compileTogether(and);
        }
        if (condition instanceof Or or) {
            return joined(or.parts().stream().map(this::compile).toList(), " or ");
        }
        return condition instanceof Not not ? "not " + compile(not.part()) : direct(condition);
    }

    /** What is said of places side by side is said of one and the same place. */
    private String compileTogether(And and) {
        List<Condition> ofPlace =
                and.parts().stream().filter(FilterSql::isOfOnePlace).toList();
        List<String> parts = new ArrayList<>();
        if (!ofPlace.isEmpty()) {
            parts.add(ON_A_PLACE.formatted(direct(new And(ofPlace))));
        }
        and.parts().stream()
                .filter(part -> !isOfOnePlace(part))
                .map(this::compile)
                .forEach(parts::add);
        return joined(parts, " and ");
    }

    private static boolean isOfOnePlace(Condition condition) {
        if (condition instanceof And and) {
            return !and.parts().isEmpty() && and.parts().stream().allMatch(FilterSql::isOfOnePlace);
        }
        if (condition instanceof Or or) {
            return or.parts().stream().allMatch(FilterSql::isOfOnePlace);
        }
        if (condition instanceof Compare compare) {
            return compare.field().ofPlace();
        }
        return condition instanceof Between between && between.field().ofPlace();
    }

    private String direct(Condition condition) {
        if (condition instanceof And and) {
            return joined(and.parts().stream().map(this::direct).toList(), " and ");
        }
        if (condition instanceof Or or) {
            return joined(or.parts().stream().map(this::direct).toList(), " or ");
        }
        if (condition instanceof Not not) {
            return "not " + direct(not.part());
        }
        return "(" + leaf(condition) + ")";
    }

    private String leaf(Condition condition) {
        if (condition instanceof Word word) {
            return like("u.normal", word.wanted()) + " or " + like("lower(u.name)", word.wanted());
        }
        if (condition instanceof Attribute attribute) {
            return attribute(attribute);
        }
        if (condition instanceof Between between) {
            return between(between);
        }
        Compare compare = (Compare) condition;
        return (compare.equal() ? "" : "not ") + "(" + comparison(compare.field(), compare.wanted()) + ")";
    }

    private String comparison(FilterField field, Wanted wanted) {
        return switch (field.kind()) {
            case TEXT -> like(field.column(), wanted);
            case LIST ->
                field.column() + " = coalesce((select l.id from list l where l.name = " + bind(wanted.text()) + "), 0)";
            case LINE ->
                like(
                        "'\n' || lower(" + field.column() + ") || '\n'",
                        new Wanted("\n" + wanted.text() + "\n", Match.ANYWHERE));
            case YES_OR_NO -> "not (" + Suppressions.NOT_SUPPRESSED + ")";
            default -> field.column() + " = " + bind(wanted.text());
        };
    }

    private String like(String column, Wanted wanted) {
        if (wanted.match() == Match.WHOLE) {
            return column + " = " + bind(wanted.text());
        }
        String start = wanted.match() == Match.ANYWHERE ? "%" : "";
        return column + " like " + bind(start + escaped(wanted.text()) + "%") + " escape '!'";
    }

    /**
     * Attributes are JSON without white space, in which no text holds a quotation mark without a backslash before it.
     */
    private String attribute(Attribute attribute) {
        String any = JsonPattern.of(attribute).stream()
                .map(pattern -> "lower(u.attributes) like " + bind(pattern) + " escape '!'")
                .collect(Collectors.joining(" or "));
        return attribute.equal() ? any : "not (" + any + ")";
    }

    private String between(Between between) {
        List<String> parts = new ArrayList<>();
        between.from().ifPresent(day -> parts.add(between.field().column() + " >= " + bind(moment(between, day))));
        between.before().ifPresent(day -> parts.add(between.field().column() + " < " + bind(moment(between, day))));
        return String.join(" and ", parts);
    }

    private static Object moment(Between between, LocalDate day) {
        return between.field().kind() == FilterField.Kind.DAY
                ? day
                : day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private String bind(Object value) {
        String name = "f" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    private static String joined(List<String> parts, String word) {
        return parts.isEmpty() ? EVERYBODY : "(" + String.join(word, parts) + ")";
    }
}
