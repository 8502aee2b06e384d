/**
 * Who may use the operator's pages, how they sign in, and what they did. Start at
 * {@link dev.standfirst.account.Accounts} for people and at {@link dev.standfirst.account.SignIns} for their browsers.
 */
@ApplicationModule(allowedDependencies = {"subscriber", "consent", "text"})
@NullMarked
package dev.standfirst.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
