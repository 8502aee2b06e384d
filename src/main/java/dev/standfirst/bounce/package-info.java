/**
 * What comes back: mailboxes of returned mail, reports of failure and complaint, and what follows for a person. A
 * report counts only where it proves by a token of ours whom it is about; anybody can write to the mailbox.
 */
@ApplicationModule(allowedDependencies = {"subscriber", "mail", "fetch", "text"})
@NullMarked
package dev.standfirst.bounce;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
