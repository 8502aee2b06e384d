package dev.standfirst.lab;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One verb of the lab: a JSON object in, a JSON object out, by the program's own classes. Called from many threads. */
interface LabVerb {

    /**
     * Answers one line.
     *
     * @param input the line; fields that the verb does not know are ignored
     * @return the fields of the answer, in order, without {@code id}, which the lab adds
     * @throws Exception where the line cannot be answered; the lab makes it {@code {"id","error"}} and goes on
     */
    Map<String, @Nullable Object> answer(JsonNode input) throws Exception;
}
