package dev.standfirst.transfer;

import dev.standfirst.subscriber.PersonalRecords;
import dev.standfirst.subscriber.Subscriber;
import dev.standfirst.transfer.Imports.Entry;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is kept of a person for a while after an import: the row, where it was skipped. */
@Component
class ImportRecords implements PersonalRecords {

    private final Imports imports;

    ImportRecords(Imports imports) {
        this.imports = imports;
    }

    @Override
    public Map<String, Object> of(Person person) {
        Set<String> skipped = new LinkedHashSet<>();
        for (String spelling : spellings(person)) {
            // In its quotes: the address of somebody else may end as this one does.
            imports.naming(KeptReport.quoted(spelling)).stream()
                    .map(entry -> entry.fileName() + ", " + entry.createdAt())
                    .forEach(skipped::add);
        }
        return skipped.isEmpty() ? Map.of() : Map.of("skippedInImports", skipped);
    }

    /** Reports lose the rows that they show. */
    @Override
    public void erase(Person person) {
        for (String spelling : spellings(person)) {
            imports.naming(spelling).forEach(this::hideRows);
        }
    }

    private void hideRows(Entry entry) {
        entry.outcome()
                .map(ImportReport::withoutRows)
                .ifPresent(report -> imports.set(entry.id(), entry.state(), KeptReport.write(report), entry.problem()));
    }

    private static Set<String> spellings(Person person) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(person.address().value());
        spellings.add(person.address().normal());
        person.subscriber().map(Subscriber::address).ifPresent(known -> spellings.add(known.value()));
        return spellings;
    }
}
