package dev.standfirst.desk;

import dev.standfirst.desk.PeopleSearch.Wanted;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.subscriber.Subscription.Status;
import dev.standfirst.web.BadInput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is asked for of several people of a list at once, and of whom.
 *
 * @param wanted the list, and the search that the page of people showed
 * @param numbers of the places that were chosen; empty: all that the search finds
 * @param to name of the list that they are put on; empty where they are put on none
 */
record BulkOrder(Act act, Wanted wanted, Optional<List<Long>> numbers, String to) {

    private static final long MILLION = 1_000_000;

    /** What can be asked for. */
    enum Act {
        LEAVE,
        PUT,
        STOP,
        EXPORT
    }

    /** Of whom. */
    enum Which {
        /** Those whose boxes are ticked. */
        CHOSEN,
        /** Those whom the page showed. */
        PAGE,
        /** All whom the search finds. */
        ALL
    }

    /**
     * Who was there when it was asked for.
     *
     * @param last number of the last place that there was
     */
    record Moment(long last, Instant at) {

        /** As the page that asks for consent to it carried it. */
        static Moment of(Call call) {
            long micros = number(call, "moment");
            return new Moment(number(call, "last"), Instant.ofEpochSecond(micros / MILLION, micros % MILLION * 1000));
        }

        private static long number(Call call, String field) {
            return Numbers.of(call.form().text(field)).orElseThrow(() -> new BadInput("a page of ours was not asked"));
        }

        boolean includes(Subscription place) {
            return place.id() <= last;
        }

        String micros() {
            return Long.toString(at.getEpochSecond() * MILLION + at.getNano() / 1000);
        }
    }

    static BulkOrder of(Call call, Wanted wanted) {
        Act act = call.form().oneOf("act", Act.class).orElseThrow(() -> new BadInput("it is not said what to do"));
        return new BulkOrder(
                act, wanted, numbers(call), act == Act.PUT ? call.form().text("to") : "");
    }

    /** The places that a form names; what is no number is none of them. Empty where it means all. */
    static Optional<List<Long>> numbers(Call call) {
        Which which = call.form().oneOf("which", Which.class).orElse(Which.CHOSEN);
        return which == Which.ALL
                ? Optional.empty()
                : Optional.of(call.form().all(which == Which.PAGE ? "shown" : "place").stream()
                        .flatMap(text -> Numbers.of(text).stream())
                        .toList());
    }

    /** Whether nobody is chosen. */
    boolean isOfNobody() {
        return numbers.filter(List::isEmpty).isPresent();
    }

    /** The way back to the people. */
    String back() {
        return PeoplePage.path(wanted, wanted.status(), 0);
    }

    /** Its fields, as an address has them; whom it was asked of is not among them. */
    String query() {
        return "act=" + act + "&list=" + wanted.list()
                + wanted.status().map(status -> "&state=" + status).orElse("")
                + (wanted.text().isEmpty() ? "" : "&q=" + URLEncoder.encode(wanted.text(), StandardCharsets.UTF_8))
                + (to.isEmpty() ? "" : "&to=" + to);
    }

    /** Name and value of each field that a form carries on. */
    List<List<String>> fields() {
        List<List<String>> fields = new ArrayList<>();
        fields.add(List.of("act", act.name()));
        fields.add(List.of("list", wanted.list()));
        fields.add(List.of("state", wanted.status().map(Status::name).orElse("")));
        fields.add(List.of("q", wanted.text()));
        fields.add(List.of("to", to));
        fields.add(List.of("which", (numbers.isPresent() ? Which.CHOSEN : Which.ALL).name()));
        numbers.orElse(List.of()).forEach(number -> fields.add(List.of("place", Long.toString(number))));
        return fields;
    }
}
