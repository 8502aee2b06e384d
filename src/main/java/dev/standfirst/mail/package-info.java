/** MIME and SMTP: addresses, messages, sending, and the built-in mailbox. Knows nothing of digests. */
@ApplicationModule(allowedDependencies = {"text"})
@NullMarked
package dev.standfirst.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
