package dev.standfirst.digest;

import dev.standfirst.digest.Approval.Otherwise;
import dev.standfirst.digest.Delivery.Doubt;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a digest file's {@code delivery} and {@code approval}. */
final class DeliveryReader {

    private static final Duration SHORTEST_TRIES = Duration.ofMinutes(10);
    private static final Duration LONGEST_TRIES = Duration.ofDays(5);
    private static final Duration LEAST_AHEAD = Duration.ofMinutes(10);
    private static final Duration MOST_AHEAD = Duration.ofDays(1);

    private final Problems problems;

    DeliveryReader(Problems problems) {
        this.problems = problems;
    }

    static Delivery delivery(YamlMap file) {
        YamlMap delivery = file.map("delivery", Set.of("doubt", "tries"));
        return new Delivery(
                delivery.choice("doubt", Doubt.class, Delivery.USUAL.doubt()),
                delivery.span("tries", SHORTEST_TRIES, LONGEST_TRIES).orElse(Delivery.USUAL.tries()));
    }

    Optional<Approval> approval(YamlMap file) {
        Node node = file.node("approval").orElse(null);
        if (node instanceof MappingNode) {
            YamlMap approval = file.map("approval", Set.of("ahead", "otherwise"));
            return Optional.of(new Approval(
                    approval.span("ahead", LEAST_AHEAD, MOST_AHEAD).orElse(Approval.USUAL.ahead()),
                    approval.choice("otherwise", Otherwise.class, Approval.USUAL.otherwise())));
        }
        Optional<String> word = file.text("approval");
        if (word.filter(text -> !text.equals("required")).isPresent()) {
            problems.add(
                    file.place("approval"),
                    "approval \"%s\" is not known. Write required, or {ahead: 2h, otherwise: skip}, or leave it out."
                            .formatted(word.get()));
        }
        return word.map(required -> Approval.USUAL);
    }
}
