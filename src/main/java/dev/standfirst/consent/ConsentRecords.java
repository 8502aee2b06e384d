package dev.standfirst.consent;

import dev.standfirst.subscriber.Lists;
import dev.standfirst.subscriber.MailingList;
import dev.standfirst.subscriber.PersonalRecords;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is kept of somebody who asked for something: the requests of the last month, whoever made them. */
@Component
class ConsentRecords implements PersonalRecords {

    private final Requests requests;
    private final Lists lists;

    ConsentRecords(Requests requests, Lists lists) {
        this.requests = requests;
        this.lists = lists;
    }

    @Override
    public Map<String, Object> of(Person person) {
        List<Map<String, Object>> all =
                requests.of(person.address()).stream().map(this::facts).toList();
        return all.isEmpty() ? Map.of() : Map.of("requests", all);
    }

    /** Links that were mailed are dead from then on. */
    @Override
    public void erase(Person person) {
        requests.forget(person.address());
    }

    private Map<String, Object> facts(Request request) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("at", request.askedAt().toString());
        facts.put("for", request.purpose().name());
        facts.put("list", list(request));
        facts.put("state", request.state().name());
        facts.put("from", request.visitor().origin());
        facts.put("wordsShown", request.visitor().words());
        facts.put("linkEnds", request.expiresAt().toString());
        facts.put("linkUsed", request.usedAt().map(Instant::toString).orElse(""));
        return facts;
    }

    private String list(Request request) {
        return lists.find(request.listId().orElse(0)).map(MailingList::name).orElse("");
    }
}
