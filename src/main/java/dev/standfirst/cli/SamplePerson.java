package dev.standfirst.cli;

import dev.standfirst.mail.Slot;
import dev.standfirst.mail.Slots;
import java.util.Map;

/** The slots of an edition filled for somebody who looks at it before it goes out. */
final class SamplePerson {

    private SamplePerson() {}

    static String fillHtml(String html, String address, String comes) {
        return Slots.fillHtml(html, values(address, comes));
    }

    static String fillText(String text, String address, String comes) {
        return Slots.fillText(text, values(address, comes));
    }

    private static Map<Slot, String> values(String address, String comes) {
        return Map.of(
                Slot.ADDRESS, address,
                Slot.COMES, comes,
                Slot.CHOOSE, "https://standfirst.localhost/p/preview",
                Slot.SINCE, "the day they joined",
                Slot.UNSUBSCRIBE, "https://standfirst.localhost/u/preview");
    }
}
