package dev.standfirst.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.MovableClock;
import dev.standfirst.TestDatabase;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.standfirst.TestDatabase#each")
class VisitsTests {

    private static final ConsentSettings THREE_A_CLIENT_FIVE_A_NETWORK = new ConsentSettings(
            URI.create("https://brief.example"),
            new ConsentSettings.Sender("", "", ""),
            new ConsentSettings.Limits(3, 5));

    private final MovableClock clock = new MovableClock();
    private final TestDatabase database;

    VisitsTests(TestDatabase database) {
        this.database = database;
        database.jdbc().sql("delete from consent_visit").update();
    }

    @Test
    void theWindowSlides() {
        enter("192.0.2.1");
        clock.move(Duration.ofMinutes(20));
        enter("192.0.2.1");
        clock.move(Duration.ofMinutes(20));
        enter("192.0.2.1");

        assertThat(enter("192.0.2.1")).contains(Duration.ofMinutes(20));
        clock.move(Duration.ofMinutes(20).minusMillis(1));
        assertThat(enter("192.0.2.1")).contains(Duration.ofMillis(1));
        clock.move(Duration.ofMillis(1));
        assertThat(enter("192.0.2.1")).isEmpty();
        assertThat(enter("192.0.2.1")).contains(Duration.ofMinutes(20));
    }

    @Test
    void othersOfTheNetworkShareItsWiderLimit() {
        for (int i = 1; i <= 5; i++) {
            assertThat(enter("192.0.2." + i)).isEmpty();
        }
        assertThat(enter("192.0.2.6")).contains(Duration.ofHours(1));
        assertThat(enter("198.51.100.1")).isEmpty();
    }

    @Test
    void addressesOfOneSixtyFourAreOneClient() {
        for (int i = 1; i <= 3; i++) {
            assertThat(enter("2001:db8:1:2::" + i)).isEmpty();
        }
        assertThat(enter("2001:db8:1:2:ffff::1")).isPresent();
        assertThat(enter("2001:db8:1:3::1")).isEmpty();
    }

    @Test
    void manyAtOnceDoNotPassTogether() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Optional<Duration>>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(() -> enter("192.0.2.1"));
            }
            long entered = 0;
            for (Future<Optional<Duration>> one : threads.invokeAll(all)) {
                entered += one.get().isEmpty() ? 1 : 0;
            }
            assertThat(entered).isLessThanOrEqualTo(3);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatNoWindowHoldsIsForgotten() {
        enter("192.0.2.1");
        clock.move(Duration.ofMinutes(61));
        visits().tidy();

        assertThat(database.jdbc()
                        .sql("select count(*) from consent_visit")
                        .query((row, number) -> row.getLong(1))
                        .single())
                .isZero();
    }

    /** With an object of its own each time: what is known is in the database alone. */
    private Optional<Duration> enter(String address) {
        return visits().enter(Network.of(address));
    }

    private Visits visits() {
        return new Visits(database.jdbc(), THREE_A_CLIENT_FIVE_A_NETWORK, clock);
    }
}
