/** Digest files: what a digest reads, when it is due, how long it is, who gets it; and due times. */
@ApplicationModule(allowedDependencies = {"mail", "xml"})
@NullMarked
package dev.standfirst.digest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
