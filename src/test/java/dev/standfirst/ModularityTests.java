package dev.standfirst;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Packages use only what their {@code package-info} allows. */
class ModularityTests {

    @Test
    void everyPackageKeepsToItsAllowedDependencies() {
        ApplicationModules.of(StandfirstApplication.class).verify();
    }
}
