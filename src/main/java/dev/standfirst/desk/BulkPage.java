package dev.standfirst.desk;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.desk.BulkOrder.Act;
import dev.standfirst.desk.BulkOrder.Moment;
import dev.standfirst.desk.BulkWork.State;
import dev.standfirst.desk.BulkWork.Stretch;
import dev.standfirst.desk.PeopleSearch.Found;
import dev.standfirst.desk.PeopleSearch.Wanted;
import dev.standfirst.subscriber.CrowdForesight.Foreseen;
import dev.standfirst.subscriber.Fate;
import dev.standfirst.subscriber.Reason;
import dev.standfirst.subscriber.Subscription;
import dev.standfirst.web.BadInput;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /people/bulk}: the same done with several people of a list, or with a million. A page says first what will
 * become of how many; what was done is told by another one.
 */
@RestController
class BulkPage {

    static final String PATH = "/people/bulk";

    private static final int SHOWN = 10;

    /** Fewer than that are done at once, or not at all. */
    private static final long MANY = 500;

    private final DeskPages pages;
    private final PeoplePage people;
    private final PeopleSearch search;
    private final BulkWork work;
    private final OwnLists own;
    private final Audit audit;
    private final Clock clock;

    BulkPage(
            DeskPages pages,
            PeoplePage people,
            PeopleSearch search,
            BulkWork work,
            OwnLists own,
            Audit audit,
            Clock clock) {
        this.pages = pages;
        this.people = people;
        this.search = search;
        this.work = work;
        this.own = own;
        this.audit = audit;
        this.clock = clock;
    }

    /** Says what will become of whom; changes nothing. */
    @Needs(Role.EDITOR)
    @GetMapping(PATH)
    ResponseEntity<String> check(Call call) {
        return of(
                call,
                (names, order) -> refusal(call, names, order)
                        .orElseGet(() -> check(call, HttpStatus.OK, order, search.now(clock.instant()))));
    }

    /** Does it, or as much of it as a page may take, or goes on with it. */
    @Needs(Role.EDITOR)
    @PostMapping(PATH)
    ResponseEntity<String> go(Call call) {
        return of(call, (names, order) -> {
            Moment moment = Moment.of(call);
            if (order.act() == Act.EXPORT) {
                throw new BadInput("a file is asked for elsewhere");
            }
            boolean agreed =
                    order.act() != Act.PUT || !call.form().text("consent").isEmpty();
            return refusal(call, names, order)
                    .orElseGet(() ->
                            agreed ? go(call, order, moment) : check(call, HttpStatus.BAD_REQUEST, order, moment));
        });
    }

    /** What was done. */
    @Needs(Role.EDITOR)
    @GetMapping(PATH + "/done")
    ResponseEntity<String> done(Call call) {
        return of(
                call,
                (names, order) -> order.act() == Act.PUT && !names.contains(order.to())
                        ? pages.notFound(call)
                        : came(call, order, HttpStatus.OK, sums(call), Map.of()));
    }

    /**
     * The answer to an order about a list that whoever asks may change; its other value are the names of such lists.
     */
    private ResponseEntity<String> of(Call call, BiFunction<List<String>, BulkOrder, ResponseEntity<String>> answer) {
        List<String> names = own.of(call);
        return PeoplePage.wanted(call, names)
                .map(wanted -> answer.apply(names, BulkOrder.of(call, wanted)))
                .orElseGet(() -> pages.notFound(call));
    }

    /** What is wrong with an order, told on the page of people; empty where nothing is. */
    private Optional<ResponseEntity<String>> refusal(Call call, List<String> names, BulkOrder order) {
        Wanted wanted = order.wanted();
        if (order.act() == Act.PUT && (!names.contains(order.to()) || order.to().equals(wanted.list()))) {
            return Optional.of(people.show(call, names, wanted, Map.of("bulkProblem", call.say("bulk.to.wrong"))));
        }
        if (order.numbers().isEmpty() && !(search.page(wanted, 0, 1) instanceof Found.Places)) {
            return Optional.of(people.show(call, names, wanted, Map.of()));
        }
        return order.numbers().isPresent() && search.next(order, 0, 1).isEmpty()
                ? Optional.of(people.show(call, names, wanted, Map.of("bulkProblem", call.say("bulk.nobody"))))
                : Optional.empty();
    }

    private ResponseEntity<String> check(Call call, HttpStatus status, BulkOrder order, Moment moment) {
        Optional<Foreseen> foreseen = search.foresee(order, moment);
        Map<Fate, Long> fates = foreseen.map(one -> BulkFacts.fates(order, one)).orElse(Map.of());
        long done = fates.getOrDefault(Fate.DONE, 0L);
        String expected = foreseen.isPresent() ? Long.toString(done) : "";
        List<Subscription> first = search.next(order, 0, SHOWN + 1);
        boolean all = first.size() <= SHOWN;
        Map<String, Object> model = model(order, BulkFacts.say(call, order, "title", done));
        model.put("fates", BulkFacts.fates(call, order, fates));
        model.put("warnings", BulkFacts.warnings(call, order, foreseen));
        model.put("safe", BulkFacts.safe(call, order));
        model.put("first", people.lines(call, first.subList(0, Math.min(SHOWN, first.size()))));
        model.put("firstWords", call.say(all ? "bulk.first.all" : "bulk.first", SHOWN));
        model.put("fields", fields(order, moment, expected));
        model.put("nothing", foreseen.isPresent() && done == 0);
        model.put("button", BulkFacts.say(call, order, foreseen.isPresent() ? "go" : "go.all", done));
        model.put("action", order.act() == Act.EXPORT ? "/people/export" : PATH);
        model.put("because", call.form().text("because"));
        model.put("consentProblem", status == HttpStatus.OK ? "" : call.say("person.consent.missing"));
        return pages.page(status, call, "people-bulk", model);
    }

    private ResponseEntity<String> go(Call call, BulkOrder order, Moment moment) {
        long after = Numbers.of(call.form().text("from")).orElse(0L);
        Optional<Long> expected = Numbers.of(call.form().text("expected"));
        if (after == 0 && expected.filter(number -> number <= MANY).isEmpty()) {
            note(
                    call,
                    order,
                    ".begun",
                    expected.map(number -> Long.toString(number)).orElse("?"));
        }
        Stretch stretch = work.go(order, moment, reason(call, order), after);
        long done = stretch.fates().getOrDefault(Fate.DONE, 0L);
        if (done > 0) {
            note(call, order, "", Long.toString(done));
        }
        Map<Fate, Long> sums = sums(call);
        stretch.fates().forEach((fate, number) -> sums.merge(fate, number, Long::sum));
        return stretch.state() == State.DONE
                ? pages.then(PATH + "/done?" + order.query() + query(sums))
                : goOn(call, order, moment, new Stretch(stretch.state(), sums, stretch.after()));
    }

    /** Who made a page swap itself gets it whatever became of it. */
    private ResponseEntity<String> goOn(Call call, BulkOrder order, Moment moment, Stretch stretch) {
        List<List<String>> fields = fields(order, moment, call.form().text("expected"));
        fields.add(List.of("from", Long.toString(stretch.after())));
        fields.add(List.of("consent", call.form().text("consent")));
        fields.add(List.of("because", call.form().text("because")));
        stretch.fates().forEach((fate, number) -> fields.add(List.of(fate.name(), Long.toString(number))));
        boolean broken = stretch.state() == State.BROKEN;
        boolean asked = call.request().getHeader("HX-Request") == null;
        return came(
                call,
                order,
                broken && asked ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK,
                stretch.fates(),
                Map.of(
                        "fields",
                        fields,
                        "broken",
                        broken,
                        "total",
                        Numbers.of(call.form().text("expected")).orElse(0L)));
    }

    /**
     * What it came to, so far or in all.
     *
     * @param more what is to be known to go on; empty where it is done
     */
    private ResponseEntity<String> came(
            Call call, BulkOrder order, HttpStatus status, Map<Fate, Long> fates, Map<String, Object> more) {
        long done = fates.getOrDefault(Fate.DONE, 0L);
        Map<Fate, Long> others = new EnumMap<>(Fate.class);
        others.putAll(fates);
        others.remove(Fate.DONE);
        Map<String, Object> model = model(order, BulkFacts.say(call, order, "done", done));
        model.put("fields", List.of());
        model.put("broken", false);
        model.put("total", 0L);
        model.putAll(more);
        model.put("done", done);
        model.put("fates", BulkFacts.fates(call, order, others));
        return pages.page(status, call, "people-bulk-done", model);
    }

    private static Map<String, Object> model(BulkOrder order, String title) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", title);
        model.put("act", order.act().name());
        model.put("back", order.back());
        model.put("list", order.wanted().list());
        return model;
    }

    private static List<List<String>> fields(BulkOrder order, Moment moment, String expected) {
        List<List<String>> fields = new ArrayList<>(order.fields());
        fields.add(List.of("last", Long.toString(moment.last())));
        fields.add(List.of("moment", moment.micros()));
        fields.add(List.of("expected", expected));
        return fields;
    }

    private static Reason reason(Call call, BulkOrder order) {
        return switch (order.act()) {
            case PUT -> PeoplePage.addedByHand(call);
            case STOP -> PersonPage.stoppedByHand(call);
            case LEAVE, EXPORT -> PersonPage.takenOff(call);
        };
    }

    private void note(Call call, BulkOrder order, String step, String number) {
        String act = switch (order.act()) {
            case PUT -> "people.put";
            case STOP -> "people.stopped";
            case LEAVE, EXPORT -> "people.left";
        };
        String lists = order.wanted().list() + (order.to().isEmpty() ? "" : ", " + order.to());
        audit.note(call.who(), act + step, lists + ", " + number);
    }

    /** How many fared how in the stretches before. */
    private static Map<Fate, Long> sums(Call call) {
        Map<Fate, Long> sums = new EnumMap<>(Fate.class);
        for (Fate fate : Fate.values()) {
            Numbers.of(call.form().text(fate.name())).ifPresent(number -> sums.put(fate, number));
        }
        return sums;
    }

    private static String query(Map<Fate, Long> sums) {
        return sums.entrySet().stream()
                .map(fate -> "&" + fate.getKey() + "=" + fate.getValue())
                .collect(Collectors.joining());
    }
}
