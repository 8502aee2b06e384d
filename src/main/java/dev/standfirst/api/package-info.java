/**
 * {@code /api/v1}: people, digests, editions, runs and sources over HTTP with tokens. What is set up where the program
 * runs (tokens, trying files out, backups) stays with the command line. Thin: every rule lives below. Start at
 * {@link dev.standfirst.api.ApiFilter}, through which every request comes, and at a controller.
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
            "transfer",
            "text",
            "watch"
        })
@NullMarked
package dev.standfirst.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
