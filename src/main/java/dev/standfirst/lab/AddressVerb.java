package dev.standfirst.lab;

import dev.standfirst.mail.EmailAddress;
import dev.standfirst.mail.EmailAddress.Parsed;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** {@code {"address"}} to {@code {"decision":"accept"|"reject","normal","reason"}}. */
final class AddressVerb implements LabVerb {

    @Override
    public Map<String, @Nullable Object> answer(JsonNode input) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        Parsed parsed = EmailAddress.parse(input.path("address").asString(""));
        if (parsed instanceof Parsed.Valid valid) {
            answer.put("decision", "accept");
            answer.put("normal", valid.address().normal());
            answer.put("reason", null);
        } else {
            answer.put("decision", "reject");
            answer.put("normal", null);
            answer.put("reason", ((Parsed.Invalid) parsed).reason());
        }
        return answer;
    }
}
