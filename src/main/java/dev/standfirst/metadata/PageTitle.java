package dev.standfirst.metadata;

import dev.standfirst.metadata.PageFacts.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * The headline of a page as its readers see it: the first heading that what the page tells machines confirms, else what
 * it tells them, without the name of the outlet.
 *
 * @param text plain; may be empty
 * @param heading where it stands on the page, or null
 */
record PageTitle(String text, @Nullable Spot heading) {

    private static final Pattern SEPARATOR = Pattern.compile("\\s+[|–—·•»«\\-:/]\\s+|\\s*[|»]\\s*|\\s+-{2}\\s+");
    private static final double SAME = 1.2;
    private static final double CONFIRMED = 0.6;
    private static final double HINTED = 0.3;

    /** In letters. */
    private static final int LONGEST_KICKER = 30;

    private static final int LEAST_LETTERS = 12;
    private static final int LEAST_WORDS = 5;

    static PageTitle of(PageFacts facts, StructuredData data, List<String> sites) {
        List<String> told = new ArrayList<>();
        for (String title :
                List.of(facts.first("og:title"), data.headline(), facts.first("twitter:title"), facts.title())) {
            if (!title.isBlank()) {
                told.add(withoutSite(title, sites));
            }
        }
        Spot heading = heading(facts.headings(), told, sites);
        if (heading == null) {
            return new PageTitle(told.isEmpty() ? "" : told.get(0), null);
        }
        String text = Parser.unescapeEntities(heading.text(), false);
        return new PageTitle(worded(withoutTail(withoutKicker(text, told)), told), heading);
    }

    /** The first-level heading that is most like what the page is told to be, or any heading that is just that. */
    private static @Nullable Spot heading(List<Spot> headings, List<String> told, List<String> sites) {
        Spot best = null;
        double most = told.isEmpty() ? -1 : HINTED;
        for (Spot heading : headings) {
            double worth = worth(heading, told);
            if (worth > most && !isSite(heading.text(), sites)) {
                best = heading;
                most = worth;
            }
        }
        return best;
    }

    private static double worth(Spot heading, List<String> told) {
        boolean first = heading.element().normalName().equals("h1");
        String letters = Headlines.letters(heading.text());
        double best = 0;
        for (String title : told) {
            String other = Headlines.letters(title);
            if (first) {
                best = Math.max(best, other.equals(letters) ? SAME : Headlines.likeness(heading.text(), title));
            } else if (other.equals(letters) || (letters.length() > LONGEST_KICKER && other.contains(letters))) {
                return CONFIRMED;
            }
        }
        return best;
    }

    private static boolean isSite(String heading, List<String> sites) {
        return sites.stream().anyMatch(site -> Headlines.same(heading, site));
    }

    /** A topic in front of the headline, within the same heading, is none of its words. */
    private static String withoutKicker(String heading, List<String> told) {
        String whole = Headlines.letters(heading);
        return told.stream()
                .filter(title ->
                        isKicker(whole.length() - Headlines.letters(title).length()))
                .filter(title -> title.length() > LEAST_LETTERS && whole.endsWith(Headlines.letters(title)))
                .min(Comparator.comparingInt(String::length))
                .orElse(heading);
    }

    private static boolean isKicker(int letters) {
        return letters > 0 && letters <= LONGEST_KICKER;
    }

    /** "Headline | What searchers may look for". */
    private static String withoutTail(String heading) {
        int bar = heading.indexOf(" | ");
        return bar < 0 || words(heading.substring(0, bar)) < LEAST_WORDS ? heading : heading.substring(0, bar);
    }

    /** The same words as another title parts them, where markup glued some together. */
    private static String worded(String heading, List<String> told) {
        return told.stream()
                .filter(title -> Headlines.same(title, heading) && words(title) > words(heading))
                .max(Comparator.comparingInt(PageTitle::words))
                .orElse(heading);
    }

    private static int words(String text) {
        return text.split("\\s+", -1).length;
    }

    /** "Headline | Section | The Outlet" and "The Outlet: Headline" without the outlet. */
    static String withoutSite(String title, List<String> sites) {
        String left = title;
        for (int round = 0; round < 3; round++) {
            String shorter = withoutLast(left, sites);
            shorter = shorter.equals(left) ? withoutFirst(left, sites) : shorter;
            if (shorter.equals(left)) {
                break;
            }
            left = shorter;
        }
        return left;
    }

    private static String withoutLast(String title, List<String> sites) {
        List<String> parts = List.of(SEPARATOR.split(title, -1));
        String last = parts.get(parts.size() - 1);
        boolean tail =
                title.contains("|") && words(last) <= 4 && title.lastIndexOf('|') >= title.length() - last.length() - 3;
        if (parts.size() < 2 || !(isNamed(last, sites) || tail)) {
            return title;
        }
        return title.substring(0, title.length() - last.length()).replaceAll("[\\s|–—·•»«:/-]{1,6}$", "");
    }

    private static String withoutFirst(String title, List<String> sites) {
        List<String> parts = List.of(SEPARATOR.split(title, -1));
        if (parts.size() < 2 || !isSite(parts.get(0), sites)) {
            return title;
        }
        return title.substring(parts.get(0).length()).replaceAll("^[\\s|–—·•»«:/-]{1,6}", "");
    }

    private static boolean isNamed(String part, List<String> sites) {
        String letters = Headlines.letters(part);
        return sites.stream()
                .map(Headlines::letters)
                .anyMatch(site -> !site.isEmpty()
                        && (letters.equals(site)
                                || (letters.length() < site.length() * 3 && letters.contains(site))
                                || (letters.length() > 3 && site.contains(letters))));
    }
}
