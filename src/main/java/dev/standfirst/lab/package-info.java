/** The lab: the program's own classes over JSON lines, for tests and benchmarks. */
@ApplicationModule(
        allowedDependencies = {
            "edition",
            "story",
            "summary",
            "article",
            "source",
            "fetch",
            "mail",
            "digest",
            "subscriber",
            "transfer",
            "text"
        })
@NullMarked
package dev.standfirst.lab;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
