package dev.standfirst.cli;

import dev.standfirst.mail.Slot;
import dev.standfirst.mail.Slots;
import java.util.Map;

/** The slots of an edition filled for somebody who looks at it before it goes out. */
final class SamplePerson {

    private SamplePerson() {}

    static String fillHtml(String html, String address) {
        return Slots.fillHtml(html, values(address));
    }

    static String fillText(String text, String address) {
        return Slots.fillText(text, values(address));
    }

    private static Map<Slot, String> values(String address) {
        return Map.of(
                Slot.ADDRESS, address,
                Slot.SINCE, "the day they joined",
                Slot.UNSUBSCRIBE, "https://standfirst.localhost/u/preview");
    }
}
