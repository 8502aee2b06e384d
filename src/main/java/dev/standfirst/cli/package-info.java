/** Command line: arguments, words, exit codes; thin, every rule lives below. */
@ApplicationModule(
        allowedDependencies = {
            "lab",
            "web",
            "api",
            "job",
            "consent",
            "delivery",
            "edition",
            "story",
            "article",
            "source",
            "mail",
            "digest",
            "subscriber",
            "transfer"
        })
@NullMarked
package dev.standfirst.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
