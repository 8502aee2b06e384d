/** Freemarker, set up once and locked down. */
@ApplicationModule(allowedDependencies = "text")
@NullMarked
package dev.standfirst.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
