package dev.standfirst.transfer;

import dev.standfirst.transfer.ImportReport.Column;
import dev.standfirst.transfer.ImportReport.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells people how a file was read. */
final class Shapes {

    private static final Map<Character, String> SEPARATORS =
            Map.of(',', "comma", ';', "semicolon", '\t', "tab", '|', "bar");

    private Shapes() {}

    static Shape of(PeopleFile file) {
        char separator = file.layout().separator();
        return new Shape(
                file.header().program().name().orElse(""),
                file.layout().charset().name(),
                SEPARATORS.getOrDefault(separator, "\"" + separator + "\""),
                columns(file.header()));
    }

    private static List<Column> columns(Header header) {
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < header.names().size(); column++) {
            columns.add(new Column(header.names().get(column), meaning(header, column)));
        }
        return columns;
    }

    private static String meaning(Header header, int column) {
        for (Map.Entry<Field, Integer> field : header.columns().entrySet()) {
            if (field.getValue() == column) {
                return field.getKey().name().toLowerCase(Locale.ROOT);
            }
        }
        return header.attributes().containsValue(column) ? "attribute" : "";
    }
}
