/** Command line: arguments, words, exit codes; thin, every rule lives below. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "lab",
            "health",
            "watch",
            "web",
            "api",
            "job",
            "consent",
            "delivery",
            "bounce",
            "edition",
            "story",
            "article",
            "source",
            "mail",
            "relay",
            "node",
            "digest",
            "subscriber",
            "text",
            "transfer"
        })
@NullMarked
package dev.standfirst.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
