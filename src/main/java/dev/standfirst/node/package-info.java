/** Which installations mail from a database: a copy, or a database that was restored, stays silent until confirmed. */
@ApplicationModule(allowedDependencies = {"text"})
@NullMarked
package dev.standfirst.node;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
