package dev.standfirst.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.standfirst.MovableClock;
import dev.standfirst.TestDatabase;
import dev.standfirst.text.Fact;
import dev.standfirst.watch.Trouble;
import dev.standfirst.watch.TroubleKind;
import dev.standfirst.watch.Troubles;
import dev.standfirst.watch.TroublesAt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthTests {

    private final MovableClock clock = new MovableClock();
    private final Troubles troubles = TroublesAt.database(new TestDatabase(), clock);
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        end.countDown();
    }

    @Test
    void allIsWellWhereNothingIsWrong() {
        assertThat(health(List::of).look().isUp()).isTrue();
    }

    @Test
    void whatIsDueAndNotSentIsNoGoodHealth() {
        Health health = health(() -> List.of(trouble(TroubleKind.NOT_SENT)));

        assertThat(health.look().isUp()).isFalse();
        assertThat(health.look().troubles()).containsExactly(trouble(TroubleKind.NOT_SENT));
    }

    @Test
    void haltedSendingIsToldByWhoMetItAndIsNoGoodHealth() {
        troubles.begin(trouble(TroubleKind.COUNTS_BROKEN));

        assertThat(health(List::of).look().isUp()).isFalse();
    }

    @Test
    void aFailedRunAloneLeavesItWell() {
        troubles.begin(trouble(TroubleKind.RUN_FAILED));
        Report report = health(List::of).look();

        assertThat(report.isUp()).isTrue();
        assertThat(report.troubles()).hasSize(1);
    }

    @Test
    void aDatabaseThatHangsIsToldOfInTime() {
        Health health = health(() -> {
            await();
            return List.of();
        });

        assertThat(health.look().isUp()).isFalse();
        assertThat(health.look().troubles()).extracting(Trouble::kind).containsExactly(TroubleKind.DATABASE_SILENT);
        end.countDown();
        assertThat(eventually(health)).isTrue();
    }

    @Test
    void aDatabaseThatFailsIsToldOf() {
        Health health = health(() -> {
            throw new IllegalStateException("no connection");
        });

        assertThat(health.look().troubles())
                .extracting(Trouble::happened)
                .containsExactly("The database does not answer: IllegalStateException.");
    }

    @Test
    void whoAsksAgainAndAgainCostsOneLook() {
        AtomicInteger looks = new AtomicInteger();
        Health health = health(() -> {
            looks.incrementAndGet();
            return List.of();
        });
        for (int i = 0; i < 100; i++) {
            health.latest();
        }
        assertThat(looks).hasValue(1);
        clock.move(Duration.ofSeconds(11));
        health.latest();
        assertThat(looks).hasValue(2);
    }

    @Test
    void littleRoomOnTheDiskIsToldOf() {
        DiskCheck check = new DiskCheck(Path.of("."));

        assertThat(check.judge(300_000_000, 1_000_000_000)).isEmpty();
        assertThat(check.judge(40_000_000_000L, 1_000_000_000_000L)).hasSize(1);
        assertThat(check.judge(199_000_000, 1_000_000_000))
                .extracting(Trouble::happened)
                .containsExactly("The disk of the data folder is nearly full: 199 MB of 1,000 MB are free.");
    }

    /** The hung look ends in a thread of its own, so it is waited for by looking again. */
    private static boolean eventually(Health health) {
        for (int i = 0; i < 100; i++) {
            if (health.look().isUp()) {
                return true;
            }
        }
        return false;
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Health health(Supplier<List<Trouble>> found) {
        Check check = new Check() {
            @Override
            public TroubleKind kind() {
                return TroubleKind.NOT_SENT;
            }

            @Override
            public List<Trouble> look() {
                return found.get();
            }
        };
        return new Health(List.of(check), troubles, clock, Duration.ofMillis(500));
    }

    private static Trouble trouble(TroubleKind kind) {
        return new Trouble(kind, "tides", Fact.words("It happened."), Fact.words("It is safe."), Fact.words("Do it."));
    }
}
