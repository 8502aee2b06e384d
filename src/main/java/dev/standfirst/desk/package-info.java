/**
 * The operator's pages: see it, preview it, start it, stop it, fix it. Thin: every rule lives below. Every request
 * comes through {@link dev.standfirst.desk.DeskSecurity} and {@link dev.standfirst.desk.RoleGate}; a page is made by a
 * controller and a template in {@code templates/desk}.
 */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "api",
            "web",
            "job",
            "delivery",
            "edition",
            "source",
            "story",
            "mail",
            "relay",
            "digest",
            "subscriber",
            "consent",
            "transfer",
            "template",
            "text",
            "node",
            "health",
            "watch"
        })
@NullMarked
package dev.standfirst.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
