/** Editions: one dated issue of a digest, picked, ordered, cut, checked and rendered. */
@ApplicationModule(
        allowedDependencies = {
            "story",
            "summary",
            "article",
            "source",
            "digest",
            "subscriber",
            "mail",
            "template",
            "text"
        })
@NullMarked
package dev.standfirst.edition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
