/**
 * {@code /api/v1}: the same abilities as the command line, over HTTP with tokens. Thin: every rule lives below. Start
 * at {@link dev.standfirst.api.ApiFilter}, through which every request comes, and at a controller.
 */
@ApplicationModule(
        allowedDependencies = {
            "job",
            "delivery",
            "edition",
            "source",
            "mail",
            "digest",
            "subscriber",
            "consent",
            "transfer"
        })
@NullMarked
package dev.standfirst.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
