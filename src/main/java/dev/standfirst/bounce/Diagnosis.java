package dev.standfirst.bounce;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Why a server says that it refused a mail. Servers give a code that tells (RFC 3463), a code that lies, or words
 * alone; words that leave no doubt count before the code, and a hint counts after it.
 *
 * @param cause why
 * @param code enhanced code, or else the three digits of the reply; may be empty
 * @param text what the server said, one line, cut
 */
record Diagnosis(Cause cause, String code, String text) {

    private static final int LONGEST_READ = 8000;
    private static final int LONGEST_KEPT = 500;

    // The second number ends at 7, so versions of mail servers are no codes; neither are network addresses.
    private static final Pattern ENHANCED =
            Pattern.compile("(?<![\\d.\\w])[245]\\.[0-7]\\.\\d{1,3}(?![\\d\\w]|\\.\\d)");
    private static final Pattern BASIC = Pattern.compile("(?<![\\d.\\w@=-])[45][0-5]\\d(?=[ :,#-])");
    private static final Pattern CODES =
            Pattern.compile("(?<![\\w.])[245]\\d\\d[- ](?:#?[245]\\.[0-7]\\.\\d{1,3}[ .])?(?![\\d.])");

    // Servers put the address into the middle of their words: "User <anna@lake.example> unknown".
    private static final Pattern ADDRESS = Pattern.compile("(?<![^\\s<>])<?[^\\s<>@]++@[\\p{L}\\d.-]++>?");

    /**
     * Reads what a server said.
     *
     * @param status the code that a report gives; may be empty
     * @param said the words of the server; may be empty
     */
    static Diagnosis of(String status, String said) {
        String text = said.length() <= LONGEST_READ ? said : said.substring(0, LONGEST_READ);
        String given = enhanced(status).orElse("");
        String written = enhanced(text).orElse("");
        String enhanced = isGeneral(written) && !given.isEmpty() ? given : written;
        String basic = basic(text).orElse("");
        String words = ADDRESS.matcher(CODES.matcher(text).replaceAll("")).replaceAll(" ");
        Cause cause = cause(WordSections.fold(words), enhanced, basic);
        String sure = firstOf(written, basic, given);
        return new Diagnosis(sure.startsWith("4") ? passing(cause) : cause, firstOf(enhanced, basic), oneLine(text));
    }

    private static String firstOf(String... codes) {
        return Stream.of(codes).filter(code -> !code.isEmpty()).findFirst().orElse("");
    }

    /** The first enhanced code in a text that says something; else the first of all. */
    static Optional<String> enhanced(String text) {
        Matcher codes = ENHANCED.matcher(text);
        Optional<String> first = Optional.empty();
        while (codes.find()) {
            if (!isGeneral(codes.group())) {
                return Optional.of(codes.group());
            }
            first = first.or(() -> Optional.of(codes.group()));
        }
        return first;
    }

    /** The first three digits in a text that can be the reply of a server which refuses. */
    static Optional<String> basic(String text) {
        Matcher code = BASIC.matcher(text);
        return code.find() ? Optional.of(code.group()) : Optional.empty();
    }

    /** The text without line breaks and control characters, cut. */
    static String oneLine(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= LONGEST_KEPT ? line : line.substring(0, LONGEST_KEPT - 1) + "…";
    }

    private static Cause cause(String folded, String enhanced, String basic) {
        return Causes.byPhrase(folded, enhanced)
                .or(() -> isGeneral(enhanced) ? Optional.empty() : Causes.byCode(enhanced))
                .or(() -> Causes.byHint(folded, enhanced))
                .or(() -> enhanced.isEmpty() ? Optional.empty() : Causes.byCode(enhanced))
                .or(() -> Causes.byCode(basic))
                .orElse(Cause.OTHER);
    }

    /** Codes that servers send for anything: "other or undefined", "syntax". */
    private static boolean isGeneral(String code) {
        return code.isEmpty() || code.endsWith(".0.0") || code.endsWith(".1.0") || code.endsWith(".5.0");
    }

    /** What is refused for now is no reason to give an address up. */
    private static Cause passing(Cause cause) {
        if (cause == Cause.NO_HOST) {
            return Cause.UNREACHABLE;
        }
        return cause.fault() == Fault.HARD ? Cause.TROUBLE : cause;
    }
}
