package dev.standfirst.desk;

import dev.standfirst.account.Audit;
import dev.standfirst.account.Role;
import dev.standfirst.desk.BulkOrder.Act;
import dev.standfirst.desk.PeopleSearch.Found;
import dev.standfirst.desk.PeopleSearch.Wanted;
import dev.standfirst.transfer.Exporter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out as CSV whom the page of people shows; that it did is noted, so it is a form and no link. */
@RestController
class PeopleExport {

    /** As many as one page shows, and more. */
    private static final int MOST_CHOSEN = 100;

    private final DeskPages pages;
    private final PeoplePage people;
    private final PeopleSearch search;
    private final OwnLists own;
    private final Exporter exporter;
    private final Audit audit;

    PeopleExport(
            DeskPages pages, PeoplePage people, PeopleSearch search, OwnLists own, Exporter exporter, Audit audit) {
        this.pages = pages;
        this.people = people;
        this.search = search;
        this.own = own;
        this.exporter = exporter;
        this.audit = audit;
    }

    /** Written while it is read, so that it takes as much memory for a million people as for one. */
    @Needs(Role.EDITOR)
    @PostMapping("/people/export")
    @Nullable
    ResponseEntity<String> export(Call call, HttpServletResponse response) throws IOException {
        List<String> names = own.of(call);
        Optional<Wanted> wanted = PeoplePage.wanted(call, names);
        if (wanted.isEmpty()) {
            return pages.notFound(call);
        }
        // A filter that cannot be read, or finds nobody for too long, is told before the first line is out.
        if (!(search.page(wanted.get(), 0, 1) instanceof Found.Places)) {
            return people.show(call, names, wanted.get(), Map.of());
        }
        BulkOrder order = new BulkOrder(
                Act.EXPORT, wanted.get(), call.form().has("which") ? BulkOrder.numbers(call) : Optional.empty(), "");
        int chosen = order.numbers().isEmpty()
                ? 0
                : search.next(order, 0, MOST_CHOSEN).size();
        if (order.numbers().isPresent() && chosen == 0) {
            return people.show(call, names, wanted.get(), Map.of("bulkProblem", call.say("bulk.nobody")));
        }
        audit.note(call.who(), "people.exported", wanted.get().list() + (chosen == 0 ? "" : ", " + chosen));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"%s.csv\"".formatted(wanted.get().list()));
        write(order, response);
        return null;
    }

    private void write(BulkOrder order, HttpServletResponse response) throws IOException {
        Wanted wanted = order.wanted();
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            if (order.numbers().isEmpty()
                    && wanted.status().isEmpty()
                    && wanted.text().isEmpty()) {
                exporter.export(wanted.list(), out);
            } else {
                exporter.export((after, rows) -> search.next(order, after, rows), out);
            }
        }
    }
}
