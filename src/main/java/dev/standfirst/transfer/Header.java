package dev.standfirst.transfer;

import dev.standfirst.mail.EmailAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the columns of a file mean.
 *
 * @param names the names of the columns from the left, as the file has them or as they are made up
 * @param keys the same, as {@link Field#key} makes them
 * @param columns where each field stands
 * @param attributes columns that are no field, by the name of the attribute they become
 * @param program what wrote the file
 * @param inFile whether the first row only names the columns
 */
record Header(
        List<String> names,
        List<String> keys,
        Map<Field, Integer> columns,
        Map<String, Integer> attributes,
        Program program,
        boolean inFile) {

    private static final int NAME_LENGTH = 100;

    Header {
        names = List.copyOf(names);
        keys = List.copyOf(keys);
        columns = Map.copyOf(columns);
    }

    /** Of a row that names the columns; nothing where none of them is an address. */
    static Optional<Header> named(Row first) {
        List<String> keys = first.cells().stream().map(Field::key).toList();
        if (Field.EMAIL.in(keys).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(of(first.cells(), keys, fields(keys)));
    }

    /** Of rows without a header: the address is where there is one, and the name is beside it. */
    static Optional<Header> unnamed(Row first) {
        for (int column = 0; column < first.cells().size(); column++) {
            if (isAddress(first.cell(column))) {
                return Optional.of(unnamed(first.cells().size(), column));
            }
        }
        return Optional.empty();
    }

    /** Of a row that names the columns, none of them an address, above cells that are addresses. */
    static Optional<Header> guessed(Row first, List<Row> below) {
        for (int column = 0; column < first.cells().size(); column++) {
            int at = column;
            if (!below.isEmpty() && below.stream().allMatch(row -> isAddress(row.cell(at)))) {
                List<String> keys = first.cells().stream().map(Field::key).toList();
                Map<Field, Integer> fields = fields(keys);
                fields.put(Field.EMAIL, at);
                return Optional.of(of(first.cells(), keys, fields));
            }
        }
        return Optional.empty();
    }

    /** What a row has for a field, empty where there is none. */
    String cell(Row row, Field field) {
        return row.cell(columns.getOrDefault(field, -1));
    }

    boolean has(Field field) {
        return columns.containsKey(field);
    }

    private static boolean isAddress(String cell) {
        return cell.indexOf('@') > 0 && EmailAddress.parse(cell) instanceof EmailAddress.Parsed.Valid;
    }

    private static Header unnamed(int width, int address) {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            names.add("column " + (column + 1));
        }
        int name = address + 1 < width ? address + 1 : address - 1;
        names.set(address, "email");
        if (name >= 0) {
            names.set(name, "name");
        }
        List<String> keys = names.stream().map(Field::key).toList();
        Header header = of(names, keys, fields(keys));
        return new Header(names, keys, header.columns(), header.attributes(), header.program(), false);
    }

    private static Map<Field, Integer> fields(List<String> keys) {
        Map<Field, Integer> fields = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            field.in(keys).ifPresent(column -> fields.put(field, column));
        }
        return fields;
    }

    private static Header of(List<String> names, List<String> keys, Map<Field, Integer> fields) {
        Program program = Program.of(keys);
        program.statusColumn().ifPresent(column -> fields.put(Field.STATUS, keys.indexOf(column)));
        Map<String, Integer> attributes = new LinkedHashMap<>();
        for (int column = 0; column < names.size(); column++) {
            if (!fields.containsValue(column) && !program.drops(keys.get(column))) {
                attributes.putIfAbsent(attributeName(names.get(column), column), column);
            }
        }
        return new Header(names, keys, fields, attributes, program, true);
    }

    private static String attributeName(String name, int column) {
        String line = name.replaceAll("\\p{Cntrl}+", " ").strip();
        if (line.isEmpty()) {
            return "column " + (column + 1);
        }
        return line.length() <= NAME_LENGTH ? line : line.substring(0, NAME_LENGTH);
    }
}
