package dev.standfirst.health;

import dev.standfirst.node.Nodes;
import dev.standfirst.node.Silence;
import dev.standfirst.text.Fact;
import dev.standfirst.watch.Trouble;
import dev.standfirst.watch.TroubleKind;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whether this installation may mail. One that may not is silent, and somebody has to say which of them should. */
@Component
class NodeCheck implements Check {

    private static final Logger log = LoggerFactory.getLogger(NodeCheck.class);

    private final Nodes nodes;

    NodeCheck(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public TroubleKind kind() {
        return TroubleKind.NODE_SILENT;
    }

    /** Others share the database, and each knows of itself alone. */
    @Override
    public boolean isOfThisOne(Trouble trouble) {
        return trouble.subject().equals(nodes.place());
    }

    @Override
    public List<Trouble> look() {
        try {
            return nodes.silence().map(this::trouble).stream().toList();
        } catch (UncheckedIOException e) {
            log.warn("whether this installation may mail cannot be told", e);
            return List.of();
        }
    }

    private Trouble trouble(Silence silence) {
        return new Trouble(
                kind(),
                nodes.place(),
                Fact.of("fact.trouble.silent", nodes.place(), silence.event()),
                silence.safety(),
                silence.advice());
    }
}
