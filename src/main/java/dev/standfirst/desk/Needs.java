package dev.standfirst.desk;

import dev.standfirst.account.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may use a route: an account with this role. Where its path names a {@code digest}, an editor must be the editor
 * of that one. A route without it lets nobody in.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Needs {
    Role value();
}
