package dev.standfirst.api;

import dev.standfirst.subscriber.PersonalRecords;
import dev.standfirst.subscriber.Subscriber;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the API keeps of a person for a while: answers for requests that come again. */
@Component
class ApiRecords implements PersonalRecords {

    private final KeptAnswers answers;
    private final ApiJson json;

    ApiRecords(KeptAnswers answers, ApiJson json) {
        this.answers = answers;
        this.json = json;
    }

    @Override
    public Map<String, Object> of(Person person) {
        Set<String> given = new LinkedHashSet<>();
        for (String spelling : spellings(person)) {
            // In its quotes: the address of somebody else may end as this one does.
            String text = json.mapper().writeValueAsString(spelling);
            answers.naming(text).stream().map(Instant::toString).forEach(given::add);
        }
        return given.isEmpty() ? Map.of() : Map.of("answersToPrograms", given);
    }

    /** They go whole. */
    @Override
    public void erase(Person person) {
        spellings(person).forEach(answers::forget);
    }

    private static Set<String> spellings(Person person) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(person.address().value());
        spellings.add(person.address().normal());
        person.subscriber().map(Subscriber::address).ifPresent(known -> spellings.add(known.value()));
        return spellings;
    }
}
