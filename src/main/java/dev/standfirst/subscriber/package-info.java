/** People: lists, places on them, preferences, filters, suppressions, tokens of links, and the rights of a person. */
@ApplicationModule(allowedDependencies = {"mail", "text"})
@NullMarked
package dev.standfirst.subscriber;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
