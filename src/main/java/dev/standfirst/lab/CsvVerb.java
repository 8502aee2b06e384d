package dev.standfirst.lab;

import dev.standfirst.transfer.Skipped;
import dev.standfirst.transfer.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code {"body_b64"}} or {@code {"file"}} to the table in it: {@code rows} by the names of its columns, {@code people}
 * whom an import would add to an empty list, {@code rejects}, and {@code error} where nobody can be imported of it.
 */
final class CsvVerb implements LabVerb {

    @Override
    public Map<String, @Nullable Object> answer(JsonNode input) throws IOException {
        if (input.has("file")) {
            return answer(Path.of(input.path("file").asString("")));
        }
        Path file = Files.createTempFile("people", ".csv");
        try {
            Files.write(file, Base64.getDecoder().decode(input.path("body_b64").asString("")));
            return answer(file);
        } finally {
            Files.delete(file);
        }
    }

    private static Map<String, @Nullable Object> answer(Path file) throws IOException {
        Table table = Table.read(file);
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("rows", table.rows());
        answer.put("people", table.people().stream().map(CsvVerb::person).toList());
        answer.put("rejects", table.skipped().stream().map(CsvVerb::reject).toList());
        answer.put("error", table.problem().orElse(null));
        return answer;
    }

    private static Map<String, String> person(Table.Person person) {
        return Map.of("email", person.address(), "name", person.name());
    }

    private static List<Object> reject(Skipped skipped) {
        return List.of(skipped.line(), skipped.value(), skipped.words());
    }
}
