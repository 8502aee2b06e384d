package dev.standfirst.drill;

import dev.standfirst.drill.LedgerFile.Mail;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Proves that the drill can fail: what the judge must find is put before it, and a server that lies is run. */
final class SelfCheck {

    private static final Set<String> ASKED = Set.of("a@example.org", "b@example.org");
    private static final Mail A = new Mail("a@example.org", "<1>", "x", 0);
    private static final Mail B = new Mail("b@example.org", "<2>", "y", 0);

    private SelfCheck() {}

    /** What the judge did not find, one sentence each. */
    static List<String> blindSpots() {
        List<String> found = new ArrayList<>();
        expect(found, "a good ledger", 0, A, B);
        expect(found, "a mail that is missing", 1, A);
        expect(found, "a mail to somebody else", 1, A, B, new Mail("c@example.org", "<3>", "z", 0));
        expect(found, "a mail that came twice", 2, A, A, B);
        expect(found, "a mail that came twice with another id", 3, A, new Mail("a@example.org", "<9>", "x", 0), B);
        expect(found, "a mail that came twice with other bytes", 3, A, new Mail("a@example.org", "<1>", "q", 0), B);
        return found;
    }

    private static void expect(List<String> found, String what, int faults, Mail... mails) {
        LedgerFile ledger = new LedgerFile(List.of(mails), 0, List.of());
        Row row = new Judge(ASKED, ledger).row(what, "", 1);
        if (row.wrong().size() != faults) {
            found.add("%s: %s".formatted(what, row.wrong()));
        }
    }

    /** A server that throws three mails away and says that it took them: a row that must be wrong. */
    static Row swallowed(Stage stage, String database) throws Exception {
        String rule = "dot=swallow,match=p[123]@example.org";
        try (Scene scene = stage.scene(database, Math.min(50, stage.options().few()), "--fault", rule)) {
            Row row = scene.row("a server that swallows three", scene.toTheEnd().judge());
            return row.lost() == 3
                    ? row.expected("found, as it must be")
                    : row;
        }
    }
}
