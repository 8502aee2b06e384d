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
            "relay",
            "node",
            "digest",
            "subscriber",
            "transfer",
            "text",
            "watch"
        })
@NullMarked
package dev.standfirst.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
