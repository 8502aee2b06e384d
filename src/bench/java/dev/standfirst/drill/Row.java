package dev.standfirst.drill;

import java.util.List;

/**
 * A line of the drill's table.
 *
 * @param fault what was done to the program
 * @param database below it
 * @param tries how often it was started
 * @param people who were to get a mail
 * @param lost of them: who got none, and is not listed as in doubt, refused or gone
 * @param unasked mails to others
 * @param twice who got more than one
 * @param doubt who is listed as in doubt at the end
 * @param otherId who got more than one with different Message-IDs or different bytes
 * @param wrong what was not as it must be, one sentence each
 */
record Row(
        String fault,
        String database,
        int tries,
        int people,
        long lost,
        long unasked,
        long twice,
        long doubt,
        long otherId,
        List<String> wrong) {

    static String head() {
        return "%-44s %-10s %6s %7s %5s %7s %6s %6s %8s  %s"
                .formatted("fault", "database", "tries", "people", "lost", "unasked", "twice", "doubt", "other ID", "");
    }

    String line() {
        return "%-44s %-10s %6d %7d %5d %7d %6d %6d %8d  %s"
                .formatted(
                        fault,
                        database,
                        tries,
                        people,
                        lost,
                        unasked,
                        twice,
                        doubt,
                        otherId,
                        wrong.isEmpty() ? "ok" : "WRONG: " + String.join("; ", wrong));
    }

    /** The same line where what is wrong had to be found. */
    Row expected(String words) {
        return new Row(fault + " (" + words + ")", database, tries, people, 0, 0, 0, doubt, 0, List.of());
    }

    /** The rounds of one fault as one line. */
    static Row sum(List<Row> rounds) {
        Row first = rounds.get(0);
        return new Row(
                first.fault,
                first.database,
                rounds.stream().mapToInt(Row::tries).sum(),
                first.people,
                rounds.stream().mapToLong(Row::lost).sum(),
                rounds.stream().mapToLong(Row::unasked).sum(),
                rounds.stream().mapToLong(Row::twice).sum(),
                rounds.stream().mapToLong(Row::doubt).sum(),
                rounds.stream().mapToLong(Row::otherId).sum(),
                rounds.stream().flatMap(row -> row.wrong.stream()).toList());
    }
}
