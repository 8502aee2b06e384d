package dev.standfirst.transfer;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.subscriber.Subscribers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Makes people of rows. */
final class RowReader {

    private static final int SHOWN = 40;

    private final Header header;
    private final Instant now;

    /** @param now no time in a row is after this */
    RowReader(Header header, Instant now) {
        this.header = header;
        this.now = now;
    }

    /** What came of a row. */
    sealed interface Reading {

        /** It describes a person. */
        record Person(Candidate candidate) implements Reading {}

        /** It does not; {@code words} fit behind the cell of the address. */
        record Unusable(SkipReason reason, String words) implements Reading {}
    }

    Reading read(Row row) {
        if (row.width() > header.names().size()) {
            return new Reading.Unusable(
                    SkipReason.NOT_READABLE,
                    "has %d cells, but there are %d columns: put a cell with a separator in it in quotes"
                            .formatted(row.width(), header.names().size()));
        }
        String cell = header.cell(row, Field.EMAIL);
        if (cell.isBlank()) {
            return new Reading.Unusable(SkipReason.NO_ADDRESS, "no address in this row");
        }
        EmailAddress.Parsed parsed = EmailAddress.parse(cell);
        if (parsed instanceof EmailAddress.Parsed.Valid valid) {
            return read(row, valid.address());
        }
        return new Reading.Unusable(SkipReason.NOT_AN_ADDRESS, ((EmailAddress.Parsed.Invalid) parsed).reason());
    }

    private Reading read(Row row, EmailAddress address) {
        Optional<Mark> mark = mark(row);
        if (mark.isEmpty()) {
            return new Reading.Unusable(
                    SkipReason.UNKNOWN_STATUS,
                    "is marked \"%s\" in the file, a status that is not known"
                            .formatted(cut(header.cell(row, Field.STATUS))));
        }
        Wishes wishes = Wishes.of(row, header);
        Map<String, JsonNode> attributes = new LinkedHashMap<>();
        Optional<String> problem = readAttributes(row, wishes, attributes);
        if (problem.isPresent()) {
            return new Reading.Unusable(SkipReason.NOT_READABLE, problem.get());
        }
        return new Reading.Person(new Candidate(
                row.line(),
                address,
                address.normal(),
                name(row),
                mark.get().standing(),
                mark.get().words(),
                times(row, attributes),
                attributes,
                wishes));
    }

    /** How a row says that a person stands, and the word or column that says so. */
    private record Mark(Standing standing, String words) {}

    private Optional<Mark> mark(Row row) {
        for (Program.Sign sign : header.program().signs()) {
            int column = header.keys().indexOf(sign.column());
            String cell = row.cell(column);
            if (!cell.isBlank() && (sign.word().isEmpty() || Field.key(cell).equals(sign.word()))) {
                return Optional.of(new Mark(sign.standing(), header.names().get(column)));
            }
        }
        String word = header.cell(row, Field.STATUS);
        return word.isBlank()
                ? Optional.of(new Mark(Standing.ACTIVE, ""))
                : header.program().standing(word).map(standing -> new Mark(standing, cut(word)));
    }

    /** In some languages "name" is the family name, where there is a column of first names beside it. */
    private String name(Row row) {
        String name = header.cell(row, Field.NAME);
        String first = header.cell(row, Field.FIRST_NAME);
        String last = header.cell(row, Field.LAST_NAME);
        boolean familyName = header.has(Field.FIRST_NAME) && !header.has(Field.LAST_NAME) && !name.startsWith(first);
        String whole = name.isBlank() || familyName ? first + " " + (familyName ? name : last) : name;
        return whole.isBlank() ? "" : Subscribers.tidy(whole);
    }

    private Candidate.Times times(Row row, Map<String, JsonNode> attributes) {
        return new Candidate.Times(
                time(row, Field.CREATED_AT, attributes),
                time(row, Field.SUBSCRIBED_AT, attributes),
                time(row, Field.CONFIRMED_AT, attributes),
                header.has(Field.LEFT_AT) ? WrittenTime.read(header.cell(row, Field.LEFT_AT), now) : Optional.empty());
    }

    /** A time that cannot be read stays as an attribute, so that nothing is lost. */
    private Optional<Instant> time(Row row, Field field, Map<String, JsonNode> attributes) {
        String cell = header.has(field) ? header.cell(row, field) : "";
        Optional<Instant> time = WrittenTime.read(cell, now);
        if (time.isEmpty() && !cell.isBlank()) {
            attributes.putIfAbsent(Attributes.name(field), Attributes.text(cell));
        }
        return time;
    }

    /** Fills in what is told of a person; nothing is wrong where it comes back empty. */
    private Optional<String> readAttributes(Row row, Wishes wishes, Map<String, JsonNode> attributes) {
        header.attributes().forEach((name, column) -> {
            String cell = row.cell(column);
            if (!cell.isEmpty()) {
                attributes.put(name, Attributes.text(cell));
            }
        });
        wishes.unread().forEach((field, cell) -> attributes.putIfAbsent(Attributes.name(field), Attributes.text(cell)));
        String cell = header.cell(row, Field.ATTRIBUTES);
        if (!cell.isBlank()) {
            Optional<Map<String, JsonNode>> told = Attributes.read(cell);
            if (told.isEmpty()) {
                return Optional.of("the attributes are not a JSON object");
            }
            attributes.putAll(told.get());
        }
        return attributes.isEmpty() || Attributes.fit(attributes)
                ? Optional.empty()
                : Optional.of("the attributes are longer than %,d characters".formatted(Attributes.LONGEST));
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…";
    }
}
