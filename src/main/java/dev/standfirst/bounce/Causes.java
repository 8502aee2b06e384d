package dev.standfirst.bounce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Causes by the words and the codes of mail servers, from {@code phrases.txt} and {@code codes.txt}. */
final class Causes {

    private static final String WEAK = "~";
    private static final List<Phrase> PHRASES = phrases();
    private static final Map<String, Cause> CODES = codes();

    /** @param code the phrase counts with this code alone; empty: with any */
    private record Phrase(String code, String words, boolean weak, Cause cause) {

        boolean isIn(String folded, String enhanced) {
            return (code.isEmpty() || code.equals(enhanced)) && folded.contains(words);
        }
    }

    private Causes() {}

    /** The cause that words tell by themselves, whatever the code says. */
    static Optional<Cause> byPhrase(String folded, String enhanced) {
        return find(folded, enhanced, false);
    }

    /** The cause that words hint at, which a telling code outweighs. */
    static Optional<Cause> byHint(String folded, String enhanced) {
        return find(folded, enhanced, true);
    }

    /** The cause of an enhanced code: "5.1.1"; its first digit does not matter. Or of three digits: "552". */
    static Optional<Cause> byCode(String code) {
        int dot = code.indexOf('.');
        if (dot < 0) {
            return Optional.ofNullable(CODES.get(code));
        }
        String detail = code.substring(dot + 1);
        Cause exact = CODES.get(detail);
        return Optional.ofNullable(exact != null ? exact : CODES.get(detail.substring(0, detail.indexOf('.'))));
    }

    private static Optional<Cause> find(String folded, String enhanced, boolean weak) {
        return PHRASES.stream()
                .filter(phrase -> phrase.weak() == weak && phrase.isIn(folded, enhanced))
                .map(Phrase::cause)
                .findFirst();
    }

    private static List<Phrase> phrases() {
        WordSections file = WordSections.read("phrases.txt");
        List<Phrase> phrases = new ArrayList<>();
        for (String name : file.names()) {
            for (String line : file.section(name)) {
                phrases.add(phrase(line, Cause.named(name)));
            }
        }
        return phrases;
    }

    private static Phrase phrase(String line, Cause cause) {
        boolean weak = line.startsWith(WEAK);
        String words = weak ? line.substring(WEAK.length()).strip() : line;
        String code = Diagnosis.enhanced(words).filter(words::startsWith).orElse("");
        return new Phrase(code, WordSections.fold(words.substring(code.length())), weak, cause);
    }

    private static Map<String, Cause> codes() {
        WordSections file = WordSections.read("codes.txt");
        Map<String, Cause> codes = new HashMap<>();
        for (String name : file.names()) {
            for (String line : file.section(name)) {
                for (String code : line.split(" +")) {
                    codes.put(code, Cause.named(name));
                }
            }
        }
        return codes;
    }
}
