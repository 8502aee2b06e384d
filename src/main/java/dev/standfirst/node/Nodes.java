package dev.standfirst.node;

import dev.standfirst.node.InstanceFile.Kept;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether this installation may mail. It knows itself by a file of its data folder and its machine, or by the name that
 * the operator gave; the database knows who was confirmed. The file also remembers how far it has mailed: where the
 * database remembers less, it was restored, and would mail again what people have.
 */
@Component
public class Nodes {

    private static final Logger log = LoggerFactory.getLogger(Nodes.class);
    private static final int MEETINGS = 10;
    private static final String NOT_REMEMBERED = "how far was mailed could not be remembered";

    private final NodeRows rows;
    private final InstanceFile file;
    private final Clock clock;
    private final Path data;
    private final String name;
    private final boolean copy;
    private Optional<Silence> told = Optional.empty();

    /**
     * For this process.
     *
     * @param data the data folder
     * @param name what the operator calls this installation; empty where it is known by folder and machine
     * @param copy whether it works on a throw-away copy of the database, where nothing is at stake
     */
    public Nodes(
            JdbcClient jdbc,
            Clock clock,
            @Value("${standfirst.data}") Path data,
            @Value("${standfirst.node:}") String name,
            @Value("${standfirst.copy:false}") boolean copy) {
        this.rows = new NodeRows(jdbc);
        this.file = new InstanceFile(data);
        this.clock = clock;
        this.data = data;
        this.name = name.strip();
        this.copy = copy;
        if (!this.name.isEmpty() && !this.name.matches("[A-Za-z0-9._-]{1,80}")) {
            throw new IllegalArgumentException(
                    "standfirst.node is \"%s\". Name this installation by letters, digits, dots and dashes, 80 at most."
                            .formatted(this.name));
        }
    }

    /** Whether mails may leave from here. Asked before every run and letter; a confirmation counts at once. */
    public boolean mayMail() {
        return silence().isEmpty();
    }

    /** Why no mails leave from here; empty where they do. */
    public synchronized Optional<Silence> silence() {
        if (copy) {
            return Optional.empty();
        }
        Optional<Silence> silence = look(introduce());
        silence.filter(reason -> !told.equals(silence))
                .ifPresent(reason -> log.warn("{}", String.join(" ", reason.sentences())));
        told = silence;
        return silence;
    }

    /** Says that mails should leave from here, as the database is now. */
    public synchronized void confirm() {
        String id = introduce().id();
        rows.confirm(id, machine(), Machine.host(), clock.instant());
        remember(rows.advance(file.read().map(Kept::mark).orElse(0L)));
        log.info("node {} was confirmed", id);
    }

    /**
     * Remembers that something is mailed from here: before, during and after a run. A data folder that cannot be
     * written does not keep mail from going out.
     */
    public synchronized void advance() {
        if (copy) {
            return;
        }
        try {
            rows.seen(introduce().id(), clock.instant());
            remember(rows.advance(0));
        } catch (UncheckedIOException e) {
            log.warn(NOT_REMEMBERED, e);
        }
    }

    /** Where this one is, for people: machine and data folder. */
    public String place() {
        return Machine.host() + ":" + data.toAbsolutePath().normalize();
    }

    /** All that the database knows, in the order they came. */
    public List<Node> all() {
        return rows.all();
    }

    /** This one. */
    public synchronized Node self() {
        return introduce();
    }

    private Optional<Silence> look(Node self) {
        if (!self.machine().equals(machine())) {
            return Optional.of(Silence.MOVED);
        }
        if (isBehind()) {
            return Optional.of(Silence.RESTORED);
        }
        return self.confirmedAt().isPresent() ? Optional.empty() : Optional.of(Silence.NEW);
    }

    /** The row of this node; one that has none is added. */
    private Node introduce() {
        String id = name.isEmpty() ? file.readOrMake().id() : name;
        Optional<Node> known = rows.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        boolean fresh = rows.isNew();
        boolean mayBeFirst = fresh || !isBehind();
        for (int meeting = 0; meeting < MEETINGS && rows.find(id).isEmpty(); meeting++) {
            rows.add(id, machine(), Machine.host(), clock.instant(), mayBeFirst);
        }
        if (fresh) {
            file.write(new Kept(id, rows.mark()));
        }
        return rows.find(id).orElseThrow();
    }

    private boolean isBehind() {
        return file.read().filter(kept -> kept.mark() > rows.mark()).isPresent();
    }

    /** Another process may share the folder; the higher mark stays. */
    private void remember(long mark) {
        try {
            Kept kept = file.read().orElseGet(() -> new Kept(introduce().id(), 0));
            file.write(new Kept(kept.id(), Math.max(kept.mark(), mark)));
        } catch (UncheckedIOException e) {
            log.warn(NOT_REMEMBERED, e);
        }
    }

    private String machine() {
        return name.isEmpty() ? Machine.fingerprint(data) : "";
    }
}
