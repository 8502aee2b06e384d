package dev.standfirst.text;

/**
 * The suffix stripper of M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980: five steps over the
 * measure m of a stem, the number of its vowel-consonant runs.
 */
final class PorterStemmer {

    private static final String[][] STEP_2 = {
        {"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"}, {"izer", "ize"}, {"abli", "able"},
        {"alli", "al"}, {"entli", "ent"}, {"eli", "e"}, {"ousli", "ous"}, {"ization", "ize"}, {"ation", "ate"},
        {"ator", "ate"}, {"alism", "al"}, {"iveness", "ive"}, {"fulness", "ful"}, {"ousness", "ous"}, {"aliti", "al"},
        {"iviti", "ive"}, {"biliti", "ble"}
    };
    private static final String[][] STEP_3 = {
        {"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"}, {"ical", "ic"}, {"ful", ""}, {"ness", ""}
    };
    private static final String[] STEP_4 = {
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou", "ism", "ate", "iti",
        "ous", "ive", "ize"
    };

    private PorterStemmer() {}

    /**
     * The stem of a word in lower case; words of one or two letters, and words with other letters, stay as they are.
     */
    static String stem(String word) {
        if (word.length() <= 2 || !word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            return word;
        }
        return step5(step4(replace(replace(step1c(step1b(step1a(word))), STEP_2), STEP_3)));
    }

    private static String step1a(String word) {
        if (word.endsWith("sses") || word.endsWith("ies")) {
            return word.substring(0, word.length() - 2);
        }
        return word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, word.length() - 1) : word;
    }

    private static String step1b(String word) {
        if (word.endsWith("eed")) {
            return measure(cut(word, 3)) > 0 ? cut(word, 1) : word;
        }
        int ending = word.endsWith("ed") ? 2 : word.endsWith("ing") ? 3 : 0;
        String stem = cut(word, ending);
        return ending == 0 || !hasVowel(stem) ? word : mend(stem);
    }

    /** Puts back what a suffix took away: hop(p)ing, rat(e)ing, fil(e)ing. */
    private static String mend(String stem) {
        if (endsDouble(stem) && "lsz".indexOf(stem.charAt(stem.length() - 1)) < 0) {
            return cut(stem, 1);
        }
        boolean shortened = stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz");
        return shortened || (measure(stem) == 1 && endsShort(stem)) ? stem + "e" : stem;
    }

    private static String step1c(String word) {
        return word.endsWith("y") && hasVowel(cut(word, 1)) ? cut(word, 1) + "i" : word;
    }

    private static String replace(String word, String[][] rules) {
        for (String[] rule : rules) {
            if (word.endsWith(rule[0])) {
                String stem = cut(word, rule[0].length());
                return measure(stem) > 0 ? stem + rule[1] : word;
            }
        }
        return word;
    }

    private static String step4(String word) {
        String longest = "";
        for (String suffix : STEP_4) {
            longest = word.endsWith(suffix) && suffix.length() > longest.length() ? suffix : longest;
        }
        if (word.endsWith("sion") || word.endsWith("tion")) {
            longest = "ion";
        }
        String stem = cut(word, longest.length());
        return !longest.isEmpty() && measure(stem) > 1 ? stem : word;
    }

    private static String step5(String word) {
        String result = word;
        if (word.endsWith("e")) {
            String stem = cut(word, 1);
            int m = measure(stem);
            result = m > 1 || (m == 1 && !endsShort(stem)) ? stem : word;
        }
        return result.endsWith("ll") && measure(result) > 1 ? cut(result, 1) : result;
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }

    private static boolean isVowel(String word, int i) {
        char c = word.charAt(i);
        return "aeiou".indexOf(c) >= 0 || (c == 'y' && i > 0 && !isVowel(word, i - 1));
    }

    private static boolean hasVowel(String stem) {
        for (int i = 0; i < stem.length(); i++) {
            if (isVowel(stem, i)) {
                return true;
            }
        }
        return false;
    }

    private static int measure(String stem) {
        int runs = 0;
        for (int i = 1; i < stem.length(); i++) {
            runs += isVowel(stem, i - 1) && !isVowel(stem, i) ? 1 : 0;
        }
        return runs;
    }

    private static boolean endsDouble(String stem) {
        int last = stem.length() - 1;
        return last > 0 && stem.charAt(last) == stem.charAt(last - 1) && !isVowel(stem, last);
    }

    /** Consonant, vowel, consonant, and the last not w, x or y. */
    private static boolean endsShort(String stem) {
        int last = stem.length() - 1;
        return last >= 2
                && !isVowel(stem, last)
                && isVowel(stem, last - 1)
                && !isVowel(stem, last - 2)
                && "wxy".indexOf(stem.charAt(last)) < 0;
    }
}
