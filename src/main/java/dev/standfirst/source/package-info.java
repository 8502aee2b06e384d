/** Where articles come from: feeds and folders, read into entries that are stored once. */
@ApplicationModule(allowedDependencies = {"fetch", "text", "digest", "mail", "xml"})
@NullMarked
package dev.standfirst.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
