package dev.standfirst.desk;

import dev.standfirst.delivery.DeliveryCounts;
import dev.standfirst.delivery.DeliveryState;
import dev.standfirst.edition.Approval;
import dev.standfirst.edition.EditionHead;
import java.util.Locale;

/** Where an edition stands, as the desk shows it. */
enum EditionState {
    WAITING("warn"),
    APPROVED("ok"),
    SKIPPED(""),
    SENDING("run"),
    LATER("run"),
    SENT("ok"),
    NOT_SENT("");

    private final String kind;

    EditionState(String kind) {
        this.kind = kind;
    }

    static EditionState of(EditionHead edition, DeliveryCounts counts) {
        Approval.State approval = edition.approval().state();
        if (approval == Approval.State.WAITING) {
            return WAITING;
        }
        if (approval == Approval.State.SKIPPED) {
            return SKIPPED;
        }
        if (edition.completedAt().isPresent()) {
            return SENT;
        }
        if (counts.of(DeliveryState.CLAIMED) > 0) {
            return SENDING;
        }
        if (counts.of(DeliveryState.SENT) > 0) {
            return LATER;
        }
        return approval == Approval.State.APPROVED ? APPROVED : NOT_SENT;
    }

    /** Of its chip: ok, warn, run, or empty. */
    String kind() {
        return kind;
    }

    /** Of its word. */
    String key() {
        return "edition." + name().toLowerCase(Locale.ROOT);
    }
}
