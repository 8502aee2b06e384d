/**
 * Whether the program does what it is for: what is due goes out, what it needs is there. Judged again and again while
 * it serves, at the end of each run, and for whoever asks.
 */
@ApplicationModule(allowedDependencies = {"job", "delivery", "edition", "source", "digest", "node", "watch", "text"})
@NullMarked
package dev.standfirst.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
