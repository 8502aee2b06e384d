/**
 * What is told to who runs the program: figures of what happens, troubles while they last, and the letters, calls and
 * pings about them. Knows nothing of what it is told about; others feed it.
 */
@ApplicationModule(allowedDependencies = {"mail", "relay", "text"})
@NullMarked
package dev.standfirst.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
