/** People: lists, subscribers, subscriptions, unsubscribe tokens, import and export. */
@ApplicationModule(allowedDependencies = {"mail", "text"})
@NullMarked
package dev.standfirst.subscriber;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
