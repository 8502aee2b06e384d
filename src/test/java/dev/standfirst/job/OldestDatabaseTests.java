package dev.standfirst.job;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OldestDatabaseTests {

    @Test
    void aServerWithoutMergeIsRefusedInOneSentence() {
        assertThatThrownBy(() -> OldestDatabase.demand("PostgreSQL", 14, "14.2 (Debian 14.2-1.pgdg110+1)"))
                .isInstanceOf(OldDatabaseException.class)
                .hasMessage("PostgreSQL 14.2 is too old; Standfirst needs PostgreSQL 15 or newer");
    }

    @Test
    void allOthersAreTaken() {
        assertThatCode(() -> {
                    OldestDatabase.demand("PostgreSQL", 15, "15.8");
                    OldestDatabase.demand("PostgreSQL", 18, "18beta1");
                    OldestDatabase.demand("H2", 2, "2.4.240 (2025-09-22)");
                })
                .doesNotThrowAnyException();
    }
}
