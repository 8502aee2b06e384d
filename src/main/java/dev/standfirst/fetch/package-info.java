/** Bytes from outside, politely and safely: pages over HTTP and files below a folder the operator named. */
@ApplicationModule(allowedDependencies = {"text", "watch"})
@NullMarked
package dev.standfirst.fetch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
