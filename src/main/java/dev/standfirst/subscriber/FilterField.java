package dev.standfirst.subscriber;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The fields that a filter knows by itself. The columns are those of {@code subscriber u} and {@code subscription s}.
 */
enum FilterField {
    ADDRESS("u.normal", Kind.TEXT),
    NAME("lower(u.name)", Kind.TEXT),
    DOMAIN("u.domain", Kind.DOMAIN),
    CREATED("u.created_at", Kind.TIME),
    SUPPRESSED("", Kind.YES_OR_NO),
    STATUS("s.status", Kind.WORD, "unconfirmed confirmed unsubscribed"),
    LIST("s.list_id", Kind.LIST),
    SINCE("s.since", Kind.TIME),
    CHANGED("s.changed_at", Kind.TIME),
    CADENCE("s.cadence", Kind.WORD, "each days weekly"),
    LANGUAGE("lower(s.language)", Kind.EXACT),
    ZONE("lower(s.zone)", Kind.EXACT),
    TOPIC("s.topics_in", Kind.LINE),
    WITHOUT_TOPIC("s.topics_out", Kind.LINE),
    PAUSED("s.paused_until", Kind.DAY);

    private final String column;
    private final Kind kind;
    private final String choices;

    FilterField(String column, Kind kind) {
        this(column, kind, "");
    }

    FilterField(String column, Kind kind, String choices) {
        this.column = column;
        this.kind = kind;
        this.choices = choices;
    }

    /** What its values are. */
    enum Kind {
        TEXT,
        EXACT,
        DOMAIN,
        LIST,
        WORD,
        LINE,
        YES_OR_NO,
        /** A moment; compared by its day in UTC. */
        TIME,
        DAY
    }

    static Optional<FilterField> of(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(field -> field.words().equals(wanted))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(FilterField::words).toList();
    }

    /** As people write it. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String column() {
        return column;
    }

    Kind kind() {
        return kind;
    }

    /** The values that it can have, if they are few. */
    List<String> choices() {
        return List.of(choices.split(" "));
    }

    /** Whether it is a fact of a place on a list, not of the person. */
    boolean ofPlace() {
        return compareTo(STATUS) >= 0;
    }

    boolean isDate() {
        return kind == Kind.TIME || kind == Kind.DAY;
    }
}
