package dev.standfirst.job;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseOpeningTests {

    @Test
    void aServerWithoutMergeIsRefusedInOneSentence() {
        assertThatThrownBy(() -> DatabaseOpening.demand("PostgreSQL", 14, "14.2 (Debian 14.2-1.pgdg110+1)"))
                .isInstanceOf(OldDatabaseException.class)
                .hasMessage("PostgreSQL 14.2 is too old; Standfirst needs PostgreSQL 15 or newer");
    }

    @Test
    void allOthersAreTaken() {
        assertThatCode(() -> {
                    DatabaseOpening.demand("PostgreSQL", 15, "15.8");
                    DatabaseOpening.demand("PostgreSQL", 18, "18beta1");
                    DatabaseOpening.demand("H2", 2, "2.4.240 (2025-09-22)");
                })
                .doesNotThrowAnyException();
    }
}
