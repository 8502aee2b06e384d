/** Key sentences: the sentences of an article that carry it, word for word. */
@ApplicationModule(allowedDependencies = {"article", "text"})
@NullMarked
package dev.standfirst.summary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
