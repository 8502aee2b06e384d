package dev.standfirst.lab;

import dev.standfirst.transfer.SafeCell;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code {"value"}} to what an export writes: {@code {"cell"}}, and what an import makes of that: {@code {"back"}}. */
final class CsvExportVerb implements LabVerb {

    @Override
    public Map<String, @Nullable Object> answer(JsonNode input) {
        String cell = SafeCell.close(input.path("value").asString(""));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("cell", cell);
        answer.put("back", SafeCell.open(cell));
        return answer;
    }
}
