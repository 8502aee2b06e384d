package dev.standfirst.digest;

import dev.standfirst.digest.DigestResult.Problem;
import dev.standfirst.text.DidYouMean;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/** The mistakes found in one file so far. */
final class Problems {

    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Node where, String message) {
        found.add(new Problem(file, where.getStartMark().getLine() + 1, message));
    }

    /** Adds that a value is none of those known, and which one was meant. */
    void unknown(Node where, String what, String value, Collection<String> known) {
        String guess = DidYouMean.among(known, value)
                .map(" Did you mean \"%s\"?"::formatted)
                .orElse(" Known: " + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
        add(where, "\"%s\" is not %s.%s".formatted(value, what, guess));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Problem> all() {
        return found.stream().sorted(Comparator.comparingInt(Problem::line)).toList();
    }
}
