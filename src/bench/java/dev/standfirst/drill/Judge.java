package dev.standfirst.drill;

import dev.standfirst.drill.LedgerFile.Mail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares what people should have got with what the mail server says that it kept. */
final class Judge {

    /** How many names a sentence tells. */
    private static final int NAMES = 3;

    private final Set<String> asked;
    private final LedgerFile ledger;
    private final List<String> wrong = new ArrayList<>();
    private Set<String> doubt = Set.of();
    private Set<String> explained = Set.of();
    private Set<String> settled = Set.of();
    private long mostTwice;

    Judge(Set<String> asked, LedgerFile ledger) {
        this.asked = asked;
        this.ledger = ledger;
    }

    /** Who is in doubt now, and who is listed as in doubt, or sent again for that. */
    Judge doubts(Set<String> now, Set<String> ever) {
        doubt = now;
        explained = ever;
        return this;
    }

    /** Who is listed as refused for good, or as gone: nobody that was lost. */
    Judge settled(Set<String> those) {
        settled = those;
        return this;
    }

    /** How many may get a mail twice: one a kill and connection, and where the server did not answer. */
    Judge mostTwice(long most) {
        mostTwice = most;
        return this;
    }

    /** Demands something more. */
    Judge must(boolean holds, String sentence) {
        if (!holds) {
            wrong.add(sentence);
        }
        return this;
    }

    Row row(String fault, String database, int tries) {
        Map<String, List<Mail>> kept =
                ledger.mails().stream().collect(Collectors.groupingBy(Mail::recipient, TreeMap::new, Collectors.toList()));
        Set<String> lost = without(asked, kept.keySet(), doubt, settled);
        Set<String> unasked = without(kept.keySet(), asked);
        Set<String> twice = kept.entrySet().stream()
                .filter(one -> one.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Set<String> other = twice.stream().filter(one -> differ(kept.get(one))).collect(Collectors.toSet());
        Set<String> untold = without(twice, explained);
        long again = (long) ledger.mails().size() - kept.size();
        must(lost.isEmpty(), "lost: " + names(lost));
        must(unasked.isEmpty(), "unasked: " + names(unasked));
        must(other.isEmpty(), "another Message-ID or other bytes: " + names(other));
        must(untold.isEmpty(), "twice and never listed: " + names(untold));
        must(again <= mostTwice, "%d mails again, %d can be explained".formatted(again, mostTwice));
        must(ledger.notes("violation") == 0, "against the protocol: " + ledger.notes());
        return new Row(
                fault,
                database,
                tries,
                asked.size(),
                lost.size(),
                unasked.size(),
                twice.size(),
                doubt.size(),
                other.size(),
                List.copyOf(wrong));
    }

    private static boolean differ(List<Mail> mails) {
        return mails.stream().map(mail -> mail.id() + " " + mail.hash()).distinct().count() > 1;
    }

    @SafeVarargs
    private static Set<String> without(Set<String> all, Set<String>... others) {
        Set<String> rest = new HashSet<>(all);
        for (Set<String> other : others) {
            rest.removeAll(other);
        }
        return rest;
    }

    private static String names(Set<String> people) {
        String some = people.stream().sorted().limit(NAMES).collect(Collectors.joining(", "));
        return people.size() + " (" + some + ")";
    }
}
