package dev.standfirst.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a route is for: the check of scopes and the OpenAPI document are made of it. A handler without one lets nobody
 * in.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Operation {

    /** What a token needs. Empty where any token will do. */
    Scope[] needs();

    /** What it does, as a heading. */
    String summary();

    /** What else its callers need to know. */
    String detail() default "";

    /** The status of its usual answer. */
    int answers() default 200;

    /** The status of other good answers of the same shape. */
    int[] also() default {};

    /**
     * Whether its answer is kept for whoever sends the request again; not where it is all that is known of a person.
     */
    boolean kept() default true;

    /** Problems that only some routes have. */
    ProblemKind[] problems() default {};
}
