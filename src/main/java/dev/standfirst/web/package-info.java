/** Pages of {@code standfirst serve}: thin, every rule lives below. */
@ApplicationModule(
        allowedDependencies = {
            "job",
            "delivery",
            "bounce",
            "edition",
            "article",
            "source",
            "mail",
            "relay",
            "digest",
            "subscriber",
            "consent",
            "template",
            "text",
            "health",
            "watch"
        })
@NullMarked
package dev.standfirst.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
