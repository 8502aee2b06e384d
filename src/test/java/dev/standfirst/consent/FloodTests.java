package dev.standfirst.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.TestDatabase;
import dev.standfirst.consent.OptIn.Asked;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Somebody has our form mail strangers. */
class FloodTests {

    private final Installation here = new Installation(new TestDatabase());

    @AfterEach
    void end() throws IOException {
        here.close();
    }

    @Test
    void tenThousandRequestsOfAHundredNetworksForAHundredPeopleAreAHundredMailsAtMost() {
        here.list("weekly", "Weekly");
        int letIn = 0;
        for (int i = 0; i < 10_000; i++) {
            Visitor bot = new Visitor("203.0.%d.%d".formatted(i % 100, i / 100 % 3), "bot", "");
            String list = i % 2 == 0 ? "weekly" : "morning-brief";
            String address = "person%d@example.org".formatted(i / 7 % 100);
            letIn += here.optIn.ask(list, address, Locale.ENGLISH, bot) instanceof Asked.CheckInbox ? 1 : 0;
            if (i % 1000 == 999) {
                here.deliver();
            }
        }

        // Twenty of each of three clients a network.
        assertThat(letIn).isEqualTo(6_000);
        assertThat(here.sink.recipients()).doesNotHaveDuplicates().hasSize(100);
        assertThat(here.jdbc
                        .sql("select count(*) from consent_request")
                        .query((row, number) -> row.getLong(1))
                        .single())
                .isEqualTo(100);
    }

    @Test
    void aStrangerCannotMailOnePersonMoreThanThreeTimes() {
        for (int day = 0; day < 29; day++) {
            for (int network = 0; network < 5; network++) {
                Visitor bot = new Visitor("2001:db8:%x::1".formatted(network), "bot", "");
                here.optIn.ask("morning-brief", "victim@example.org", Locale.ENGLISH, bot);
            }
            here.deliver();
            here.clock.move(Duration.ofDays(1));
        }

        assertThat(here.sink.recipients()).hasSize(3);
    }
}
