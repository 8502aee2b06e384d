package dev.standfirst.transfer;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Several choices in one cell: between commas, semicolons or bars, or as a JSON array where one of them has such. */
final class Choices {

    /** What there is room for, in characters. */
    private static final int LONGEST = 2000;

    private static final String BETWEEN = "[,;|\n]";

    private Choices() {}

    /** A text that is no choice. */
    static final class NoChoice extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoChoice(String text) {
            super(text);
        }
    }

    /**
     * Reads a cell.
     *
     * @throws NoChoice where it is too long, or starts as an array and is none
     */
    static List<String> read(String cell) {
        List<String> choices = new ArrayList<>();
        for (String choice : cell.startsWith("[") ? array(cell) : List.of(cell.split(BETWEEN))) {
            if (!choice.isBlank()) {
                choices.add(choice.strip());
            }
        }
        if (String.join("\n", choices).length() > LONGEST) {
            throw new NoChoice("too many choices");
        }
        return choices;
    }

    /** The cell of which {@link #read} makes the same. */
    static String write(List<String> choices) {
        String plain = String.join(", ", choices);
        return read(plain.startsWith("[") ? "" : plain).equals(choices)
                ? plain
                : JsonMapper.shared().writeValueAsString(choices);
    }

    private static List<String> array(String cell) {
        try {
            JsonNode array = JsonMapper.shared().readTree(cell);
            return array.valueStream().map(value -> value.asString("")).toList();
        } catch (JacksonException e) {
            throw new NoChoice("not an array");
        }
    }
}
