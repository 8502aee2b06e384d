package dev.standfirst.web;

import dev.standfirst.subscriber.InstallationKey;
import dev.standfirst.subscriber.Subscribers;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.UnsubscribeToken;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Leaving a list. GET asks and changes nothing, because scanners open every link of a mail; POST acts, from the page's
 * button and from a mail program's one-click request alike (RFC 8058): no cookie, no login, no redirect, and twice is
 * as good as once.
 */
@RestController
class UnsubscribeController {

    private final Pages pages;
    private final Subscribers subscribers;
    private final InstallationKey key;

    UnsubscribeController(Pages pages, Subscribers subscribers, InstallationKey key) {
        this.pages = pages;
        this.subscribers = subscribers;
        this.key = key;
    }

    @GetMapping("/u/{token}")
    ResponseEntity<String> ask(@PathVariable String token) {
        return find(token)
                .map(subscription -> page(subscription, subscription.status() == Status.UNSUBSCRIBED ? "done" : "ask"))
                .orElseGet(this::unknown);
    }

    @PostMapping("/u/{token}")
    ResponseEntity<String> act(@PathVariable String token, @RequestParam(defaultValue = "") String undo) {
        Optional<Subscription> subscription = find(token);
        if (subscription.isEmpty()) {
            return unknown();
        }
        boolean back = undo.equals("yes");
        subscribers.change(
                subscription.get().id(),
                back ? Status.CONFIRMED : Status.UNSUBSCRIBED,
                back ? "undone on the unsubscribe page" : "by the link in a mail");
        return page(subscription.get(), back ? "undone" : "done");
    }

    private Optional<Subscription> find(String token) {
        OptionalLong id = UnsubscribeToken.verify(token, key);
        return id.isPresent() ? subscribers.find(id.getAsLong()) : Optional.empty();
    }

    private ResponseEntity<String> page(Subscription subscription, String state) {
        return pages.page(
                "unsubscribe",
                Map.of(
                        "state", state,
                        "address", subscription.address().value(),
                        "list", subscription.list()));
    }

    /**
     * Also 200: a mail program that gets an error may show its user one, and there is nothing that the user could do.
     */
    private ResponseEntity<String> unknown() {
        return pages.page(HttpStatus.OK, "unsubscribe", Map.of("state", "unknown"));
    }
}
