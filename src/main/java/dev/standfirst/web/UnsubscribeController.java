package dev.standfirst.web;

import dev.standfirst.subscriber.LinkToken;
import dev.standfirst.subscriber.LinkToken.Purpose;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.subscriber.Subscriptions;
import jakarta.servlet.http.HttpServletRequest;
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
    private final Subscriptions subscriptions;
    private final LinkToken links;

    UnsubscribeController(Pages pages, Subscriptions subscriptions, LinkToken links) {
        this.pages = pages;
        this.subscriptions = subscriptions;
        this.links = links;
    }

    @GetMapping("/u/{token}")
    ResponseEntity<String> ask(@PathVariable String token) {
        return find(token)
                .map(subscription -> page(subscription, subscription.status() == Status.UNSUBSCRIBED ? "done" : "ask"))
                .orElseGet(this::unknown);
    }

    @PostMapping("/u/{token}")
    ResponseEntity<String> act(
            @PathVariable String token, @RequestParam(defaultValue = "") String undo, HttpServletRequest request) {
        Optional<Subscription> subscription = find(token);
        if (subscription.isEmpty()) {
            return unknown();
        }
        boolean back = undo.equals("yes");
        String origin = request.getRemoteAddr();
        if (back) {
            subscriptions.bringBack(
                    subscription.get().id(), Reason.person("undone on the unsubscribe page", origin, ""));
        } else {
            subscriptions.leave(subscription.get().id(), Reason.person("by the link in a mail", origin, ""));
        }
        return page(subscription.get(), back ? "undone" : "done");
    }

    private Optional<Subscription> find(String token) {
        OptionalLong id = links.verify(Purpose.LEAVE, token);
        return id.isPresent() ? subscriptions.find(id.getAsLong()) : Optional.empty();
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
