/**
 * Consent: asking to join a list and confirming it by the own mailbox, the same for a person's own data, limits on
 * asking, and leaving by mail.
 */
@ApplicationModule(allowedDependencies = {"subscriber", "digest", "mail", "node", "relay", "template", "text"})
@NullMarked
package dev.standfirst.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
