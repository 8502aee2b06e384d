/** Stories: articles of several outlets about one event, grouped and ranked. */
@ApplicationModule(allowedDependencies = {"article", "summary", "digest", "text"})
@NullMarked
package dev.standfirst.story;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
