package dev.standfirst.bounce;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a mail server about a mail that did not arrive: what it says itself, whom it names, and what it says of
 * each.
 *
 * @param lines what the server says, without the copy of the mail that came back
 * @param recipients addresses that failed, in order; may be empty
 */
record Letter(List<String> lines, List<String> recipients) {

    private static final int MOST_LINES = 400;
    private static final int MOST_RECIPIENTS = 50;

    /** A line that begins with an address may begin with so many marks before it. */
    private static final int MARKS_BEFORE = 3;

    /**
     * Reads one.
     *
     * @param named recipients that the header names, X-Failed-Recipients; may be empty
     * @param others addresses that stand in every letter: its sender and its own recipients
     */
    static Letter read(String text, List<String> named, Set<String> others) {
        List<String> lines =
                above(text.lines().toList()).stream().limit(MOST_LINES).toList();
        return new Letter(lines, named.isEmpty() ? recipients(lines, others) : named);
    }

    /** The copy of the mail that came back, where it stands in the text itself; else empty. */
    static String returned(String text) {
        List<String> lines = text.lines().toList();
        List<String> copy = lines.subList(above(lines).size(), lines.size());
        return copy.stream()
                .dropWhile(line -> !line.contains(":") || line.stripLeading().startsWith("-"))
                .map(String::strip)
                .collect(Collectors.joining("\n"));
    }

    /** The lines of a text before the copy of the mail that came back. */
    static String upToCopy(String text) {
        return String.join("\n", above(text.lines().toList()));
    }

    /** What the letter says of one recipient: all of it where it is about one alone. */
    String about(String recipient) {
        if (recipients.size() <= 1) {
            return String.join("\n", lines);
        }
        List<String> about = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            List<String> names =
                    Addresses.in(line).stream().filter(recipients::contains).toList();
            inside = names.isEmpty() ? inside : names.contains(recipient);
            if (inside) {
                about.add(line);
            }
        }
        return String.join("\n", about);
    }

    private static List<String> above(List<String> lines) {
        for (int i = 1; i < lines.size(); i++) {
            if (beginsCopy(lines.get(i))) {
                return lines.subList(0, i);
            }
        }
        return lines;
    }

    private static boolean beginsCopy(String line) {
        String folded = WordSections.fold(line);
        int start = 0;
        while (start < folded.length() && "->*_=+ ".indexOf(folded.charAt(start)) >= 0) {
            start++;
        }
        boolean ruled = start >= 2;
        boolean field = folded.indexOf(':') > 0 && start == 0;
        return (ruled || field) && LetterWords.COPIES.begin(folded.substring(start));
    }

    private static List<String> recipients(List<String> lines, Set<String> others) {
        Set<String> leading = new LinkedHashSet<>();
        Set<String> anywhere = new LinkedHashSet<>();
        for (String line : lines) {
            List<String> named = Addresses.in(line).stream()
                    .filter(address -> !others.contains(address) && !isOperator(address))
                    .toList();
            anywhere.addAll(named);
            named.stream().filter(address -> isLeading(line, address)).forEach(leading::add);
        }
        return (leading.isEmpty()
                        ? anywhere.stream().limit(1)
                        : leading.stream().limit(MOST_RECIPIENTS))
                .toList();
    }

    private static boolean isOperator(String address) {
        return LetterWords.OPERATORS.have(address.substring(0, address.indexOf('@')));
    }

    /** Whether the line is about this address: it begins with it, or has it in brackets behind a name. */
    private static boolean isLeading(String line, String address) {
        String lower = line.strip().toLowerCase(Locale.ROOT);
        int at = lower.indexOf(address);
        if (at < 0) {
            return false;
        }
        String before = lower.substring(0, at);
        boolean begins = at <= MARKS_BEFORE && before.chars().noneMatch(Character::isLetterOrDigit);
        boolean bracketed = before.endsWith("(") && lower.startsWith(")", at + address.length());
        boolean named = Stream.of("to:", "recipient:").anyMatch(before::startsWith) || before.endsWith("rcpt to:<");
        return begins || bracketed || named;
    }
}
