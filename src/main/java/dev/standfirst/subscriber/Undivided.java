package dev.standfirst.subscriber;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.transaction.annotation.Transactional;

/**
 * One change, done whole or not at all. Where the database broke it off in favour of another one (a deadlock, a row
 * that was held too long), it is done again from its start, unless it is a part of a larger transaction: then that one
 * has to be done again.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Transactional
@Retryable(
        includes = TransientDataAccessException.class,
        predicate = OutermostAlone.class,
        maxRetries = 5,
        delay = 20,
        jitter = 20,
        multiplier = 2)
@interface Undivided {}
