package dev.standfirst.subscriber;

import dev.standfirst.mail.EmailAddress;
import java.time.Instant;

/**
 * A person: one address.
 *
 * @param id its number
 * @param address where mail goes, as the person writes it
 * @param name may be empty
 * @param attributes further facts as one JSON object without white space, {@code {}} where there are none
 * @param createdAt when we first heard of the person
 * @param changedAt when address, name or attributes were changed last
 * @param version grows with every change of these
 */
public record Subscriber(
        long id,
        EmailAddress address,
        String name,
        String attributes,
        Instant createdAt,
        Instant changedAt,
        long version) {}
