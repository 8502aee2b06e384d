/** Deliveries: the ledger of who was sent which edition, claiming, sending and settling. */
@ApplicationModule(
        allowedDependencies = {"bounce", "edition", "relay", "subscriber", "mail", "digest", "watch", "text"})
@NullMarked
package dev.standfirst.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
