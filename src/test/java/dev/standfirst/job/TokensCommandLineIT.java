package dev.standfirst.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.job.Program.Outcome;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token's life on the command line. */
class TokensCommandLineIT {

    @TempDir
    private Path folder;

    @Test
    void aTokenIsShownOnceListedAndRemoved() throws Exception {
        Program program = new Program(Program.home(folder), Map.of());

        Outcome added = program.run("tokens", "add", "shop", "--scope", "people:write,runs:read", "--days", "30");
        assertThat(added.exit()).as(added.err()).isZero();
        String secret = added.out().lines().findFirst().orElseThrow();
        assertThat(secret).matches("sf_1_[A-Za-z0-9_-]{43}");

        assertThat(program.run("tokens", "list").out())
                .contains("shop", "people:write,runs:read", "never used")
                .doesNotContain(secret);

        Outcome again = program.run("tokens", "add", "shop", "--scope", "people:read");
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("there is a token called \"shop\"", "Nothing was changed.");

        assertThat(program.run("tokens", "remove", "shop").out()).contains("shop lets nobody in any more.");
        assertThat(program.run("tokens").out()).contains("There are no tokens, so the API lets nobody in.");
    }

    @Test
    void aScopeThatIsNoneIsToldWithAllThatAre() throws Exception {
        Outcome wrong =
                new Program(Program.home(folder), Map.of()).run("tokens", "add", "shop", "--scope", "people:own");

        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("there is no scope \"people:own\"", "people:read, people:write");
    }
}
