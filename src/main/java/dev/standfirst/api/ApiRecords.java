package dev.standfirst.api;

import dev.standfirst.api.ImportViews.ImportReportView;
import dev.standfirst.api.Imports.Entry;
import dev.standfirst.subscriber.PersonalRecords;
import dev.standfirst.subscriber.Subscriber;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the API keeps of a person for a while: answers for requests that come again, and rows that imports skipped. */
@Component
class ApiRecords implements PersonalRecords {

    private final KeptAnswers answers;
    private final Imports imports;
    private final ApiJson json;

    ApiRecords(KeptAnswers answers, Imports imports, ApiJson json) {
        this.answers = answers;
        this.imports = imports;
        this.json = json;
    }

    @Override
    public Map<String, Object> of(Person person) {
        Set<String> given = new LinkedHashSet<>();
        Set<String> skipped = new LinkedHashSet<>();
        for (String spelling : spellings(person)) {
            // In its quotes: the address of somebody else may end as this one does.
            String text = json.mapper().writeValueAsString(spelling);
            answers.naming(text).stream().map(Instant::toString).forEach(given::add);
            imports.naming(text).stream()
                    .map(entry -> entry.fileName() + ", " + entry.createdAt())
                    .forEach(skipped::add);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        if (!given.isEmpty()) {
            facts.put("answersToPrograms", given);
        }
        if (!skipped.isEmpty()) {
            facts.put("skippedInImports", skipped);
        }
        return facts;
    }

    /** Answers go whole; reports of imports lose the rows that they show. */
    @Override
    public void erase(Person person) {
        for (String spelling : spellings(person)) {
            answers.forget(spelling);
            imports.naming(spelling).forEach(this::hideRows);
        }
    }

    private void hideRows(Entry entry) {
        ImportReportView report = json.mapper().readValue(entry.report(), ImportReportView.class);
        imports.set(entry.id(), entry.state(), json.mapper().writeValueAsString(report.withoutRows()), entry.problem());
    }

    private static Set<String> spellings(Person person) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(person.address().value());
        spellings.add(person.address().normal());
        person.subscriber().map(Subscriber::address).ifPresent(known -> spellings.add(known.value()));
        return spellings;
    }
}
