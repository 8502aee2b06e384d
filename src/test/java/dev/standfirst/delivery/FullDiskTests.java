package dev.standfirst.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Which failures mean that there is no room. */
class FullDiskTests {

    @Test
    void aFileThatCannotGrowIsFoundBehindWhateverWrapsIt() {
        IOException full = new IOException("No space left on device");

        assertThat(FullDisk.isBehind(new IllegalStateException("cannot write", full)))
                .isTrue();
        assertThat(FullDisk.words(new IllegalStateException("cannot write", full)))
                .isEqualTo("No space left on device");
    }

    @Test
    void postgresSaysItByItsState() {
        assertThat(FullDisk.isBehind(new RuntimeException(new SQLException("could not extend file", "53100"))))
                .isTrue();
    }

    @Test
    void aDatabaseThatIsGoneHasRoomForAllWeKnow() {
        assertThat(FullDisk.isBehind(new SQLException("terminating connection", "57P01")))
                .isFalse();
        assertThat(FullDisk.isBehind(new IOException("Permission denied"))).isFalse();
    }
}
