/**
 * Relays: the mail servers that take our mail. How many connections each may have, how much it may be given, what
 * becomes of one that is in trouble, and whether the world has what it needs to believe that a mail is ours.
 */
@ApplicationModule(allowedDependencies = {"mail", "digest", "text"})
@NullMarked
package dev.standfirst.relay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
