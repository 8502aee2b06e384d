package dev.standfirst.api;

import dev.standfirst.subscriber.Filter;
import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.Subscriptions;
import dev.standfirst.transfer.Exporter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/subscriptions.csv}: all that an import needs, of those whom a filter finds. */
@RestController
class ExportController {

    static final String CSV = "text/csv";

    private final Exporter exporter;
    private final Lists lists;
    private final Subscriptions subscriptions;
    private final Lookups lookups;

    ExportController(Exporter exporter, Lists lists, Subscriptions subscriptions, Lookups lookups) {
        this.exporter = exporter;
        this.lists = lists;
        this.subscriptions = subscriptions;
        this.lookups = lookups;
    }

    /** Written while it is read, so that it takes as much memory for a million people as for one. */
    @GetMapping(path = SubscriptionsController.SUBSCRIPTIONS + ".csv", produces = CSV)
    @Operation(
            needs = Scope.PEOPLE_READ,
            summary = "Export places on lists as CSV, in the order in which they were made",
            detail = "With names, states, times, preferences and attributes; an import makes the same of it.",
            problems = {ProblemKind.NOT_FOUND, ProblemKind.VALUE_WRONG, ProblemKind.UNAVAILABLE})
    void export(
            @About(value = "Name of a list; those on every list where left out.", example = "readers")
                    @RequestParam(defaultValue = "")
                    String list,
            @About(value = Filters.ABOUT, example = "status:confirmed domain:example.org")
                    @RequestParam(defaultValue = "")
                    String filter,
            HttpServletResponse response)
            throws IOException {
        Filter which = which(list, filter);
        // A filter that finds nobody for too long is refused before the first line is out.
        lookups.within(() -> subscriptions.page(which, 0, 1));
        response.setContentType(CSV + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"subscriptions.csv\"");
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            if (filter.isBlank() && !list.isEmpty()) {
                exporter.export(list, out);
            } else {
                exporter.export(which, out);
            }
        }
    }

    private Filter which(String list, String filter) {
        Filter which = Filters.parse(filter);
        if (list.isEmpty()) {
            return which;
        }
        if (lists.find(list).isEmpty()) {
            throw Refusal.of(
                    ProblemKind.NOT_FOUND, "list", "There is no list called %s.".formatted(Refusal.quote(list)));
        }
        return Filters.parse("list:" + list).and(which);
    }
}
