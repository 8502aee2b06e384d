package dev.standfirst.api;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change of some fields of a resource (RFC 7396): what is not named stays as it is, so that nobody erases what they
 * did not read; null takes a field back to its default.
 *
 * @param <T> the fields that may be changed
 */
final class MergePatch<T> {

    private final ApiJson json;
    private final ObjectNode changes;

    private MergePatch(ApiJson json, ObjectNode changes) {
        this.json = json;
        this.changes = changes;
    }

    static MergePatch<Object> of(ApiJson json, byte[] body) {
        if (json.tree(body) instanceof ObjectNode changes) {
            return new MergePatch<>(json, changes);
        }
        throw Refusal.of(
                ProblemKind.JSON_WRONG, "A change is a JSON object with the fields that change. Nothing was changed.");
    }

    /**
     * The fields as they shall be.
     *
     * @param now as they are
     * @throws Refusal where the change names a field that is not among them, or a value that cannot be used
     */
    T applyTo(T now, Class<T> type) {
        ObjectNode whole = json.mapper().valueToTree(now);
        merge(whole, changes);
        return json.value(whole, type);
    }

    private static void merge(ObjectNode target, ObjectNode changes) {
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            if (change.getValue().isNull()) {
                target.remove(change.getKey());
            } else if (change.getValue() instanceof ObjectNode below
                    && target.get(change.getKey()) instanceof ObjectNode known) {
                merge(known, below);
            } else {
                target.set(change.getKey(), change.getValue());
            }
        }
    }
}
