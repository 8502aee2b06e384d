/**
 * The batch job and its five steps, in run order in {@link dev.standfirst.job.DigestJob}; starting, resuming and
 * describing runs.
 */
@ApplicationModule(
        allowedDependencies = {
            "delivery",
            "edition",
            "story",
            "summary",
            "article",
            "source",
            "fetch",
            "mail",
            "node",
            "digest",
            "subscriber",
            "transfer"
        })
@NullMarked
package dev.standfirst.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
