/** Digest files: what a digest reads, when it is due, how long it is, who gets it; and due times. */
@ApplicationModule(allowedDependencies = {"mail", "text", "xml"})
@NullMarked
package dev.standfirst.digest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
