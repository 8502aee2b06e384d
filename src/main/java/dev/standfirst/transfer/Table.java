package dev.standfirst.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A small file as an import reads it, whole, without a database.
 *
 * @param rows its rows below the header, cells by the names of their columns
 * @param people those whom an import would add to an empty list
 * @param skipped rows that add nobody
 * @param problem why nobody can be imported of it, if so
 */
public record Table(
        List<Map<String, String>> rows, List<Person> people, List<Skipped> skipped, Optional<String> problem) {

    public Table {
        rows = List.copyOf(rows);
        people = List.copyOf(people);
        skipped = List.copyOf(skipped);
    }

    /** Somebody in the file. */
    public record Person(String address, String name) {}

    /** Reads a file of which everything fits into memory; its rows also where it has no column of addresses. */
    public static Table read(Path path) throws IOException {
        try {
            return read(PeopleFile.open(path, Optional.empty()));
        } catch (FileProblem e) {
            return new Table(rowsWithoutPeople(path), List.of(), List.of(), Optional.of(e.what() + ". " + e.remedy()));
        }
    }

    private static List<Map<String, String>> rowsWithoutPeople(Path path) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try {
            Survey survey = Survey.of(path, Optional.empty());
            try (Rows table = Rows.open(path, new Rows.Layout(survey.charset(), survey.mark(), ',', false))) {
                Row names = table.next();
                for (Row row = names == null ? null : table.next(); row != null; row = table.next()) {
                    rows.add(named(row, names == null ? List.of() : names.cells()));
                }
            }
        } catch (FileProblem e) {
            rows.clear();
        }
        return rows;
    }

    private static Table read(PeopleFile file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        List<Person> people = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        try (Pass pass = Pass.over(file, new RowReader(file.header(), Instant.MAX))) {
            for (List<Pass.Item> piece = pass.next(); !piece.isEmpty(); piece = pass.next()) {
                piece.forEach(item -> {
                    rows.add(named(item.row(), file.header().names()));
                    sort(item, file.header(), people, skipped);
                });
            }
        }
        return new Table(rows, people, skipped, Optional.empty());
    }

    private static void sort(Pass.Item item, Header header, List<Person> people, List<Skipped> skipped) {
        if (item.reading() instanceof RowReader.Reading.Person person) {
            people.add(new Person(
                    person.candidate().address().value(), person.candidate().name()));
        } else {
            RowReader.Reading.Unusable unusable = (RowReader.Reading.Unusable) item.reading();
            skipped.add(new Skipped(
                    item.row().line(), header.cell(item.row(), Field.EMAIL), unusable.reason(), unusable.words()));
        }
    }

    private static Map<String, String> named(Row row, List<String> names) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int column = 0; column < names.size(); column++) {
            cells.put(names.get(column), row.cell(column));
        }
        return cells;
    }
}
