package dev.standfirst.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A message to try things with. */
final class Messages {

    private Messages() {}

    static Message to(String address) {
        return of(address, "Tides, and 2 more");
    }

    static Message of(String address, String subject) {
        return of("brief@standfirst.example", "Morning Brief – Küste", address, subject, "Morning Brief – Küste");
    }

    static Message from(String sender, String address) {
        return of(sender, "Morning Brief", address, "Tides", "Morning Brief");
    }

    static Message named(String name) {
        return of("brief@standfirst.example", name, "reader@example.org", name, name);
    }

    private static Message of(String sender, String name, String address, String subject, String list) {
        return new Message(
                new EmailAddress(sender),
                name,
                new EmailAddress(address),
                Optional.of(new EmailAddress("desk@standfirst.example")),
                subject,
                "sample.2026-11-18." + address.hashCode() + "@standfirst.example",
                Instant.parse("2026-11-18T06:00:00Z"),
                "“The tide came in.” Größe\n.\nFrom here\n",
                "<p>“The tide came in.” Größe</p>\n",
                List.of(
                        new Message.Header("List-Id", list + " <sample.standfirst.example>"),
                        new Message.Header("List-Unsubscribe", "<https://standfirst.example/u/abc>"),
                        new Message.Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")));
    }
}
