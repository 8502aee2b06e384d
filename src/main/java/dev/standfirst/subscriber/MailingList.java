package dev.standfirst.subscriber;

import java.time.Instant;

/**
 * An audience: people who want the same digests.
 *
 * @param id its number
 * @param name lower-case letters, digits and dashes; digest files and commands use it
 * @param title what people see; the name where none was given
 * @param description one sentence for the page where people ask to join; may be empty
 * @param joinable whether strangers may ask to join through pages
 * @param createdAt when it was made
 * @param version grows with every change
 */
public record MailingList(
        long id, String name, String title, String description, boolean joinable, Instant createdAt, long version) {}
